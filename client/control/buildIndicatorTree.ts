import type { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import type { Direction, Indicator, ReportStructure } from '#shared/model/structure.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { type ListedOrganisation, listOrganisations } from './listOrganisations.ts';

export type IndicatorShare = { organisation: ListedOrganisation; value: number; rowCount: number };

export type IndicatorLine = {
  indicator: Indicator;
  /** 0 for a whole, 1 for its "of which" parts, and so on. */
  depth: number;
  value: number;
  rowCount: number;
  /** Organisations that have a row of it, in the order of the report. */
  shares: IndicatorShare[];
};

export type IndicatorGroup = { direction: Direction; lines: IndicatorLine[] };

/**
 * Every indicator under its direction, each part right after its whole. A part whose whole stands in
 * another direction, or whose chain of wholes runs in a circle, is printed as a whole: none is lost.
 */
export function buildIndicatorTree(
  structure: Pick<ReportStructure, 'directions' | 'indicators' | 'organisations'>,
  totals: Totals,
): IndicatorGroup[] {
  const organisations = listOrganisations(structure, totals);
  return structure.directions.map((direction) => ({
    direction,
    lines: orderByWhole(structure.indicators, direction.id).map(({ indicator, depth }) =>
      buildLine(organisations, totals, indicator, depth),
    ),
  }));
}

function buildLine(
  organisations: readonly ListedOrganisation[],
  totals: Totals,
  indicator: Indicator,
  depth: number,
): IndicatorLine {
  const total = totals.indicators.get(indicator.id);
  const shares = organisations.flatMap((organisation) => {
    const share = total?.byOrganisation.get(organisation.id);
    return share ? [{ organisation, value: share.value, rowCount: share.rowCount }] : [];
  });
  return { indicator, depth, value: total?.value ?? 0, rowCount: total?.rowCount ?? 0, shares };
}

function orderByWhole(
  indicators: readonly Indicator[],
  directionId: DirectionId,
): { indicator: Indicator; depth: number }[] {
  const own = indicators.filter((indicator) => indicator.directionId === directionId);
  const ids = new Set(own.map(({ id }) => id));
  const ordered: { indicator: Indicator; depth: number }[] = [];
  const seen = new Set<IndicatorId>();
  const visit = (indicator: Indicator, depth: number): void => {
    if (seen.has(indicator.id)) return;
    seen.add(indicator.id);
    ordered.push({ indicator, depth });
    for (const part of own) if (part.partOf === indicator.id) visit(part, depth + 1);
  };
  for (const indicator of own) {
    if (indicator.partOf === null || !ids.has(indicator.partOf)) visit(indicator, 0);
  }
  for (const indicator of own) visit(indicator, 0);
  return ordered;
}
