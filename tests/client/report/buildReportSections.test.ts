import { expect, test } from 'vitest';
import { buildReportSections } from '#client/report/buildReportSections.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { formatCountWithNoun } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';

const structure = buildExampleStructure();
const totals = computeTotals(structure, buildExampleRows());
const sections = buildReportSections(structure, totals);

function printIndicators(number: number): string[] {
  const section = sections.find(({ direction }) => direction.number === number);
  return (section?.indicators ?? []).map(({ indicator, value }) => formatCountWithNoun(indicator, value));
}

test('CTL-8 every direction of the 2020 report prints its money, and the whole its total', () => {
  expect(sections.map(({ direction, money }) => [direction.number, formatMoney(money.actualMinor)])).toEqual([
    [1, '47\u00A0580,00\u00A0грн'],
    [2, '0,00\u00A0грн'],
    [3, '0,00\u00A0грн'],
    [4, '390\u00A0023,56\u00A0грн'],
    [5, '0,00\u00A0грн'],
    [6, '0,00\u00A0грн'],
  ]);
  expect(formatMoney(totals.grand.actualMinor)).toBe('437\u00A0603,56\u00A0грн');
});

test('CTL-8 indicators agree with their numbers, parts after their wholes', () => {
  expect(printIndicators(1)).toEqual([
    '55 засідань постійних комісій',
    '13 пленарних засідань',
    '2 навчання',
  ]);
  expect(printIndicators(3)[0]).toBe('понад 90 заходів');
  const honoured = sections[3]?.indicators ?? [];
  const whole = honoured.findIndex(({ indicator }) => indicator.key === 'people-honoured');
  expect(honoured[whole + 1]).toMatchObject({ depth: 1, value: 58 });
});

test('CTL-8 directions without indicators still say how much was recorded', () => {
  expect(sections[4]?.indicators).toEqual([]);
  expect(sections[4]?.activityCount).toBeGreaterThan(0);
});
