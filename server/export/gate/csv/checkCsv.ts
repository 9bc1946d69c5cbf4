import type { CsvFlavour, CsvTable } from '#shared/export/ExportFile.ts';
import type { Comparison } from '#shared/footing/Comparison.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { type ExpectedTable, text } from '../ExpectedTable.ts';
import {
  amountHeaders,
  expectAdded,
  expectAmount,
  expectDeviation,
  expectQuantity,
} from '../expectedRows.ts';
import { readCsv } from './readCsv.ts';
import { expectApproved, expectTotal, listTotals } from './totalsTable.ts';

type CsvJob = { table: CsvTable; flavour: CsvFlavour };

/** One table of the report as CSV. */
export function checkCsv(
  comparison: Comparison,
  model: ReportModel,
  bytes: Uint8Array,
  { table, flavour }: CsvJob,
): void {
  const found = readCsv(bytes, { delimiter: flavour === 'excel' ? ';' : ',' });
  compareTable(comparison, expectTable(model, table), found);
}

function expectTable(model: ReportModel, table: CsvTable): ExpectedTable {
  const added = table === 'totals' ? null : expectAdded(model, table);
  switch (table) {
    case 'activity':
      return {
        name: 'Заходи',
        columns: ['Код виконавця', 'Код рядка', 'Кількість', ...(added?.headers ?? [])],
        rows: model.activities.map((line) => [
          text(line.organisation.id),
          text(line.rowId),
          expectQuantity(line),
          ...(added?.cellsOf(line) ?? []),
        ]),
      };
    case 'expenditure':
      return {
        name: 'Видатки',
        columns: ['Код виконавця', 'Код рядка', ...amountHeaders, ...(added?.headers ?? [])],
        rows: model.expenditures.map((line) => [
          text(line.organisation.id),
          text(line.rowId),
          expectAmount(line, 'plannedMinor'),
          expectAmount(line, 'actualMinor'),
          expectDeviation(line),
          ...(added?.cellsOf(line) ?? []),
        ]),
      };
    case 'totals':
      return {
        name: 'Підсумки',
        columns: [
          'Код виконавця',
          'Код',
          ...amountHeaders,
          'Виконання, %',
          'Рядків',
          'Значення',
          'У звіті',
          ...(model.plan === null ? [] : ['Затверджено, грн']),
        ],
        rows: listTotals(model).map((row) => [...expectTotal(row), ...expectApproved(model, row)]),
      };
  }
}
