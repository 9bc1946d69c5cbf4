import { formatCountWithNoun } from '../language/nouns.ts';
import type { DirectionId, IndicatorId } from '../model/ids.ts';
import type { Indicator, ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import type { OrganisationModel } from './ReportLine.ts';
import type { IndicatorModel } from './ReportModel.ts';

/**
 * Every indicator with its number: by direction, and each "of which" part right after its whole. A
 * part whose whole is in another direction, or is part of itself in a circle, stands as a whole:
 * none is left out. Those of a direction that is no more come last.
 */
export function buildIndicatorModels(
  structure: Pick<ReportStructure, 'directions' | 'indicators'>,
  organisations: readonly OrganisationModel[],
  totals: Totals,
): IndicatorModel[] {
  const numbers = new Map<DirectionId, number>(structure.directions.map(({ id, number }) => [id, number]));
  const ordered = structure.directions.flatMap(({ id }) =>
    orderByWhole(structure.indicators.filter(({ directionId }) => directionId === id)),
  );
  const homeless = orderByWhole(structure.indicators.filter(({ directionId }) => !numbers.has(directionId)));
  return [...ordered, ...homeless].map(({ indicator, depth }, index) => {
    const total = totals.indicators.get(indicator.id);
    const value = total?.value ?? 0;
    return {
      id: indicator.id,
      position: index + 1,
      directionId: indicator.directionId,
      directionNumber: numbers.get(indicator.directionId) ?? null,
      key: indicator.key,
      title: indicator.title,
      aggregation: indicator.aggregation,
      depth,
      value,
      text: formatCountWithNoun(indicator, value),
      rowCount: total?.rowCount ?? 0,
      byOrganisation: organisations.flatMap(({ id, shortName }) => {
        const share = total?.byOrganisation.get(id);
        return share ? [{ organisationId: id, shortName, value: share.value }] : [];
      }),
    };
  });
}

type Placed = { indicator: Indicator; depth: number };

function orderByWhole(indicators: readonly Indicator[]): Placed[] {
  const ids = new Set<IndicatorId>(indicators.map(({ id }) => id));
  const placed = new Map<IndicatorId, Placed>();
  const place = (indicator: Indicator, depth: number): void => {
    if (placed.has(indicator.id)) return;
    placed.set(indicator.id, { indicator, depth });
    for (const part of indicators) if (part.partOf === indicator.id) place(part, depth + 1);
  };
  for (const indicator of indicators) {
    if (indicator.partOf === null || !ids.has(indicator.partOf)) place(indicator, 0);
  }
  for (const indicator of indicators) place(indicator, 0);
  return [...placed.values()];
}
