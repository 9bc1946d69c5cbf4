import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeContentHash } from '#server/submission/computeContentHash.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildCanonicalSheet, readCanonicalCell } from '#shared/submission/canonicalSheet.ts';
import { compareSheetRows } from '#shared/submission/compareSheetRows.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRow } from '#tests/support/rowArbitraries.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const sheet: fc.Arbitrary<Row[]> = fc.uniqueArray(anyRow, { maxLength: 12, selector: ({ id }) => id });

describe('the canonical text of a sheet', () => {
  test('SUB-10 it is what the documentation says', () => {
    const rows = [
      buildExpenditure('r2', { measure: 'Папір', plannedMinor: 390_023_56, fund: 'general' }),
      { ...buildActivity('r1'), flaws: { quantity: { code: 'wrong-type' as const, raw: '"п’ять"' } } },
    ];
    expect(buildCanonicalSheet(rows)).toBe(
      'zvit-sheet-1\n' +
        '["activity","r1",{"quantity":{"unreadable":"\\"п’ять\\""}}]\n' +
        '["expenditure","r2",{"fund":"general","measure":"Папір","plannedMinor":39002356}]\n',
    );
    expect(computeContentHash([])).toBe('a0f1b9db291cda15ec1a3cebbc75c5a833a47beeb6f763d0e1bed0bc08afc675');
  });

  test('SUB-10 rows in any order, at any place, and of any organisation have one text', () => {
    fc.assert(
      fc.property(
        sheet.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const moved = shuffled.map((row, index) => ({ ...row, order: `b${index}` }));
          expect(buildCanonicalSheet(moved)).toBe(buildCanonicalSheet(rows));
        },
      ),
    );
  });

  test('SUB-11 what looks the same is the same: signs of one letter, ends of lines, nothing and an empty text', () => {
    const text = (content: string | null) => buildCanonicalSheet([buildActivity('r1', { content })]);
    expect(text('\u0456\u0308жак')).toBe(text('\u0457жак'));
    expect(text('рядок\r\nдругий\rтретій')).toBe(text('рядок\nдругий\nтретій'));
    expect(text('')).toBe(text(null));
    // And no further: these are seen, or were meant.
    for (const [a, b] of [
      ['Нарада', 'нарада'],
      ['1', 'І'],
      ['a', 'а'],
      ['слово', 'слово слово'],
      ['«а»', '"а"'],
    ] as const) {
      expect(text(a)).not.toBe(text(b));
    }
  });

  test('SUB-12 any other value in any cell, and any row more or less, is another text', () => {
    fc.assert(
      fc.property(sheet, anyRow, (rows, row) => {
        const without = rows.filter(({ id }) => id !== row.id);
        const before = rows.find(({ id }) => id === row.id);
        const isSame =
          before !== undefined &&
          before.kind === row.kind &&
          Object.keys(row.values).every(
            (field) => readCanonicalCell(before, field) === readCanonicalCell(row, field),
          );
        expect(buildCanonicalSheet([...without, row]) === buildCanonicalSheet(rows)).toBe(isSame);
        if (before !== undefined) expect(buildCanonicalSheet(without)).not.toBe(buildCanonicalSheet(rows));
      }),
    );
  });

  test('SUB-12 no text in a cell passes for another cell or row', () => {
    fc.assert(
      fc.property(anyText, anyText, (content, note) => {
        const one = buildCanonicalSheet([buildActivity('r1', { content, note })]);
        const lines = one.split('\n');
        expect(lines).toHaveLength(3);
        const other = buildCanonicalSheet([buildActivity('r1', { content: note, note: content })]);
        expect(one === other).toBe(
          readCanonicalCell(buildActivity('r1', { content }), 'content') ===
            readCanonicalCell(buildActivity('r1', { content: note }), 'content'),
        );
      }),
    );
  });
});

describe('what differs between two contents', () => {
  test('SUB-13 there is something exactly when the texts differ, and it leads from one to the other', () => {
    fc.assert(
      fc.property(sheet, sheet, (before, after) => {
        const differences = compareSheetRows(before, after);
        expect(differences.length === 0).toBe(buildCanonicalSheet(before) === buildCanonicalSheet(after));
        for (const { kind, table, rowId, cells } of differences) {
          const find = (rows: Row[]) => rows.find((row) => row.id === rowId && row.kind === table);
          expect([find(before) !== undefined, find(after) !== undefined]).toEqual([
            kind !== 'added',
            kind !== 'removed',
          ]);
          for (const cell of cells) {
            const read = (row: Row | undefined) => (row ? readCanonicalCell(row, cell.field) : null);
            expect([read(find(before)), read(find(after))]).toEqual([cell.before, cell.after]);
            expect(cell.before).not.toEqual(cell.after);
          }
        }
      }),
    );
  });

  test('SUB-13 a value that cannot be read is told from one that can', () => {
    const readable = buildActivity('r1', { content: 'x' });
    const broken = { ...buildActivity('r1'), flaws: { content: { code: 'wrong-type' as const, raw: 'x' } } };
    expect(compareSheetRows([readable], [broken])).toMatchObject([
      { kind: 'changed', cells: [{ field: 'content', before: 'x', after: { unreadable: 'x' } }] },
    ]);
    expect(compareSheetRows([broken], [broken])).toEqual([]);
  });
});
