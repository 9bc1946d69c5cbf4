import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatrix, type MatrixCell } from '#client/control/buildMatrix.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { selectRows } from '#shared/totals/totalRows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');

function addUp(cells: readonly MatrixCell[]) {
  return cells.reduce(
    (sum, { sums }) => ({
      plannedMinor: sum.plannedMinor + sums.plannedMinor,
      actualMinor: sum.actualMinor + sums.actualMinor,
      rowCount: sum.rowCount + sums.rowCount,
    }),
    { plannedMinor: 0n, actualMinor: 0n, rowCount: 0 },
  );
}

test('CTL-1 lines, columns and the corner of the matrix add up, whatever the rows', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const matrix = buildMatrix(structure, computeTotals(structure, rows));
      for (const row of matrix.rows) expect(addUp(row.cells)).toEqual(row.total.sums);
      matrix.totals.forEach((total, column) => {
        expect(addUp(matrix.rows.flatMap(({ cells }) => cells[column] ?? []))).toEqual(total.sums);
      });
      expect(addUp(matrix.totals)).toEqual(matrix.grand.sums);
      expect(addUp(matrix.rows.map(({ total }) => total))).toEqual(matrix.grand.sums);
    }),
  );
});

test('CTL-3 the rows behind every cell of the matrix give its number again', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const matrix = buildMatrix(structure, computeTotals(structure, rows));
      const cells = [
        ...matrix.rows.flatMap((row) => [...row.cells, row.total]),
        ...matrix.totals,
        matrix.grand,
      ];
      for (const { sums, selection } of cells) {
        const selected = selectRows(rows, selection, structure);
        expect(computeTotals(structure, selected).grand).toEqual(sums);
      }
    }),
  );
});

test('CTL-2 the line without a direction comes and goes with its rows', () => {
  const placed = buildExpenditure('a', { directionId: d1, actualMinor: 100 });
  const unplaced = buildExpenditure('b', { actualMinor: 250 }, 'o2');
  const lost = buildExpenditure('c', { directionId: DirectionId.parse('gone'), actualMinor: 50 }, 'o2');

  const complete = buildMatrix(structure, computeTotals(structure, [placed]));
  expect(complete.rows.map(({ direction }) => direction?.number ?? null)).toEqual([1, 2, 3]);

  const { rows } = buildMatrix(structure, computeTotals(structure, [placed, unplaced, lost]));
  const last = rows.at(-1);
  expect(last?.direction).toBeNull();
  expect(last?.cells.map(({ sums }) => sums.actualMinor)).toEqual([0n, 300n, 0n]);
  expect(last?.total.selection).toEqual({ measure: 'money', directionId: null });
});

test('CTL-1 an organisation that left the report keeps a column while it has rows', () => {
  const row = buildExpenditure('a', { directionId: d1, actualMinor: 100 }, 'left');
  const { organisations, totals } = buildMatrix(structure, computeTotals(structure, [row]));
  expect(organisations.at(-1)?.id).toBe(OrganisationId.parse('left'));
  expect(totals.at(-1)?.sums.actualMinor).toBe(100n);
});
