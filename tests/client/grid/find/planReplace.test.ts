import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCellTexts } from '#client/grid/CellTexts.ts';
import { deviationColumn, fieldSpecs, organisationColumn } from '#client/grid/fields.ts';
import type { MatchedCell } from '#client/grid/find/CellFinder.ts';
import { buildNeedle } from '#client/grid/find/findMatches.ts';
import { planReplace, type ReplaceContext, type ReplacePlan } from '#client/grid/find/planReplace.ts';
import { createRowFolder } from '#client/grid/find/RowFolder.ts';
import type { Row } from '#shared/model/rows.ts';
import { ActivityValues, ExpenditureValues } from '#shared/model/rows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const texts = createCellTexts(structure, 'uk', (_field, value) => value);

function plan(rows: readonly Row[], text: string, replacement: string, foreign = ''): ReplacePlan {
  const needle = buildNeedle(text, { isCaseSensitive: false, isWholeCell: false });
  const folder = createRowFolder(texts);
  const cells: MatchedCell[] = rows.flatMap((row) =>
    [
      ...fieldSpecs[row.kind].map(({ field }) => field as string),
      organisationColumn,
      deviationColumn,
    ].flatMap((column) => {
      const matches = needle === null ? [] : folder.find(row, column, needle);
      return matches.length === 0 ? [] : [{ row, column, matches }];
    }),
  );
  const context: ReplaceContext = {
    table: rows[0]?.kind ?? 'expenditure',
    structure,
    language: 'uk',
    columnTitle: (field) => field,
    choiceLabel: (_field, value) => value,
    texts,
    canWrite: (organisationId) =>
      organisationId === foreign ? { allowed: false, reason: 'access.not-your-sheet' } : { allowed: true },
  };
  const steps = planReplace(cells, replacement, context);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

test('GRD-66 words are replaced, and what does not fit is refused with the reason', () => {
  const row = buildExpenditure('r1', { measure: 'Папір 100', plannedMinor: 10_000, actualMinor: 10_000 });
  const { changes, count, refused } = plan([row], '100', 'сто');
  expect(changes).toEqual([{ organisationId: 'o1', rowId: 'r1', field: 'measure', value: 'Папір сто' }]);
  expect(count).toBe(1);
  expect(refused.map(({ column, kind }) => [column, kind])).toEqual([
    ['plannedMinor', 'unfit'],
    ['actualMinor', 'unfit'],
  ]);
});

test('GRD-66 an amount that could then mean two is not written', () => {
  const { changes, refused } = plan(
    [buildExpenditure('r1', { plannedMinor: 39_002_300 })],
    '390 023,00',
    '390,023',
  );
  expect(changes).toEqual([]);
  expect(refused[0]?.error?.code).toBe('money.ambiguous');
});

test('GRD-66 others’ rows, derived cells and values that could not be read stay as they are', () => {
  const base = buildExpenditure('r1', { plannedMinor: 200, actualMinor: 100 });
  const flawed = { ...base, flaws: { document: { code: 'wrong-type' as const, raw: '1,00 і далі…' } } };
  const foreign = buildExpenditure('r2', { measure: 'o1 1,00' }, 'o2');
  const { changes, refused } = plan([flawed, foreign], '1,00', '3,00', 'o2');
  expect(changes).toEqual([{ organisationId: 'o1', rowId: 'r1', field: 'actualMinor', value: 300 }]);
  expect(refused.map(({ row, column, kind }) => [row.id, column, kind])).toEqual([
    ['r1', 'document', 'unfit'],
    ['r1', deviationColumn, 'derived'],
    ['r2', 'measure', 'foreign'],
  ]);
});

test('GRD-66 whatever is replaced by whatever, only values that their fields take are written, and nothing is dropped unnamed', () => {
  const words = fc.constantFrom(
    'н',
    'НАРАДА',
    '0',
    '1',
    ' ',
    ',',
    '22',
    '2020',
    'Напрям',
    'круглий стіл',
    '',
  );
  fc.assert(
    fc.property(anyRows, words, words, (rows, text, replacement) => {
      const { changes, refused } = plan(rows, text, replacement);
      for (const { organisationId, rowId, field, value } of changes) {
        const row = rows.find((one) => one.id === rowId && one.organisationId === organisationId);
        const schema = row?.kind === 'activity' ? ActivityValues : ExpenditureValues;
        expect(schema.partial().safeParse({ [field]: value }).success).toBe(true);
      }
      const written = new Set(
        changes.map(({ rowId, organisationId, field }) => `${organisationId}/${rowId}/${field}`),
      );
      for (const { row, column } of refused)
        expect(written.has(`${row.organisationId}/${row.id}/${column}`)).toBe(false);
    }),
  );
});
