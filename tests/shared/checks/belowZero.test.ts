import { describe, expect, it } from 'vitest';
import { createFindingsEngine } from '#shared/checks/FindingsEngine.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import type { Correction } from '#shared/model/correction.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { computeSheetFindings } from '#shared/submission/sheetFindings.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const d1 = DirectionId.parse('d1');
const o1 = OrganisationId.parse('o1');
const check = (corrections: Correction[], rows: Row[]) => {
  const structure = { ...buildReportStructure(), corrections };
  return computeFindings(structure, rows, computeTotals(structure, rows));
};
const held = (id: string, key: string, quantity: number) =>
  buildActivity(id, { directionId: d1, indicatorId: IndicatorId.parse(key), quantity }, 'o1');
const spent = buildExpenditure(
  'r1',
  { directionId: d1, kpkvk: '0210180', kekv: '2240', fund: 'general', plannedMinor: 100, actualMinor: 100 },
  'o1',
);

describe('corrections that take away too much', () => {
  it('CHK-48 name the indicator, the direction, the fund and the codes, in both languages', () => {
    const subject = buildMoneySubject({ kpkvk: '0210180', kekv: '2240', fund: 'general', actualMinor: -150 });
    const findings = check(
      [buildCorrection('c1'), buildCorrection('c2', { subject })],
      [held('a', 'sum', 11), spent],
    );
    expect(findings.map(({ code, severity, organisationId }) => [code, severity, organisationId])).toEqual([
      ['indicator.below-zero', 'error', null],
      ['direction.below-zero', 'error', null],
      ['fund.below-zero', 'error', null],
      ['code.below-zero', 'error', null],
      ['code.below-zero', 'error', null],
    ]);
    expect(findings[0]).toMatchObject({ indicatorId: 'sum', parameters: { value: '−1' } });
    const texts = findings.flatMap((finding) => [formatFinding(finding, 'uk'), formatFinding(finding, 'en')]);
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    expect(texts[2]).toContain('напряму 1 «Напрям 1» менша за нуль: −0,50\u00A0грн');
  });

  it('CHK-48 say nothing when the numbers come to zero, and nothing to a sheet', () => {
    const subject = buildMoneySubject({ kpkvk: '0210180', actualMinor: -100 });
    const corrections = [buildCorrection('c1'), buildCorrection('c2', { subject })];
    expect(check(corrections, [held('a', 'sum', 12), spent]).map(({ code }) => code)).not.toContain(
      expect.stringContaining('below-zero'),
    );
    const structure = { ...buildReportStructure(), corrections: [buildCorrection('c1')] };
    expect(computeSheetFindings(structure, o1, [held('a', 'sum', 1)])).toEqual([]);
  });

  it('CHK-49 leave a part larger than its whole', () => {
    const rows = [held('a', 'sum', 20), held('b', 'part', 15)];
    expect(check([], rows)).toEqual([]);
    expect(check([buildCorrection('c1')], rows)).toMatchObject([
      {
        code: 'indicator.part-exceeds-whole',
        organisationId: null,
        parameters: { partValue: '15', wholeValue: '8' },
      },
    ]);
  });

  it('CHK-50 are told in step with rows and corrections', () => {
    const structure = buildReportStructure();
    const corrected = { ...structure, corrections: [buildCorrection('c1')] };
    const row = held('a', 'sum', 5);
    const engine = createFindingsEngine(structure);
    engine.apply([{ rowId: row.id, organisationId: o1, row }]);
    engine.setTotals(computeTotals(structure, [row]));
    expect(engine.findings()).toEqual([]);
    engine.setStructure(corrected);
    engine.setTotals(computeTotals(corrected, [row]));
    expect(engine.findings().map(({ code }) => code)).toEqual(['indicator.below-zero']);
    expect(engine.counts().get(null)).toEqual({ errorCount: 1, warningCount: 0 });
    engine.setStructure(structure);
    engine.setTotals(computeTotals(structure, [row]));
    expect(engine.findings()).toEqual([]);
  });
});
