import { correctionsOwner, correctionsTitle } from '#shared/corrections/correctionRows.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation, ReportStructure } from '#shared/model/structure.ts';
import type { Totals } from '#shared/totals/Totals.ts';

export type ListedOrganisation = Pick<Organisation, 'id' | 'name' | 'shortName'>;

/**
 * The organisations of the report in its order, and after them, by their ids, any that have rows in
 * it but take no part any more: a table that left them out would not add up. Corrections, which are nobody's, stand last
 * under a name of their own.
 */
export function listOrganisations(
  { organisations }: Pick<ReportStructure, 'organisations'>,
  totals: Pick<Totals, 'byOrganisation' | 'indicators'>,
): ListedOrganisation[] {
  const known = new Set(organisations.map(({ id }) => id));
  const others = new Set<OrganisationId>();
  for (const [id, { rowCount }] of totals.byOrganisation) if (rowCount > 0 && !known.has(id)) others.add(id);
  for (const { byOrganisation } of totals.indicators.values()) {
    for (const id of byOrganisation.keys()) if (!known.has(id)) others.add(id);
  }
  const isCorrected = others.delete(correctionsOwner);
  return [
    ...organisations,
    ...[...others].sort().map((id) => ({ id, name: id, shortName: id })),
    ...(isCorrected ? [{ id: correctionsOwner, name: correctionsTitle, shortName: correctionsTitle }] : []),
  ];
}
