import { formatCount } from '../language/nouns.ts';
import type { ReportStructure } from '../model/structure.ts';
import { formatMoney } from '../money/formatMoney.ts';
import type { MoneySums, Totals } from '../totals/Totals.ts';
import type { Finding, FindingCode } from './Finding.ts';

/** A correction that takes away more than there is: of an indicator, a direction, a fund or a code. */
export function findBelowZero(
  { indicators, directions, corrections }: Pick<ReportStructure, 'indicators' | 'directions' | 'corrections'>,
  totals: Totals,
): Finding[] {
  // Rows alone are never below zero.
  if (corrections.length === 0) return [];
  return [
    ...indicators.flatMap(({ id, title }) => {
      const value = totals.indicators.get(id)?.value ?? 0;
      if (value >= 0) return [];
      const found = buildFinding('indicator.below-zero', { title, value: formatCount(value) });
      return [{ ...found, indicatorId: id }];
    }),
    ...directions.flatMap(({ id, number, title }) =>
      findSums('direction.below-zero', { number, title }, totals.byDirection.get(id)),
    ),
    ...[...totals.byFund].flatMap(([fund, sums]) => findSums('fund.below-zero', { fund }, sums)),
    ...[...totals.byKpkvk].flatMap(([code, sums]) =>
      findSums('code.below-zero', { code: `КПКВК ${code}` }, sums),
    ),
    ...[...totals.byKekv].flatMap(([code, sums]) =>
      findSums('code.below-zero', { code: `КЕКВ ${code}` }, sums),
    ),
  ];
}

/** The lower of the two sums speaks for both. */
function findSums(code: FindingCode, place: Finding['parameters'], sums: MoneySums | undefined): Finding[] {
  if (sums === undefined) return [];
  const lower = sums.actualMinor < sums.plannedMinor ? sums.actualMinor : sums.plannedMinor;
  return lower < 0n ? [buildFinding(code, { ...place, value: formatMoney(lower) })] : [];
}

function buildFinding(code: FindingCode, parameters: Finding['parameters']): Finding {
  const nowhere = { organisationId: null, rowId: null, field: null, indicatorId: null };
  return { code, severity: 'error', ...nowhere, parameters };
}
