import type { OrganisationId } from '#shared/model/ids.ts';
import { type MoneySums, noMoney, type Totals } from '#shared/totals/Totals.ts';

/** What an organisation has outside every direction: its whole less all of its directions. */
export function computeWithoutDirection(totals: Totals, organisationId: OrganisationId): MoneySums {
  const rest = { ...(totals.byOrganisation.get(organisationId) ?? noMoney) };
  for (const byOrganisation of totals.byDirectionOrganisation.values()) {
    const part = byOrganisation.get(organisationId);
    if (!part) continue;
    rest.plannedMinor -= part.plannedMinor;
    rest.actualMinor -= part.actualMinor;
    rest.rowCount -= part.rowCount;
  }
  return rest;
}
