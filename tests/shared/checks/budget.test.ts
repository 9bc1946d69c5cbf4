import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFindingsEngine } from '#shared/checks/FindingsEngine.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildFindingKey, computeSheetFindings } from '#shared/submission/sheetFindings.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { anyBudget, buildBudgetLine, meetBudget } from '#tests/support/buildBudget.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const d1 = DirectionId.parse('d1');
const key = { directionId: d1, fund: 'general', kpkvk: ' 0210180 ', kekv: '2240' } as const;
const check = (budget: BudgetLine[], ...rows: Row[]) => {
  const structure = { ...buildReportStructure(), budget };
  return computeFindings(structure, rows, computeTotals(structure, rows)).filter(({ code }) =>
    /budget/.test(code),
  );
};
const spend = (id: string, values: Parameters<typeof buildExpenditure>[1] = {}, organisation = 'o1') =>
  buildExpenditure(id, { ...key, plannedMinor: 100, actualMinor: 100, ...values }, organisation);

describe('rows against the approved plan', () => {
  test('CHK-45 money spent without a line is an error where the key is not whole or wrong', () => {
    const plan = [buildBudgetLine(100)];
    expect(check(plan, spend('a'))).toEqual([]);
    const cells = [
      [spend('a', { directionId: null }), 'directionId'],
      [spend('a', { directionId: DirectionId.parse('gone') }), 'directionId'],
      [spend('a', { fund: null }), 'fund'],
      [spend('a', { kpkvk: ' ' }), 'kpkvk'],
      [spend('a', { kekv: null }), 'kekv'],
      [spend('a', { kekv: '2210' }), 'kekv'],
      [spend('a', {}, 'o2'), 'kekv'],
    ] as const;
    for (const [row, field] of cells) {
      expect(check(plan, spend('b'), row)).toMatchObject([
        { code: 'expenditure.no-budget-line', severity: 'error', rowId: 'a', field },
      ]);
    }
    expect(check(plan, spend('b'), spend('a', { kekv: '2210', actualMinor: null }))).toEqual([]);
    expect(check(plan, spend('b'), spend('a', { kekv: '2210', actualMinor: 0 }))).toEqual([]);
    expect(check([], spend('a', { kekv: '2210' }))).toEqual([]);
  });

  test('CHK-46 a line overspent is an error, one planned otherwise a warning', () => {
    const line = buildBudgetLine(100_000);
    const place = { organisationId: 'o1', rowId: null, budgetLine: { directionId: d1, kekv: '2240' } };
    const over = check(
      [line],
      spend('a', { plannedMinor: 60_000, actualMinor: 60_000 }),
      spend('b', { plannedMinor: 40_000, actualMinor: 40_001 }),
    );
    expect(over).toMatchObject([{ code: 'budget.over-line', severity: 'error', ...place }]);
    const [finding] = over;
    expect(finding && formatFinding(finding, 'uk').replaceAll('\u00A0', ' ')).toBe(
      'Витрачено 1 000,01 грн за затвердженого плану 1 000,00 грн, на 0,01 грн більше: напрям 1, Загальний фонд, КПКВК 0210180, КЕКВ 2240. Перевірте суми в рядках.',
    );
    expect(finding && formatFinding(finding, 'en')).toContain('direction 1, general fund, KPKVK');
    expect(check([line], spend('a', { plannedMinor: 99_999 }))).toMatchObject([
      { code: 'budget.other-planned', severity: 'warning', ...place },
    ]);
    expect(check([line])).toMatchObject([{ code: 'budget.other-planned' }]);
    expect(check([buildBudgetLine(0)])).toEqual([]);
  });

  test('CHK-47 in a sheet its own lines are held against its rows, each under a key of its own', () => {
    const budget = [
      buildBudgetLine(1),
      buildBudgetLine(1, { kekv: '2282' }),
      buildBudgetLine(1, { organisation: 'o2' }),
    ];
    const structure = { ...buildReportStructure(), budget };
    const found = computeSheetFindings(structure, OrganisationId.parse('o1'), []);
    expect(found.map((one) => one.key)).toEqual([
      'budget.other-planned/d1/general/0210180/2240',
      'budget.other-planned/d1/general/0210180/2282',
    ]);
    // An organisation that has no line at all spends without one, though it is told nothing of others' lines.
    const o3 = OrganisationId.parse('o3');
    expect(computeSheetFindings(structure, o3, [spend('a', {}, 'o3')])).toMatchObject([
      { finding: { code: 'expenditure.no-budget-line' } },
    ]);
  });

  test('CHK-47 kept in step with rows they are what a check of all rows says, line by line', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyBudget, anyBudget, anyRows, anyRows, (budget, next, before, after) => {
        const engine = createFindingsEngine({ ...buildReportStructure(), budget });
        const put = (rows: readonly Row[]) =>
          engine.apply(rows.map((row) => ({ rowId: row.id, organisationId: row.organisationId, row })));
        const current = new Map<string, Row>();
        const steps = [
          { rows: meetBudget(before, budget), plan: budget },
          { rows: meetBudget(after, next), plan: next },
        ];
        for (const { rows, plan } of steps) {
          const structure = { ...buildReportStructure(), budget: plan };
          engine.setStructure(structure);
          put(rows);
          for (const row of rows) current.set(`${row.organisationId}/${row.id}`, row);
          const all = [...current.values()];
          const totals = computeTotals(structure, all);
          engine.setTotals(totals);
          const texts = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
          expect(texts(engine.findings())).toEqual(texts(computeFindings(structure, all, totals)));
          const keys = engine.findings().map((one) => `${one.organisationId} ${buildFindingKey(one)}`);
          expect(new Set(keys).size).toBe(keys.length);
          compared += engine.findings().filter(({ code }) => code.startsWith('budget.')).length;
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
