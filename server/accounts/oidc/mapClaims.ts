import type { ClaimRule } from '#server/config/ClaimRule.ts';
import type { OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { Membership } from '#shared/model/user.ts';
import { organisationKey } from '#shared/structure/applyOrganisationEdit.ts';

/** What a provider says of a person: JSON of anybody's making. */
export type Claims = Readonly<Record<string, unknown>>;

/** What rules are held against: the organisations, and who takes part in which report. */
export type City = {
  organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName' | 'edrpou'>[];
  reports: readonly {
    id: ReportId;
    programmeId: ProgrammeId;
    year: number;
    organisationIds: ReadonlySet<OrganisationId>;
  }[];
};

export type MappedRights = {
  isAdministrator: boolean;
  memberships: Membership[];
  /** What claims call organisations that the city does not have, or that take part in no report meant. */
  unknownOrganisations: string[];
};

/** What the claims of a person give by the rules, each right once. */
export function mapClaims(claims: Claims, rules: readonly ClaimRule[], city: City): MappedRights {
  const organisations = nameOrganisations(city);
  const memberships = new Map<string, Membership>();
  const unknown = new Set<string>();
  let isAdministrator = false;
  for (const rule of rules) {
    const reports = selectReports(city, rule.reports);
    for (const value of readClaimValues(claims, rule.claim)) {
      const star = matchPattern(rule.value, value);
      if (star === null) continue;
      if (rule.role === 'administrator') {
        isAdministrator = true;
      } else if (rule.role !== 'editor') {
        const { role } = rule;
        for (const { id } of reports) memberships.set(`${id}/${role}`, { reportId: id, role });
      } else {
        const name = rule.organisation === '*' ? star : (rule.organisation ?? '');
        const organisationId = organisations.get(organisationKey(name));
        const own = reports.filter(
          ({ organisationIds }) => organisationId !== undefined && organisationIds.has(organisationId),
        );
        if (organisationId === undefined || own.length === 0) unknown.add(name.slice(0, 100));
        else {
          for (const { id } of own) {
            memberships.set(`${id}/editor/${organisationId}`, {
              reportId: id,
              role: 'editor',
              organisationId,
            });
          }
        }
      }
    }
  }
  return { isAdministrator, memberships: [...memberships.values()], unknownOrganisations: [...unknown] };
}

/** The claim of this name, or what a path with dots leads to; a list has each of its values. Else nothing. */
export function readClaimValues(claims: Claims, path: string): string[] {
  let found: unknown = claims;
  if (Object.hasOwn(claims, path)) found = claims[path];
  else {
    for (const key of path.split('.')) {
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return [];
      found = (found as Claims)[key];
    }
  }
  const values: unknown[] = Array.isArray(found) ? found : [found];
  return values.flatMap((value) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [String(value).trim()] : [],
  );
}

/** What stands for the star, the whole value when the pattern has none; null when it does not fit. */
function matchPattern(pattern: string, value: string): string | null {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return pattern === value ? value : null;
  const fits = value.length > head.length + tail.length || (pattern === '*' && value !== '');
  return fits && value.startsWith(head) && value.endsWith(tail)
    ? value.slice(head.length, value.length - tail.length)
    : null;
}

/** By id, code, name and short name; who has the name as such comes before who has it as a short one. */
function nameOrganisations({ organisations }: City): Map<string, OrganisationId> {
  const named = new Map<string, OrganisationId>();
  for (const { id, shortName } of organisations) named.set(organisationKey(shortName), id);
  for (const { id, name } of organisations) named.set(organisationKey(name), id);
  for (const { id, edrpou } of organisations) if (edrpou !== undefined) named.set(edrpou, id);
  for (const { id } of organisations) named.set(organisationKey(id), id);
  return named;
}

function selectReports({ reports }: City, wanted: ClaimRule['reports']): City['reports'] {
  if (wanted === 'all') return reports;
  if (wanted !== 'newest') return reports.filter(({ year }) => wanted.includes(year));
  return reports.filter(
    ({ programmeId, year }) =>
      !reports.some((other) => other.programmeId === programmeId && other.year > year),
  );
}
