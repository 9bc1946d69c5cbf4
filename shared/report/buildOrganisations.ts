import { correctionsOwner, correctionsTitle } from '../corrections/correctionRows.ts';
import type { OrganisationId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { OrganisationModel } from './ReportLine.ts';

/**
 * Rows of an organisation that has left the report still count in its totals, so it is listed; corrections, which
 * are nobody's, stand last as if they had one.
 */
export function buildOrganisations(
  structure: Pick<ReportStructure, 'organisations'>,
  rows: readonly Row[],
): OrganisationModel[] {
  const organisations: OrganisationModel[] = structure.organisations.map(
    ({ id, name, shortName, kind }, index) => ({ id, position: index + 1, name, shortName, kind }),
  );
  const known = new Set<OrganisationId>(organisations.map(({ id }) => id));
  const strangers = [...new Set(rows.map(({ organisationId }) => organisationId))]
    .filter((id) => !known.has(id))
    .sort((a, b) => Number(a === correctionsOwner) - Number(b === correctionsOwner) || (a < b ? -1 : 1));
  for (const id of strangers) {
    const name = id === correctionsOwner ? correctionsTitle : id;
    organisations.push({ id, position: organisations.length + 1, name, shortName: name, kind: null });
  }
  return organisations;
}
