import type { OrganisationId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { simplifyChoice } from './nearestChoices.ts';

/** The organisation a text names, in short or in full; null for any other text, and for one that names two. */
export function findOrganisation(
  text: string,
  { organisations }: Pick<ReportStructure, 'organisations'>,
): OrganisationId | null {
  const wanted = simplifyChoice(text);
  if (wanted === '') return null;
  const [found, ...others] = organisations.filter(
    ({ name, shortName }) => simplifyChoice(shortName) === wanted || simplifyChoice(name) === wanted,
  );
  return found !== undefined && others.length === 0 ? found.id : null;
}

export function printOrganisation(
  organisationId: OrganisationId,
  { organisations }: Pick<ReportStructure, 'organisations'>,
): string {
  return organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
}
