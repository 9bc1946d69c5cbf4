import type { ImportProblem } from '../api/structure.ts';
import type { OrganisationId, ReportId, UserId } from '../model/ids.ts';
import type { Organisation } from '../model/structure.ts';
import type { Membership, Role } from '../model/user.ts';
import { organisationKey } from '../structure/applyOrganisationEdit.ts';
import { type CsvLines, type NamedLine, nameColumns } from '../structure/CsvLines.ts';

/** What stands: who there is, and which organisations take part in the report that the file is about. */
export type PeopleNow = {
  users: readonly Person[];
  organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName' | 'edrpou'>[];
};
export type Person = {
  id: UserId;
  name: string;
  login: string;
  isAdministrator: boolean;
  memberships: readonly Membership[];
};
export type PersonToAdd = Omit<Person, 'id'>;
/** Nothing of it may be done while there is a problem. */
export type PeopleImport = {
  next: { add: PersonToAdd[]; change: Person[] };
  added: Named[];
  changed: Named[];
  sameCount: number;
  problems: ImportProblem[];
};
type Named = { line: number; title: string };
type Column = 'login' | 'name' | 'role' | 'organisations';
type Rights = Pick<PersonToAdd, 'isAdministrator' | 'memberships'>;

/** The first name of each is that of the template; a page of the product has the same. */
const peopleColumns: Record<Column, readonly string[]> = {
  login: ['ім’я для входу', 'логін', 'пошта', 'e-mail', 'email', 'login'],
  name: ['ім’я', 'піб', 'name'],
  role: ['роль', 'role'],
  organisations: ['виконавці', 'виконавець', 'organisations', 'organisation'],
};
const roleNames: Record<Role, readonly string[]> = {
  administrator: ['адміністратор', 'administrator'],
  coordinator: ['координатор', 'coordinator'],
  editor: ['редактор', 'editor'],
  viewer: ['глядач', 'viewer'],
};
/** As wide as the forms take. */
const longest = { login: 100, name: 200 };

/**
 * A line is about the person who has its login; another one is added. Rights are only ever added, in the
 * one report that the file is about: who is in it already keeps what they have.
 */
export function planPeopleImport(now: PeopleNow, reportId: ReportId, file: CsvLines): PeopleImport {
  const { lines, problems: columnProblems } = nameColumns(file, peopleColumns, ['login', 'name', 'role']);
  const problems: ImportProblem[] = [...file.problems, ...columnProblems];
  const byLogin = new Map(now.users.map((user) => [user.login, user]));
  const organisations = nameOrganisations(now.organisations);
  const lineOf = new Map<string, number>();
  const plan: PeopleImport = {
    next: { add: [], change: [] },
    added: [],
    changed: [],
    sameCount: 0,
    problems,
  };
  for (const line of lines) {
    const login = line.cells.login.toLowerCase();
    const rights = readRights(line, reportId, organisations);
    const problem = findProblem(line, login, lineOf) ?? ('problem' in rights ? rights.problem : null);
    if (problem !== null || 'problem' in rights) {
      if (problem !== null) problems.push(problem);
      continue;
    }
    lineOf.set(login, line.line);
    const { name } = line.cells;
    const named = { line: line.line, title: `${name} (${login})` };
    const stands = byLogin.get(login);
    if (stands === undefined) {
      plan.next.add.push({ login, name, ...rights });
      plan.added.push(named);
      continue;
    }
    const changed = addRights(stands, name, rights);
    if (changed === null) plan.sameCount += 1;
    else {
      plan.next.change.push(changed);
      plan.changed.push(named);
    }
  }
  problems.sort((a, b) => a.line - b.line);
  return plan;
}

function findProblem(
  { line, cells }: NamedLine<Column>,
  login: string,
  lineOf: ReadonlyMap<string, number>,
): ImportProblem | null {
  const tell = (code: string, column: Column, value: string) => ({
    line,
    code,
    column: peopleColumns[column][0] ?? column,
    value: value.slice(0, 100),
  });
  if (login.length < 3 || login.length > longest.login) return tell('wrong-login', 'login', cells.login);
  if (cells.name === '' || cells.name.length > longest.name) return tell('wrong-person', 'name', cells.name);
  const earlier = lineOf.get(login);
  return earlier === undefined ? null : tell('twice', 'login', String(earlier));
}

function readRights(
  { line, cells }: NamedLine<Column>,
  reportId: ReportId,
  organisations: ReadonlyMap<string, OrganisationId>,
): Rights | { problem: ImportProblem } {
  const refuse = (code: string, column: Column, value: string) => ({
    problem: { line, code, column: peopleColumns[column][0] ?? column, value: value.slice(0, 100) },
  });
  const wanted = organisationKey(cells.role);
  const role = (Object.keys(roleNames) as Role[]).find((one) => roleNames[one].includes(wanted));
  if (role === undefined) return refuse('wrong-role', 'role', cells.role);
  const names = cells.organisations
    .split(/[;|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (role !== 'editor') {
    if (names.length > 0) return refuse('needless-organisation', 'organisations', cells.organisations);
    const memberships: Membership[] = role === 'administrator' ? [] : [{ reportId, role }];
    return { isAdministrator: role === 'administrator', memberships };
  }
  if (names.length === 0) return refuse('no-organisation', 'organisations', '');
  const unknown = names.find((name) => !organisations.has(organisationKey(name)));
  if (unknown !== undefined) return refuse('wrong-organisation', 'organisations', unknown);
  const ids = new Set(names.flatMap((name) => organisations.get(organisationKey(name)) ?? []));
  const memberships = [...ids].map((organisationId): Membership => ({ reportId, role, organisationId }));
  return { isAdministrator: false, memberships };
}

/** Null when the person has all of it already. */
function addRights(person: Person, name: string, { isAdministrator, memberships }: Rights): Person | null {
  const held = new Set(person.memberships.map((membership) => JSON.stringify(sorted(membership))));
  const missing = memberships.filter((membership) => !held.has(JSON.stringify(sorted(membership))));
  const isSame = missing.length === 0 && name === person.name && (person.isAdministrator || !isAdministrator);
  if (isSame) return null;
  return {
    ...person,
    name,
    isAdministrator: person.isAdministrator || isAdministrator,
    memberships: [...person.memberships, ...missing],
  };
}

const sorted = (membership: Membership) => [
  membership.reportId,
  membership.role,
  membership.role === 'editor' ? membership.organisationId : '',
];

function nameOrganisations(organisations: PeopleNow['organisations']): Map<string, OrganisationId> {
  const named = new Map<string, OrganisationId>();
  for (const { id, shortName } of organisations) named.set(organisationKey(shortName), id);
  for (const { id, name } of organisations) named.set(organisationKey(name), id);
  for (const { id, edrpou } of organisations) if (edrpou !== undefined) named.set(edrpou, id);
  return named;
}
