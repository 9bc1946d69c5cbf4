import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { anyBudget, buildBudgetLine, meetBudget } from '#tests/support/buildBudget.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

test('TOT-19 the lines of the plan and what is outside of them add up to the totals, which stay those of the rows', () => {
  fc.assert(
    fc.property(anyBudget, anyRows, (budget, anything) => {
      const rows = meetBudget(anything, budget);
      const model = buildReportModel(buildContent({ ...buildReportStructure(), budget }, rows));
      const bare = buildReportModel(buildContent(buildReportStructure(), rows));
      expect(model.totals).toEqual(bare.totals);
      const { plan } = model;
      expect(plan === null).toBe(budget.length === 0);
      if (plan === null) return;
      const parts = [...plan.lines, ...(plan.outside === null ? [] : [plan.outside])];
      const add = (read: (part: (typeof parts)[number]) => bigint) =>
        parts.reduce((sum, part) => sum + read(part), 0n);
      expect(add(({ money }) => money.plannedMinor)).toBe(model.totals.grand.plannedMinor);
      expect(add(({ money }) => money.actualMinor)).toBe(model.totals.grand.actualMinor);
      expect(add(({ leftMinor }) => leftMinor)).toBe(plan.grand.leftMinor);
      expect(plan.grand.approvedMinor).toBe(budget.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n));
      expect(computeFooting(model).filter(({ isEqual }) => !isEqual)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('TOT-19 a number of the plan that differs is found by footing', () => {
  const structure = { ...buildReportStructure(), budget: [buildBudgetLine(500)] };
  const { directionId, fund, kpkvk, kekv } = must(structure.budget[0], 'the line');
  const row = buildExpenditure('a', { directionId, fund, kpkvk, kekv, plannedMinor: 400, actualMinor: 300 });
  const model = buildReportModel(buildContent(structure, [row]));
  const plan = must(model.plan, 'the plan');
  expect(plan.lines[0]).toMatchObject({ approvedMinor: 500n, leftMinor: 200n, percentTenths: 600 });
  // Deviation and per cent of the report go by what the rows plan.
  expect(model.totals.grand).toMatchObject({ deviationMinor: -100n, percentTenths: 750 });
  must(plan.lines[0], 'the line').money.actualMinor += 1n;
  expect(computeFooting(model).find(({ subject }) => subject === 'plan')).toMatchObject({ isEqual: false });
});
