import { describe, expect, it } from 'vitest';
import { buildImportEdits } from '#client/grid/import/write/buildImportEdits.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { readPlanned } from '../paste/planSupport.ts';
import { exportTable, planFile } from './planImport.ts';

const structure = buildReportStructure();
const table = 'expenditure' as const;
const o1 = OrganisationId.parse('o1');

const csv = (...lines: string[][]) =>
  new Blob([lines.map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\r\n')]);

/** An export in which somebody has changed cells of the first row, in the standard flavour. */
async function changeExport(rows: readonly Row[], change: (text: string) => string): Promise<Blob> {
  const file = await exportTable(structure, rows, table, 'standard');
  return new Blob([change(await file.text())]);
}

const plan = (file: Blob, rows: readonly Row[], setup = {}) =>
  planFile(file, { table, context: { structure, rows }, setup: { ownOrganisationId: o1, ...setup } });

describe('a file with ids', () => {
  const exported = [
    buildExpenditure('r1', { measure: 'Папір', actualMinor: 100_00, note: 'стара' }),
    buildExpenditure('r2', { measure: 'Ручки', actualMinor: 200_00 }),
  ];

  it('IMP-21 changes exactly the cells that were changed in it', async () => {
    const file = await changeExport(exported, (text) => text.replace('100.00', '123.45'));
    const made = await plan(file, exported);
    expect(readPlanned(made.plan)).toEqual([[expect.any(Number), 'actualMinor', 123_45]]);
    expect(made.conflicts.size).toBe(0);
  });

  it('IMP-22 leaves what colleagues have changed since, and marks what both have changed', async () => {
    const now = [
      buildExpenditure('r1', { measure: 'Папір', actualMinor: 150_00, note: 'нова' }),
      buildExpenditure('r2', { measure: 'Ручки', actualMinor: 200_00 }),
    ];
    const untouched = await plan(await changeExport(exported, (text) => text), now);
    expect(untouched.plan.lines).toEqual([]);
    expect(untouched.staleCount).toBe(2);

    const both = await plan(await changeExport(exported, (text) => text.replace('100.00', '123.45')), now);
    expect(readPlanned(both.plan)).toEqual([[expect.any(Number), 'actualMinor', 123_45]]);
    expect([...both.conflicts]).toEqual([expect.stringMatching(/\/actualMinor$/)]);
    expect(both.staleCount).toBe(1);
  });

  it('IMP-23 names rows it does not have, and deletes only those that are chosen', async () => {
    const now = [...exported, buildExpenditure('r3', { measure: 'Нове' }), buildExpenditure('x1', {}, 'o2')];
    const made = await plan(await changeExport(exported, (text) => text), now);
    expect(made.missing.map(({ id }) => id)).toEqual(['r3']);
    const sheets = {
      table,
      structure,
      findRow: (key: string) => now.find((row) => rowKey(row) === key),
      sheetRows: () => now,
    };
    const decisions = {
      answers: new Map(),
      refused: new Set<never>(),
      deleted: new Set<`${OrganisationId}/${Row['id']}`>(),
    };
    expect(buildImportEdits(made, decisions, sheets).edits).toEqual([]);
    const deleted = new Set(made.missing.map(rowKey));
    expect(buildImportEdits(made, { ...decisions, deleted }, sheets).edits).toEqual([
      { kind: 'delete', organisationId: 'o1', rowId: 'r3' },
    ]);
  });

  it('IMP-24 takes a repeated code for a new row, and an unknown one only on demand', async () => {
    const file = csv(
      ['Захід', 'Факт', 'Код рядка'],
      ['Папір', '100,00', 'r1'],
      ['Копія', '7,00', 'r1'],
      ['Чуже', '8,00', 'zzz'],
    );
    const made = await plan(file, exported);
    expect(made.repeated.map(({ number }) => number)).toEqual([3]);
    expect(made.unknown.map(({ number }) => number)).toEqual([4]);
    expect(made.plan.lines.map(({ number, row }) => [number, row])).toEqual([[3, null]]);
    const all = await plan(file, exported, { addsUnknown: true });
    expect(all.plan.lines.map(({ number }) => number)).toEqual([3, 4]);
  });

  it('IMP-25 writes nothing over what a colleague changes while the preview is open', async () => {
    const made = await plan(
      await changeExport(exported, (text) => text.replace('100.00', '123.45')),
      exported,
    );
    const now = [buildExpenditure('r1', { measure: 'Папір', actualMinor: 999_00, note: 'стара' })];
    const done = buildImportEdits(
      made,
      { answers: new Map(), refused: new Set(), deleted: new Set() },
      { table, structure, findRow: (key) => now.find((row) => rowKey(row) === key), sheetRows: () => now },
    );
    expect(done.edits).toEqual([]);
    expect(done).toMatchObject({ overtakenCount: 1, leftCount: 1 });
  });

  it('IMP-26 refuses changes of another organisation’s rows by its name', async () => {
    const foreign = [buildExpenditure('r1', { measure: 'Папір', actualMinor: 1_00 }, 'o2')];
    const made = await plan(await changeExport(foreign, (text) => text.replace('Папір', 'Картон')), foreign);
    expect(made.plan.questions.map(({ kind, text, isOpen }) => [kind, text, isOpen])).toEqual([
      ['not-yours', 'o2', false],
    ]);
  });
});

describe('a file without ids', () => {
  it('IMP-26 sends each new row to the organisation it names, and asks about names it does not know', async () => {
    const file = csv(
      ['Виконавець', 'Захід', 'Факт, тис. грн'],
      ['o1', 'Папір', '390,0236'],
      ['Управління невідоме', 'Ручки', '1'],
      ['', 'Теки', '2'],
      ['o2', 'Чуже', '3'],
    );
    const made = await plan(file, []);
    expect(made.organisations).toEqual([
      { text: 'o1', organisationId: 'o1', count: 1 },
      { text: 'Управління невідоме', organisationId: null, count: 1 },
      { text: 'o2', organisationId: 'o2', count: 1 },
    ]);
    expect(readPlanned(made.plan)).toEqual([
      [2, 'measure', 'Папір'],
      [2, 'actualMinor', 390_023_60],
      [4, 'measure', 'Теки'],
      [4, 'actualMinor', 2_000_00],
      [5, 'measure', '?not-yours'],
      [5, 'actualMinor', '?not-yours'],
    ]);
    const chosen = await plan(file, [], { organisations: new Map([['Управління невідоме', o1]]) });
    expect(chosen.plan.lines.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
  });

  it('IMP-10 IMP-11 leaves totals and hidden rows out, and takes them on demand', async () => {
    const file = csv(['Захід', 'Факт'], ['Папір', '1'], ['Усього', '1']);
    expect((await plan(file, [])).totals).toEqual([{ number: 3, label: 'Усього' }]);
    expect((await plan(file, [], { takesTotals: true })).plan.lines).toHaveLength(2);
  });
});
