import type { DirectionId, OrganisationId } from './ids.ts';
import { compareRows, type Row } from './rows.ts';

/** Directions and organisations, each in the order of the report. */
export type OrderedStructure = {
  directions: readonly { id: DirectionId }[];
  organisations: readonly { id: OrganisationId }[];
};

/**
 * The order in which rows are printed: by direction, organisation, table and place in the sheet; rows
 * without a direction last, and within a direction those of organisations that have left the report.
 */
export function buildReportOrder({
  directions,
  organisations,
}: OrderedStructure): (a: Row, b: Row) => number {
  const directionPlaces = new Map<DirectionId, number>(directions.map(({ id }, index) => [id, index]));
  const organisationPlaces = new Map<OrganisationId, number>(
    organisations.map(({ id }, index) => [id, index]),
  );
  const placeOf = ({ values: { directionId } }: Row): number =>
    (directionId === null ? undefined : directionPlaces.get(directionId)) ?? directions.length;
  const organisationPlaceOf = ({ organisationId }: Row): number =>
    organisationPlaces.get(organisationId) ?? organisations.length;

  return (a, b) =>
    placeOf(a) - placeOf(b) ||
    organisationPlaceOf(a) - organisationPlaceOf(b) ||
    compareTexts(a.organisationId, b.organisationId) ||
    compareTexts(a.kind, b.kind) ||
    compareRows(a, b);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
