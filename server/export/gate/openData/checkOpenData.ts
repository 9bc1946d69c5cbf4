import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Comparison } from '#shared/footing/Comparison.ts';
import { must } from '#shared/must.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { readCsv } from '../csv/readCsv.ts';
import { expectApproved, expectTotal, listTotals } from '../csv/totalsTable.ts';
import { count, type ExpectedCell, type ExpectedTable, money, text } from '../ExpectedTable.ts';
import { expectSums } from '../expectedSums.ts';
import { readZipBytes } from '../readZip.ts';

const DataPackage = z.object({
  resources: z.array(z.object({ path: z.string(), bytes: z.number(), hash: z.string() })),
});

const sumColumns = ['planned', 'actual', 'deviation', 'percent'];

/** The archive of open data: its tables, and that each is the one which its description speaks of. */
export function checkOpenData(comparison: Comparison, model: ReportModel, bytes: Uint8Array): void {
  const files = readZipBytes(bytes);
  const file = (path: string) => must(files.get(path), path);
  const description = new TextDecoder().decode(file('datapackage.json'));
  for (const { path, bytes: size, hash } of DataPackage.parse(JSON.parse(description)).resources) {
    const own = file(path);
    comparison.compare('bytes', String(size), String(own.length), `/${path}`);
    const [algorithm = '', expected = ''] = hash.includes(':') ? hash.split(':') : ['md5', hash];
    const digest = createHash(algorithm).update(own).digest('hex');
    comparison.compare('hash', expected, digest, `/${path}`);
  }
  for (const [path, table] of Object.entries(expectTables(model))) {
    compareTable(comparison, table, readCsv(file(path), { delimiter: ',', inner: `/${path}` }));
  }
}

function expectTables(model: ReportModel): Record<string, ExpectedTable> {
  return {
    'data/directions.csv': {
      name: 'Напрями',
      columns: ['id', ...sumColumns, 'activityCount'],
      rows: model.directions.map(({ id, money: sums, activityCount }) => [
        text(id),
        ...expectSums(sums),
        count(activityCount),
      ]),
    },
    'data/indicators.csv': {
      name: 'Показники',
      columns: ['id', 'value', 'text'],
      rows: model.totals.indicators.map(({ id, value, text: printed }) => [
        text(id),
        count(value),
        text(printed),
      ]),
    },
    'data/activities.csv': {
      name: 'Заходи',
      columns: ['organisationId', 'rowId', 'directionId', 'quantity'],
      rows: model.activities.map(({ organisation, rowId, direction, values }) => [
        text(organisation.id),
        text(rowId),
        text(direction?.id ?? null),
        count(values.quantity),
      ]),
    },
    'data/expenditures.csv': {
      name: 'Видатки',
      columns: ['organisationId', 'rowId', 'directionId', 'planned', 'actual'],
      rows: model.expenditures.map(({ organisation, rowId, direction, values }) => [
        text(organisation.id),
        text(rowId),
        text(direction?.id ?? null),
        money(values.plannedMinor),
        money(values.actualMinor),
      ]),
    },
    'data/totals.csv': {
      name: 'Підсумки',
      columns: [
        'directionNumber',
        'organisationId',
        'code',
        ...sumColumns,
        'rowCount',
        'value',
        'text',
        ...(model.plan === null ? [] : ['approved']),
      ],
      rows: listTotals(model).map((row): ExpectedCell[] => [
        count(row.direction),
        ...expectTotal(row),
        ...expectApproved(model, row),
      ]),
    },
  };
}
