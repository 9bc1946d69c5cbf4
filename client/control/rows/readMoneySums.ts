import { type MoneySums, noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { computeWithoutDirection } from '../computeWithoutDirection.ts';

/** The sums that a selection of money names; null for a combination the totals do not keep. */
export function readMoneySums(totals: Totals, selection: TotalSelection): MoneySums | null {
  const { measure, directionId, organisationId, indicatorId, fund, kpkvk, kekv } = selection;
  if (measure !== 'money' || indicatorId !== undefined) return null;
  const codes = [fund, kpkvk, kekv].filter((code) => code !== undefined).length;
  if (codes > 1 || (codes === 1 && (directionId !== undefined || organisationId !== undefined))) return null;
  if (fund !== undefined) return totals.byFund.get(fund) ?? noMoney;
  if (kpkvk !== undefined) return totals.byKpkvk.get(kpkvk) ?? noMoney;
  if (kekv !== undefined) return totals.byKekv.get(kekv) ?? noMoney;
  if (directionId === undefined) {
    return organisationId === undefined
      ? totals.grand
      : (totals.byOrganisation.get(organisationId) ?? noMoney);
  }
  if (directionId === null) {
    return organisationId === undefined
      ? totals.withoutDirection
      : computeWithoutDirection(totals, organisationId);
  }
  if (organisationId === undefined) return totals.byDirection.get(directionId) ?? noMoney;
  return totals.byDirectionOrganisation.get(directionId)?.get(organisationId) ?? noMoney;
}
