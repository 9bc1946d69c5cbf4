import { correctionsOwner, correctionsTitle } from '#shared/corrections/correctionRows.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

export type RowGroup = {
  organisationId: OrganisationId;
  /** The id itself for an organisation that is no longer in the report. */
  name: string;
  rows: Row[];
};

/**
 * Rows under their organisations, in the order of the report and of each sheet; at most `limit` of
 * them, so that a panel opens at once over any report. `left` is how many are not shown.
 */
export function buildRowGroups(
  structure: Pick<ReportStructure, 'organisations'>,
  rows: readonly Row[],
  limit: number,
): { groups: RowGroup[]; left: number } {
  const byOrganisation = new Map<OrganisationId, Row[]>();
  for (const row of rows) {
    const own = byOrganisation.get(row.organisationId);
    if (own) own.push(row);
    else byOrganisation.set(row.organisationId, [row]);
  }
  const names = new Map(structure.organisations.map(({ id, name }) => [id, name]));
  names.set(correctionsOwner, correctionsTitle);
  const ordered = [...names.keys(), ...[...byOrganisation.keys()].filter((id) => !names.has(id))];
  const groups: RowGroup[] = [];
  let room = limit;
  for (const organisationId of ordered) {
    const own = byOrganisation.get(organisationId)?.toSorted(compareRows).slice(0, room);
    if (!own || own.length === 0) continue;
    room -= own.length;
    groups.push({ organisationId, name: names.get(organisationId) ?? organisationId, rows: own });
  }
  return { groups, left: Math.max(0, rows.length - limit) };
}
