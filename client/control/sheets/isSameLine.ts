import type { SheetView } from '#client/submission/SheetView.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';
import type { FindingGroup } from '../buildFindingGroups.ts';
import type { MatrixRow } from '../buildMatrix.ts';
import type { MatrixLine } from './buildSheetGroups.ts';

/** What a line of one organisation is drawn from, beside what is the same for all of them. */
export type LineContent = {
  line: MatrixLine;
  directions: readonly MatrixRow['direction'][];
  findings: FindingGroup | null;
};

/**
 * Whether a line looks the same: with a city's sixty organisations, a change of one must not draw all of
 * them anew. What is taken for the same looks the same; the other way round costs a drawing. Rule CTL-27.
 */
export function isSameLine(a: LineContent, b: LineContent): boolean {
  return (
    a.line.organisation === b.line.organisation &&
    isSameSums(a.line.total.sums, b.line.total.sums) &&
    isSameList(a.line.cells, b.line.cells, (one, other) => isSameSums(one.sums, other.sums)) &&
    isSameList(a.directions, b.directions, (one, other) => one === other) &&
    isSameSheet(a.line.sheet, b.line.sheet) &&
    isSameFindings(a.findings, b.findings)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index] as T));
}

function isSameSums(a: MoneySums, b: MoneySums): boolean {
  return (
    a === b ||
    (a.plannedMinor === b.plannedMinor && a.actualMinor === b.actualMinor && a.rowCount === b.rowCount)
  );
}

/** A state that the server told anew keeps the parts that are as they were. */
function isSameSheet(a: SheetView | null, b: SheetView | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.steps.size !== b.steps.size) return false;
  for (const step of a.steps) if (!b.steps.has(step)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof SheetView>;
  keys.delete('steps');
  return [...keys].every((key) => a[key] === b[key]);
}

function isSameFindings(a: FindingGroup | null, b: FindingGroup | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.organisation?.name === b.organisation?.name &&
    isSameList(a.findings, b.findings, (one, other) => one === other)
  );
}
