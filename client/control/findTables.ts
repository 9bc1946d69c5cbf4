import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';

/** For each organisation with rows the table to open: that of its expenditures only when it has no activities. */
export function findTables(rows: Iterable<Row>): ReadonlyMap<OrganisationId, TableKind> {
  const tables = new Map<OrganisationId, TableKind>();
  for (const { organisationId, kind } of rows) {
    if (kind === 'activity' || !tables.has(organisationId)) tables.set(organisationId, kind);
  }
  return tables;
}
