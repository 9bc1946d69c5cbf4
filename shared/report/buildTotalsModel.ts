import type { DirectionId, OrganisationId } from '../model/ids.ts';
import { Fund } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { type MoneySums, noMoney, type Totals } from '../totals/Totals.ts';
import { buildMoneyModel } from './buildMoneyModel.ts';
import type { MoneyModel, OrganisationModel } from './ReportLine.ts';
import type { TotalsModel } from './ReportModel.ts';

/** The totals as a file prints them; indicators are added by who has them. */
export function buildTotalsModel(
  structure: ReportStructure,
  organisations: readonly OrganisationModel[],
  totals: Totals,
): Omit<TotalsModel, 'indicators'> {
  return {
    grand: buildMoneyModel(totals.grand),
    withoutDirection: totals.withoutDirection.rowCount > 0 ? buildMoneyModel(totals.withoutDirection) : null,
    byOrganisation: organisations.map((organisation) => ({
      organisation,
      money: buildMoneyModel(totals.byOrganisation.get(organisation.id)),
    })),
    matrix: buildMatrix(structure, organisations, totals),
    byFund: Fund.options.flatMap((fund) => {
      const sums = totals.byFund.get(fund);
      return sums ? [{ fund, money: buildMoneyModel(sums) }] : [];
    }),
    byKpkvk: buildByCode(totals.byKpkvk),
    byKekv: buildByCode(totals.byKekv),
    activityCount: totals.activityCount,
  };
}

function buildMatrix(
  { directions }: ReportStructure,
  organisations: readonly OrganisationModel[],
  totals: Totals,
): TotalsModel['matrix'] {
  const cells: TotalsModel['matrix'] = [];
  const add = (directionId: DirectionId | null, organisationId: OrganisationId, sums: MoneySums): void => {
    if (sums.rowCount > 0) cells.push({ directionId, organisationId, money: buildMoneyModel(sums) });
  };
  for (const { id: organisationId } of organisations) {
    const rest = { ...(totals.byOrganisation.get(organisationId) ?? noMoney) };
    for (const { id: directionId } of directions) {
      const sums = totals.byDirectionOrganisation.get(directionId)?.get(organisationId) ?? noMoney;
      add(directionId, organisationId, sums);
      rest.plannedMinor -= sums.plannedMinor;
      rest.actualMinor -= sums.actualMinor;
      rest.rowCount -= sums.rowCount;
    }
    // What no direction of the report holds is without one.
    add(null, organisationId, rest);
  }
  return cells;
}

function buildByCode(byCode: ReadonlyMap<string, MoneySums>): { code: string; money: MoneyModel }[] {
  return [...byCode]
    .map(([code, sums]) => ({ code, money: buildMoneyModel(sums) }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
