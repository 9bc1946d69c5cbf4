import type { ImportProblem } from '../api/structure.ts';
import { createId, OrganisationId } from '../model/ids.ts';
import type { Organisation, OrganisationKind } from '../model/structure.ts';
import {
  buildOrganisation,
  isSameOrganisation,
  organisationKey,
  readOrganisationFields,
} from './applyOrganisationEdit.ts';
import { type CsvLines, type NamedLine, nameColumns } from './CsvLines.ts';
import { maxOrganisations, OrganisationFields } from './OrganisationEdit.ts';

/** What a file would do to the city's organisations. Nothing of it may be done while there is a problem. */
export type OrganisationImport = {
  next: Organisation[];
  added: NamedOrganisation[];
  changed: NamedOrganisation[];
  sameCount: number;
  problems: ImportProblem[];
};
type NamedOrganisation = { line: number; title: string };
type Column = 'name' | 'shortName' | 'kind' | 'edrpou';

/** The first name of each is that of the template; a page of the product has the same. */
export const organisationColumns: Record<Column, readonly string[]> = {
  name: ['назва', 'повна назва', 'name'],
  shortName: ['скорочено', 'скорочена назва', 'short name', 'short'],
  kind: ['вид', 'kind'],
  edrpou: ['єдрпоу', 'код єдрпоу', 'edrpou'],
};

/** By what the pages call them in either language, and by their codes. */
const kindNames: Record<OrganisationKind, readonly string[]> = {
  executive: ['виконавчий комітет міста', 'виконком', 'executive', 'executive committee of the city'],
  department: ['департамент, управління, відділ', 'департамент', 'управління', 'відділ', 'department'],
  district: ['виконком районної ради', 'район', 'district', 'district council'],
};

/**
 * A line is about the organisation that has its code, or else its name; another one is added. Nothing is
 * ever removed.
 */
export function planOrganisationImport(now: readonly Organisation[], file: CsvLines): OrganisationImport {
  const { lines, problems: columnProblems } = nameColumns(file, organisationColumns, ['name', 'kind']);
  const problems: ImportProblem[] = [...file.problems, ...columnProblems];
  const byCode = new Map(
    now.flatMap((one) => (one.edrpou === undefined ? [] : [[one.edrpou, one] as const])),
  );
  const byName = new Map(now.map((one) => [organisationKey(one.name), one]));
  const lineOf = new Map<OrganisationId, number>();
  const put = new Map<OrganisationId, Organisation>();
  const added: NamedOrganisation[] = [];
  const changed: NamedOrganisation[] = [];
  let sameCount = 0;

  for (const line of lines) {
    const read = readFields(line);
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const { fields } = read;
    const stands =
      (fields.edrpou === null ? undefined : byCode.get(fields.edrpou)) ??
      byName.get(organisationKey(fields.name));
    // A file that has no code for one does not take away the code that is known.
    const whole = { ...fields, edrpou: fields.edrpou ?? stands?.edrpou ?? null };
    const id = stands?.id ?? OrganisationId.parse(createId());
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      problems.push({ line: line.line, code: 'twice', column: columnTitle('name'), value: String(earlier) });
      continue;
    }
    lineOf.set(id, line.line);
    if (stands !== undefined && isSameOrganisation(readOrganisationFields(stands), whole)) {
      sameCount += 1;
      continue;
    }
    put.set(id, buildOrganisation(id, whole));
    (stands === undefined ? added : changed).push({ line: line.line, title: whole.name });
  }

  const kept = now.map((one) => put.get(one.id) ?? one);
  const standing = new Set(now.map(({ id }) => id));
  const next = [...kept, ...[...put.values()].filter(({ id }) => !standing.has(id))];
  problems.push(...findTaken(next, lineOf));
  if (next.length > maxOrganisations) {
    problems.push({ line: 1, code: 'too-many', column: '', value: String(maxOrganisations) });
  }
  return { next, added, changed, sameCount, problems: problems.sort((a, b) => a.line - b.line) };
}

function readFields({
  line,
  cells,
}: NamedLine<Column>): { fields: OrganisationFields } | { problem: ImportProblem } {
  const wanted = organisationKey(cells.kind);
  const kind = (Object.keys(kindNames) as OrganisationKind[]).find((one) => kindNames[one].includes(wanted));
  const parse = OrganisationFields.safeParse({
    name: cells.name,
    shortName: cells.shortName === '' ? cells.name : cells.shortName,
    kind,
    edrpou: cells.edrpou === '' ? null : cells.edrpou,
  });
  if (parse.success) return { fields: parse.data };
  const column = String(parse.error.issues[0]?.path[0] ?? 'name') as Column;
  const code = column === 'kind' || column === 'edrpou' ? `wrong-${column}` : 'wrong-name';
  return { problem: { line, code, column: columnTitle(column), value: cells[column].slice(0, 100) } };
}

/** Names, short names and codes that two would have. */
function findTaken(
  next: readonly Organisation[],
  lineOf: ReadonlyMap<OrganisationId, number>,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const told = new Set<number>();
  for (const column of ['name', 'shortName', 'edrpou'] as const) {
    const holders = new Map<string, Organisation>();
    for (const one of next) {
      const key = organisationKey(one[column] ?? '');
      if (key === '') continue;
      const other = holders.get(key);
      holders.set(key, one);
      if (other === undefined) continue;
      const line = lineOf.get(one.id) ?? lineOf.get(other.id);
      if (line === undefined || told.has(line)) continue;
      told.add(line);
      problems.push({ line, code: 'taken', column: columnTitle(column), value: one[column] ?? '' });
    }
  }
  return problems;
}

function columnTitle(column: Column): string {
  return organisationColumns[column][0] ?? column;
}
