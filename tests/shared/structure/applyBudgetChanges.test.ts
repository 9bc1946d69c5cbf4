import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { BudgetLine } from '#shared/model/budget.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { applyStructureEdit } from '#shared/structure/applyStructureEdit.ts';
import { type BudgetLineChange, StructureEdit } from '#shared/structure/StructureEdit.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const line = buildBudgetLine;
const build = (...budget: BudgetLine[]): ReportStructure => ({ ...buildReportStructure(), budget });
const change = (now: ReportStructure, ...changes: BudgetLineChange[]): ReportStructure =>
  applyStructureEdit(now, { kind: 'budget.change', changes }, () => undefined);
const refusal = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('the approved plan', () => {
  test('SET-34 a line is named by its key, of which there is one', () => {
    const o2 = line(5, { organisation: 'o2' });
    const next = change(
      build(line(1)),
      { from: null, to: o2 },
      { from: null, to: line(2, { kekv: '2210' }) },
    );
    expect(next.budget).toEqual([line(2, { kekv: '2210' }), line(1), o2]);
    expect(refusal(() => change(build(line(1)), { from: null, to: line(2) }))).toBe('budget.taken');
    expect(refusal(() => change(build(), { from: null, to: o2 }, { from: null, to: o2 }))).toBe(
      'budget.taken',
    );
    for (const stranger of [line(1, { direction: 'd9' }), line(1, { organisation: 'o9' })]) {
      expect(refusal(() => change(build(), { from: null, to: stranger }))).toBe('structure.not-in-report');
    }
  });

  test.each([
    { kpkvk: '210180' },
    { kpkvk: '02101800' },
    { kekv: '221' },
    { kekv: '22x0' },
    { amountMinor: -1 },
    { amountMinor: 0.5 },
    { fund: 'loan' },
  ])('SET-34 %j is no line', (wrong) => {
    expect(BudgetLine.safeParse({ ...line(1), ...wrong }).success).toBe(false);
    expect(BudgetLine.safeParse(line(1)).success).toBe(true);
  });

  test('SET-35 changes are made all or none, each from what stood there', () => {
    const now = build(line(1), line(2, { organisation: 'o2' }));
    const moved = change(
      now,
      { from: line(1), to: line(2, { organisation: 'o2', amountMinor: 9 }) },
      { from: line(2, { organisation: 'o2' }), to: line(1, { amountMinor: 8 }) },
    );
    expect(moved.budget).toEqual([line(8), line(9, { organisation: 'o2' })]);
    expect(change(now, { from: line(1), to: null }).budget).toEqual([line(2, { organisation: 'o2' })]);
    for (const from of [line(3), line(1, { kekv: '2210' })]) {
      const changes = [
        { from: null, to: line(4, { kekv: '2282' }) },
        { from, to: null },
      ];
      expect(refusal(() => change(now, ...changes))).toBe('structure.changed');
    }
    const twice = { from: line(1), to: null };
    expect(refusal(() => change(now, twice, twice))).toBe('structure.changed');
    expect(now.budget).toHaveLength(2);
    const nothing = { kind: 'budget.change', changes: [{ from: null, to: null }] };
    expect(StructureEdit.safeParse(nothing).success).toBe(false);
    expect(StructureEdit.safeParse({ kind: 'budget.change', changes: [] }).success).toBe(false);
  });

  test('SET-36 what the plan points at is not removed', () => {
    const now = build(line(1, { direction: 'd3', organisation: 'o3' }));
    const [d3, o3] = [must(now.directions[2], 'd3').id, must(now.organisations[2], 'o3').id];
    const edits: StructureEdit[] = [
      { kind: 'direction.remove', directionId: d3 },
      { kind: 'organisation.leave', organisationId: o3 },
    ];
    for (const edit of edits) {
      expect(refusal(() => applyStructureEdit(now, edit, () => undefined))).toBe('structure.planned');
      expect(refusal(() => applyStructureEdit(build(), edit, () => undefined))).toBeNull();
    }
  });

  test('SET-34 it stands in the order of the report, also when that changes', () => {
    const now = build(line(1), line(2, { direction: 'd2' }));
    const order = now.directions.map(({ id }) => id).reverse();
    const next = applyStructureEdit(now, { kind: 'directions.order', order }, () => undefined);
    expect(next.budget).toEqual([line(2, { direction: 'd2' }), line(1)]);
  });
});
