import { AppError } from '../errors/AppError.ts';
import { normaliseText } from '../language/normaliseText.ts';
import { createId, OrganisationId } from '../model/ids.ts';
import type { Organisation } from '../model/structure.ts';
import { maxOrganisations, type OrganisationEdit, type OrganisationFields } from './OrganisationEdit.ts';

/**
 * The city's organisations with one edit made. AppError `structure.changed` when the one that is changed
 * stands otherwise, `organisation.unknown`, `organisation.taken`, `organisation.too-many`.
 */
export function applyOrganisationEdit(now: readonly Organisation[], edit: OrganisationEdit): Organisation[] {
  if (edit.kind === 'add') {
    if (now.length >= maxOrganisations)
      throw new AppError('organisation.too-many', { limit: maxOrganisations });
    refuseTaken(now, edit.fields);
    return [...now, buildOrganisation(OrganisationId.parse(createId()), edit.fields)];
  }
  const stands = now.find(({ id }) => id === edit.organisationId);
  if (stands === undefined) throw new AppError('organisation.unknown');
  const others = now.filter((organisation) => organisation !== stands);
  if (edit.kind === 'remove') return others;
  if (!isSameOrganisation(readOrganisationFields(stands), edit.from)) throw new AppError('structure.changed');
  refuseTaken(others, edit.to);
  const changed = buildOrganisation(stands.id, edit.to);
  return now.map((organisation) => (organisation === stands ? changed : organisation));
}

export function readOrganisationFields({ name, shortName, kind, edrpou }: Organisation): OrganisationFields {
  return { name, shortName, kind, edrpou: edrpou ?? null };
}

export function isSameOrganisation(a: OrganisationFields, b: OrganisationFields): boolean {
  return a.name === b.name && a.shortName === b.shortName && a.kind === b.kind && a.edrpou === b.edrpou;
}

export function buildOrganisation(
  id: OrganisationId,
  { edrpou, ...fields }: OrganisationFields,
): Organisation {
  return { id, ...fields, ...(edrpou === null ? {} : { edrpou }) };
}

/** As names are compared: neither case nor kinds of spaces and apostrophes make two of one. */
export function organisationKey(name: string): string {
  return (normaliseText(name) ?? '').replaceAll(/[ʼ'`]/g, '’');
}

function refuseTaken(others: readonly Organisation[], fields: OrganisationFields): void {
  const name = organisationKey(fields.name);
  const shortName = organisationKey(fields.shortName);
  for (const other of others) {
    const taken =
      fields.edrpou !== null && other.edrpou === fields.edrpou
        ? fields.edrpou
        : organisationKey(other.name) === name
          ? fields.name
          : organisationKey(other.shortName) === shortName
            ? fields.shortName
            : null;
    if (taken !== null) throw new AppError('organisation.taken', { value: taken });
  }
}
