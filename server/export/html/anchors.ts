import type { DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';

/** Names of places in the page. Ids never hold a dot, so two places cannot have one name. */

export function rowAnchor(organisationId: OrganisationId, rowId: RowId): string {
  return `row.${organisationId}.${rowId}`;
}

/** The table of one direction's rows; null for those without one. */
export function tableAnchor(kind: TableKind, directionId: DirectionId | null): string {
  return `${kind}.${directionId ?? ''}`;
}

/** The rows of one organisation in the table of a direction. */
export function groupAnchor(
  kind: TableKind,
  directionId: DirectionId | null,
  organisationId: OrganisationId,
): string {
  return `${tableAnchor(kind, directionId)}.${organisationId}`;
}

export function sectionAnchor(directionId: DirectionId): string {
  return `direction.${directionId}`;
}
