import type { CellChange } from '#client/sync/ReportSession.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { readCellValue } from '../readCell.ts';
import type { CellValue } from './CellCheck.ts';
import type { Decisions, Plan, PlannedCell, PlannedLine, Question } from './Plan.ts';

/** Values of a row to be added. */
export type PlannedRow = {
  readonly organisationId: OrganisationId;
  readonly values: Partial<Record<Field, CellValue>>;
};

/** What is to be written, once everything is decided. */
export type ResolvedPlan = {
  readonly cells: readonly CellChange[];
  readonly rows: readonly PlannedRow[];
  /** Cells of the block that are left out: refused, or left as they are on purpose. */
  readonly leftCount: number;
  /** Indicators taken away because their row gets another direction. */
  readonly clearedCount: number;
};

/** A question without an answer leaves its cells as they are. */
export function resolvePlan(
  plan: Plan,
  decisions: Decisions,
  structure: Pick<ReportStructure, 'indicators'>,
): ResolvedPlan {
  const cells: CellChange[] = [];
  const rows: PlannedRow[] = [];
  let leftCount = 0;
  let clearedCount = 0;
  for (const line of plan.lines) {
    const values = new Map<Field, CellValue>();
    for (const cell of line.cells) {
      const value = decide(cell, decisions);
      if (value === undefined) leftCount += 1;
      else values.set(cell.field, value);
    }
    if (agreeOnDirection(line.row, values, structure)) clearedCount += 1;
    const organisationId = line.organisationId ?? decisions.organisationId;
    if (line.row !== null) {
      const { organisationId: owner, id: rowId } = line.row;
      for (const [field, value] of values) cells.push({ organisationId: owner, rowId, field, value });
    } else if ([...values.values()].some((value) => value !== null)) {
      if (organisationId === null) leftCount += values.size;
      else rows.push({ organisationId, values: Object.fromEntries(values) });
    }
  }
  return { cells, rows, leftCount, clearedCount };
}

/** What a cell shows when the plan is carried out; undefined when it stays as it is. */
export function decide(cell: PlannedCell, { answers }: Pick<Decisions, 'answers'>): CellValue | undefined {
  if (cell.question === null) return cell.value;
  const answer = answers.get(cell.question.id) ?? 'keep';
  if (answer === 'keep') return undefined;
  return answer === 'empty' ? null : answer.use;
}

/** Questions that somebody has to answer before everything is decided. */
export function openQuestions(plan: Plan, { answers }: Pick<Decisions, 'answers'>): Question[] {
  return plan.questions.filter(({ isOpen, id }) => isOpen && !answers.has(id));
}

/** Rule GRD-7, for a whole line. True when an indicator had to go. */
export function agreeOnDirection(
  row: Row | null,
  values: Map<Field, CellValue>,
  { indicators }: Pick<ReportStructure, 'indicators'>,
): boolean {
  if (!values.has('indicatorId') && !values.has('directionId')) return false;
  const read = (field: Field) =>
    values.has(field) ? (values.get(field) ?? null) : row === null ? null : readCellValue(row, field);
  const indicatorId = read('indicatorId');
  const indicator = indicators.find(({ id }) => id === indicatorId);
  if (indicator === undefined) return false;
  const directionId = read('directionId');
  if (directionId === null && values.has('indicatorId')) {
    values.set('directionId', indicator.directionId);
    return false;
  }
  if (directionId === null || directionId === indicator.directionId) return false;
  values.set('indicatorId', null);
  return true;
}

/** For counting before anything is written. */
export function countLines(lines: readonly PlannedLine[]): { oldLines: number; newLines: number } {
  const newLines = lines.filter(({ row }) => row === null).length;
  return { oldLines: lines.length - newLines, newLines };
}
