import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFindingGroups } from '#client/control/buildFindingGroups.ts';
import { buildMatrix } from '#client/control/buildMatrix.ts';
import { formatMeasure } from '#client/control/measures.ts';
import { buildSheetGroups } from '#client/control/sheets/buildSheetGroups.ts';
import { isSameLine, type LineContent } from '#client/control/sheets/isSameLine.ts';
import type { SheetView } from '#client/submission/SheetView.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import { RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import type { SubmissionStep } from '#shared/submission/submissionSteps.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const organisation = must(structure.organisations[0], 'an organisation');

function buildSheet(part: Partial<SheetView> = {}): SheetView {
  return {
    organisationId: organisation.id,
    organisation,
    status: 'submitted',
    lastStep: null,
    submission: null,
    acceptance: null,
    contentHash: 'a'.repeat(64),
    isChangedSinceAcceptance: false,
    rowCount: 1,
    findings: { open: 0, explained: 0 },
    completeness: {
      rowsByDirection: {},
      missing: { directions: [], withoutDirection: 0, withoutName: 0, withoutAmount: 0 },
    },
    lastChange: null,
    steps: new Set<SubmissionStep>(['accept', 'return']),
    ...part,
  };
}

const buildFinding = (row: string): Finding => ({
  code: 'row.duplicate',
  severity: 'warning',
  organisationId: organisation.id,
  rowId: RowId.parse(row),
  field: null,
  indicatorId: null,
  parameters: {},
});

/** The lines of all organisations, as they are drawn from these rows. */
function readLines(rows: readonly Row[], sheets: SheetView[] = [], findings: Finding[] = []): LineContent[] {
  const matrix = buildMatrix(structure, computeTotals(structure, rows));
  const directions = matrix.rows.map(({ direction }) => direction);
  const groups = buildFindingGroups(structure, findings);
  return buildSheetGroups(matrix, structure, sheets).flatMap(({ lines }) =>
    lines.map((line) => ({
      line,
      directions,
      findings: groups.find((group) => group.organisation?.id === line.organisation.id) ?? null,
    })),
  );
}

const first = (...given: Parameters<typeof readLines>) => must(readLines(...given)[0], 'a line');

/** What stands in the line, in words. */
const print = ({ line: { organisation: of, cells, total }, directions }: LineContent) =>
  JSON.stringify([
    of.shortName,
    directions.map((direction) => direction?.title),
    ...[...cells, total].map(({ sums }) =>
      (['planned', 'actual', 'percent', 'deviation'] as const).map((measure) =>
        formatMeasure(sums, measure, 'uah'),
      ),
    ),
  ]);

describe('CTL-27: a line of «Виконавці й напрями» that is taken for the same', () => {
  test('CTL-27: looks the same, whatever the rows; the very same rows are taken for the same', () => {
    let same = 0;
    fc.assert(
      fc.property(anyRows, anyRows, (before, more) => {
        const [a, b] = [readLines(before), readLines([...before, ...more.slice(0, 1)])];
        for (const [index, line] of a.entries()) {
          const next = b[index];
          if (next === undefined || !isSameLine(line, next)) continue;
          same += 1;
          expect(print(next)).toBe(print(line));
        }
        // Those of organisations that are not in the report are made anew each time.
        const known = readLines(before).filter(({ line }) =>
          structure.organisations.includes(line.organisation as never),
        );
        for (const line of known) {
          expect(a.some((one) => isSameLine(one, line))).toBe(true);
        }
      }),
    );
    expect(same).toBeGreaterThan(50);
  });

  test('CTL-27: is any but that of the organisation whose row has changed', () => {
    const rows = ['o1', 'o2', 'o3'].map((of) => buildExpenditure(of, { actualMinor: 5 }, of));
    const changed = rows.map((row, index) =>
      index === 1 ? buildExpenditure('o2', { actualMinor: 6 }, 'o2') : row,
    );
    const [a, b] = [readLines(rows), readLines(changed)];
    expect(a.map((line, index) => isSameLine(line, must(b[index], 'a line')))).toEqual([true, false, true]);
  });

  test('CTL-27: is none whose state, steps or findings have changed', () => {
    const rows = [buildExpenditure('a', { actualMinor: 5 })];
    const sheet = buildSheet();
    const line = first(rows, [sheet]);
    const isSame = (part: Partial<SheetView>) => isSameLine(line, first(rows, [{ ...sheet, ...part }]));
    expect(isSame({})).toBe(true);
    expect(isSame({ steps: new Set<SubmissionStep>(['return', 'accept']) })).toBe(true);
    expect(isSame({ steps: new Set<SubmissionStep>(['return']) })).toBe(false);
    expect(isSame({ steps: new Set<SubmissionStep>(['return', 'submit']) })).toBe(false);
    expect(isSame({ status: 'accepted' })).toBe(false);
    expect(isSame({ isChangedSinceAcceptance: true })).toBe(false);
    expect(isSame({ findings: { open: 1, explained: 0 } })).toBe(false);
    expect(isSame({ completeness: { ...sheet.completeness } })).toBe(false);
    expect(isSameLine(line, first(rows, []))).toBe(false);
    expect(isSameLine(first(rows, []), line)).toBe(false);

    const findings = ['a', 'b'].map(buildFinding);
    const flawed = first(rows, [sheet], findings);
    expect(isSameLine(line, flawed)).toBe(false);
    expect(isSameLine(flawed, first(rows, [sheet], [...findings]))).toBe(true);
    expect(isSameLine(flawed, first(rows, [sheet], findings.slice(1)))).toBe(false);
  });

  test('CTL-27: is none under other directions', () => {
    const line = first([buildExpenditure('a', { directionId: must(structure.directions[0], 'd').id }, 'o1')]);
    const without = first([buildExpenditure('a', { directionId: null }, 'o1')]);
    expect(isSameLine(line, { ...line, directions: line.directions.slice(1) })).toBe(false);
    expect(isSameLine(line, { ...line, directions: without.directions })).toBe(false);
  });
});
