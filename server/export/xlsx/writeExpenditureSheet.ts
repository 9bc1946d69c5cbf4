import type ExcelJS from 'exceljs';
import { unitDecimals } from '#shared/money/reportUnit.ts';
import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import { buildAddedColumns } from '../tables/addedColumns.ts';
import { buildNumberCell, buildTextCell } from '../tables/Cell.ts';
import {
  buildFingerprintColumn,
  directionColumn,
  directionNumberColumn,
  noDirection,
  organisationColumn,
  organisationIdColumn,
  rowIdColumn,
} from '../tables/Column.ts';
import { expenditureColumns } from '../tables/expenditureColumns.ts';
import { buildSheetColumn } from './addedSheetColumn.ts';
import type { TableLayout } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { type SheetColumn, writeTableSheet } from './writeTableSheet.ts';

/** By which «План» adds up the rows of each line. */
const planPositionColumn: SheetColumn<ExpenditureLine> = {
  key: 'planPosition',
  header: '№ рядка плану',
  width: 10,
  isHidden: true,
  cell: ({ planPosition }) =>
    planPosition === null ? buildTextCell(noDirection) : buildNumberCell(planPosition),
};

export function writeExpenditureSheet(workbook: ExcelJS.Workbook, model: WorkbookModel): TableLayout {
  const { grand } = model.totals;
  const decimals = unitDecimals[model.meta.unit];
  const places = new Map(model.expenditures.map((line, index) => [line, index + 1]));
  const added = buildAddedColumns(model, 'expenditure');
  const columns: SheetColumn<ExpenditureLine>[] = [
    { key: 'place', header: '№', width: 6, cell: (line) => buildNumberCell(places.get(line) ?? null) },
    { ...directionNumberColumn, width: 10 },
    { ...directionColumn, width: 26, isCut: true },
    { ...organisationColumn, width: 20 },
    { ...expenditureColumns.measure, width: 46 },
    { ...expenditureColumns.fund, width: 18 },
    { ...expenditureColumns.kpkvk, width: 11 },
    { ...expenditureColumns.kekv, width: 8 },
    {
      ...expenditureColumns.planned,
      width: 17,
      total: { function: 'SUM', resultMinor: grand.plannedMinor },
    },
    {
      ...expenditureColumns.actual,
      width: 17,
      total: { function: 'SUM', resultMinor: grand.actualMinor },
    },
    {
      ...expenditureColumns.deviation,
      width: 17,
      // N() because an amount that could not be read is a text; ROUND because a difference of two
      // fractions is not quite a kopiyka.
      formula: (row, letterOf) =>
        `ROUND(N(${letterOf('actual')}${row})-N(${letterOf('planned')}${row}),${decimals})`,
      total: { function: 'SUM', resultMinor: grand.deviationMinor },
    },
    { ...expenditureColumns.document, width: 24 },
    { ...expenditureColumns.reason, width: 30 },
    { ...expenditureColumns.note, width: 26 },
    ...added.map(buildSheetColumn),
    {
      key: 'organisationPosition',
      header: '№ виконавця',
      width: 10,
      isHidden: true,
      cell: ({ organisation }) => buildNumberCell(organisation.position),
    },
    ...(model.plan === null ? [] : [planPositionColumn]),
    { ...organisationIdColumn, width: 18, isHidden: true },
    { ...rowIdColumn, width: 18, isHidden: true },
    { ...buildFingerprintColumn(added), width: 18, isHidden: true },
  ];
  return writeTableSheet(workbook, model.meta, {
    name: 'Видатки',
    title: 'Видатки',
    columns,
    lines: model.expenditures,
    frozenColumns: 2,
  });
}
