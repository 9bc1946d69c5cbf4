import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildImportEdits } from '#client/grid/import/write/buildImportEdits.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { columnSetOf, type ExtraColumn, extraFieldOf, judgeRow } from '#shared/model/columns.ts';
import { type ExtraField, type ExtraValue, isExtraField } from '#shared/model/extraField.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { exportTable, formats, planFile } from './planImport.ts';

const word = fc.constantFrom(
  'Партнери',
  'Охоплено осіб',
  'Сума ПДВ',
  'Дата рішення',
  'Коментар',
  'Значення',
  'Площа, м²',
  'Q&A <b>',
  "Об'єкт",
);
const option = fc.constantFrom('Так', 'Ні', '=1+1', '0210180', 'а;б', '1-2', 'TRUE', '+', '“лапки”', '12,5');
const texts = fc.constantFrom(
  'слово',
  'рядок\nдругий',
  '=1+1',
  "'=1",
  '0012',
  '1e5',
  '1-2',
  'TRUE',
  ';,|"',
  'їжак',
  '12,50',
  '31.12.2020',
  'Усього',
  '(?) 7',
);

type Given = { column: ExtraColumn; values: ExtraValue[] };

/** A column with a value for each of four rows. */
const column: fc.Arbitrary<Given> = fc
  .record({
    table: fc.constantFrom<TableKind>('activity', 'expenditure'),
    title: word,
    options: fc.uniqueArray(option, { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...(['text', 'number', 'money', 'date', 'choice'] as const)),
    isRequired: fc.boolean(),
  })
  .chain(({ table, title, options, kind, isRequired }) => {
    const value = {
      text: texts,
      number: fc.oneof(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.integer({ min: -999_999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1_000),
      ),
      money: fc.integer({ min: 0, max: maxAmountMinor }),
      date: fc.constantFrom('2020-02-29', '2020-01-01/2020-12-31', '2020-03-05/2020-04-06', '1999-12-31'),
      choice: fc.constantFrom(...options),
    }[kind] as fc.Arbitrary<ExtraValue>;
    return fc.array(fc.option(value), { minLength: 4, maxLength: 4 }).map((values) => ({
      column: buildColumn('c', { table, title, kind, isRequired, options: kind === 'choice' ? options : [] }),
      values,
    }));
  });

const columns = fc
  .uniqueArray(column, {
    minLength: 1,
    maxLength: 5,
    selector: ({ column: { table, title } }) => `${table} ${title}`,
  })
  .map((list) =>
    list.map((given, index) => ({ ...given, column: { ...given.column, id: buildColumn(`c${index}`).id } })),
  );

function buildRows(given: readonly Given[]): Row[] {
  return (['activity', 'expenditure'] as const).flatMap((table) =>
    [0, 1, 2, 3].map((index) => {
      const own = given.filter(({ column }) => column.table === table);
      const entries = own.map(({ column, values }) => [extraFieldOf(column), values[index] ?? null] as const);
      const filled = Object.fromEntries(entries.filter(([, value]) => value !== null));
      const row =
        table === 'activity'
          ? buildActivity(`a${index}`, { content: `Захід ${index}` })
          : buildExpenditure(`e${index}`, { measure: `Захід ${index}`, actualMinor: index });
      return { ...row, values: { ...row.values, ...filled } } as Row;
    }),
  );
}

const extrasOf = (values: object) =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => isExtraField(field) && value !== null),
  );

describe('added columns in files', () => {
  it.each(formats)(
    'COL-10 what was exported comes back as it went out, and changes nothing: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(columns, async (given) => {
          const structure: ReportStructure = {
            ...buildReportStructure(),
            columns: given.map(({ column }) => column),
          };
          const all = buildRows(given);
          for (const table of ['activity', 'expenditure'] as const) {
            const rows = all.filter(({ kind }) => kind === table);
            const file = await exportTable(structure, all, table, format);
            const same = await planFile(file, { table, context: { structure, rows } });
            expect([same.plan.lines, same.plan.questions, same.plan.notes, same.staleCount]).toEqual([
              [],
              [],
              [],
              0,
            ]);

            // Into rows whose added cells are empty, every value is written back.
            const fields = new Set(given.map(({ column }) => extraFieldOf(column) as string));
            const empty = rows.map(
              (row) =>
                ({
                  ...row,
                  values: Object.fromEntries(Object.entries(row.values).filter(([f]) => !fields.has(f))),
                }) as Row,
            );
            const plan = await planFile(file, {
              table,
              context: { structure, rows: empty },
              // The fingerprints would tell that the file has nothing new.
              setup: { addsUnknown: false },
            });
            expect(plan.plan.questions).toEqual([]);
            const byKey = new Map(empty.map((row) => [rowKey(row), row]));
            const { edits } = buildImportEdits(
              plan,
              { answers: new Map(), refused: new Set(), deleted: new Set() },
              { table, structure, findRow: (key) => byKey.get(key), sheetRows: () => empty },
            );
            // A fingerprint says that the file has only what was there; so nothing is written but for what it cannot know.
            expect(edits).toEqual([]);
            expect(plan.staleCount).toBe(
              rows.reduce((sum, row) => sum + Object.keys(extrasOf(row.values)).length, 0),
            );
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(formats)(
    'COL-10 rows of another report get every value of the file, by the titles: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(columns, async (given) => {
          const structure: ReportStructure = {
            ...buildReportStructure(),
            columns: given.map(({ column }) => column),
          };
          // The columns of next year’s report have other places, and these rows are not in it.
          const next = { ...structure, columns: structure.columns.toReversed() };
          const all = buildRows(given);
          for (const table of ['activity', 'expenditure'] as const) {
            const rows = all.filter(({ kind }) => kind === table);
            const file = await exportTable(structure, all, table, format);
            const plan = await planFile(file, {
              table,
              context: { structure: next, rows: [] },
              setup: { addsUnknown: true },
            });
            expect(plan.plan.questions).toEqual([]);
            const { edits } = buildImportEdits(
              plan,
              { answers: new Map(), refused: new Set(), deleted: new Set() },
              { table, structure: next, findRow: () => undefined, sheetRows: () => [] },
            );
            const inserted = edits.flatMap((edit) => (edit.kind === 'insert' ? [edit.row.values] : []));
            expect(inserted.map(extrasOf)).toEqual(rows.map(({ values }) => extrasOf(values)));
            for (const values of inserted) {
              const row = { ...(rows[0] as Row), values, flaws: {} } as Row;
              expect(judgeRow(row, columnSetOf(next))).toBe(row);
            }
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('COL-10 a flagged value is marked in the file, and comes back as no change', async () => {
    const choice = buildColumn('c1', { title: 'Стан справ', kind: 'choice', options: ['Ні'] });
    const structure = { ...buildReportStructure(), columns: [choice] };
    const row = buildActivity('a1', { content: 'Нарада' });
    const field: ExtraField = extraFieldOf(choice);
    const flawed = judgeRow({ ...row, values: { ...row.values, [field]: 'Так' } }, columnSetOf(structure));
    expect(flawed.flaws[field]).toMatchObject({ code: 'no-option' });
    for (const format of formats) {
      const file = await exportTable(structure, [flawed], 'activity', format);
      const plan = await planFile(file, { table: 'activity', context: { structure, rows: [flawed] } });
      expect([plan.plan.lines, plan.plan.questions]).toEqual([[], []]);
    }
  });
});
