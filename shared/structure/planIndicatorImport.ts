import type { ImportProblem } from '../api/structure.ts';
import { normaliseText } from '../language/normaliseText.ts';
import { createId, type DirectionId, IndicatorId } from '../model/ids.ts';
import { type Aggregation, Indicator, type ReportStructure } from '../model/structure.ts';
import { type CsvLines, type NamedLine, nameColumns } from './CsvLines.ts';
import { maxIndicators } from './StructureEdit.ts';
import { isSameIndicator } from './structureFields.ts';
import { suggestKey } from './suggestKey.ts';

/** What a file would do to the indicators of a report. Nothing of it may be done while there is a problem. */
export type IndicatorImport = {
  next: ReportStructure;
  added: { line: number; title: string }[];
  changed: { line: number; title: string }[];
  sameCount: number;
  problems: ImportProblem[];
};
type Column = 'direction' | 'title' | 'one' | 'few' | 'many' | 'aggregation' | 'partOf' | 'overStep' | 'key';

const columnNames: Record<Column, readonly string[]> = {
  direction: ['напрям', 'номер напряму', 'direction'],
  title: ['показник', 'назва', 'indicator', 'title'],
  one: ['форма 1', 'one'],
  few: ['форма 2', 'few'],
  many: ['форма 5', 'many'],
  aggregation: ['як додавати', 'aggregation'],
  partOf: ['частина показника', 'part of'],
  overStep: ['понад', 'over'],
  key: ['код', 'key'],
};

/** By what the pages call them in either language, and by their codes; nothing is a sum. */
const aggregationNames: Record<Aggregation, readonly string[]> = {
  sum: ['', 'sum', 'сума', 'сума кількостей', 'sum of quantities'],
  latest: ['latest', 'найновіше значення', 'the latest value'],
  count: ['count', 'кількість рядків', 'number of rows'],
  distinct: ['distinct', 'кількість різних назв', 'number of different names'],
};

type ReadLine = { line: number; indicator: Indicator; whole: string | null };

/**
 * A line is about the indicator that has its key, or else its title within the direction; another one is
 * added. None is removed, and none moves to another direction. A whole is named by its title.
 */
export function planIndicatorImport(now: ReportStructure, file: CsvLines): IndicatorImport {
  const { lines, problems: columnProblems } = nameColumns(file, columnNames, [
    'direction',
    'title',
    'one',
    'few',
    'many',
  ]);
  const problems: ImportProblem[] = [...file.problems, ...columnProblems];
  const byKey = new Map(now.indicators.map((one) => [one.key, one]));
  const byTitle = new Map(now.indicators.map((one) => [placeOf(one.directionId, one.title), one]));
  const taken = new Set(byKey.keys());
  const put = new Map<IndicatorId, ReadLine>();

  for (const line of lines) {
    const read = readLine(now, line, byKey, byTitle, taken);
    const earlier = 'problem' in read ? undefined : put.get(read.indicator.id);
    if ('problem' in read) problems.push(read.problem);
    else if (earlier !== undefined) {
      problems.push({ line: line.line, code: 'twice', column: '', value: String(earlier.line) });
    } else {
      put.set(read.indicator.id, read);
      taken.add(read.indicator.key);
      byTitle.set(placeOf(read.indicator.directionId, read.indicator.title), read.indicator);
    }
  }

  // Wholes are looked for when all are known: a part may stand above its whole.
  for (const { line, indicator, whole } of put.values()) {
    if (whole === null) continue;
    const found = byTitle.get(placeOf(indicator.directionId, whole));
    if (found === undefined)
      problems.push({ line, code: 'wrong-part', column: titleOf('partOf'), value: whole });
    else put.set(indicator.id, { line, whole, indicator: { ...indicator, partOf: found.id } });
  }
  const indicators = arrange(now, put);
  problems.push(...findCircles(indicators, put));
  if (indicators.length > maxIndicators) {
    problems.push({ line: 1, code: 'too-many', column: '', value: String(maxIndicators) });
  }
  return {
    next: { ...now, indicators },
    ...sortOut(now, put),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

function readLine(
  now: ReportStructure,
  { line, cells }: NamedLine<Column>,
  byKey: ReadonlyMap<string, Indicator>,
  byTitle: ReadonlyMap<string, Indicator>,
  taken: ReadonlySet<string>,
): ReadLine | { problem: ImportProblem } {
  const wrong = (code: string, column: Column) => ({
    problem: { line, code, column: titleOf(column), value: cells[column].slice(0, 100) },
  });
  const direction = now.directions.find(({ number }) => String(number) === cells.direction);
  if (direction === undefined) return wrong('wrong-direction', 'direction');
  const stands = byKey.get(cells.key) ?? byTitle.get(placeOf(direction.id, cells.title));
  if (stands !== undefined && stands.directionId !== direction.id)
    return wrong('wrong-direction', 'direction');
  if (cells.key !== '' && stands !== undefined && stands.key !== cells.key) return wrong('wrong-key', 'key');
  const wanted = normaliseText(cells.aggregation) ?? '';
  const parse = Indicator.safeParse({
    id: stands?.id ?? IndicatorId.parse(createId()),
    reportId: now.report.id,
    directionId: direction.id,
    key: stands?.key ?? (cells.key === '' ? suggestKey(cells.title, taken) : cells.key),
    title: cells.title,
    forms: { one: cells.one, few: cells.few, many: cells.many },
    aggregation: (Object.keys(aggregationNames) as Aggregation[]).find((one) =>
      aggregationNames[one].includes(wanted),
    ),
    overStep: cells.overStep === '' ? null : Number(/^\d{1,9}$/.test(cells.overStep) ? cells.overStep : 0),
    partOf: null,
  });
  if (parse.success) return { line, indicator: parse.data, whole: cells.partOf === '' ? null : cells.partOf };
  const path = parse.error.issues[0]?.path ?? [];
  if (path[0] === 'forms') return wrong('wrong-form', path[1] as Column);
  if (path[0] === 'aggregation' || path[0] === 'overStep' || path[0] === 'key') {
    return wrong(`wrong-${path[0]}`, path[0]);
  }
  return wrong('wrong-name', 'title');
}

/** As they stood, with what the file changes; new ones behind the others of their direction. */
function arrange(now: ReportStructure, put: ReadonlyMap<IndicatorId, ReadLine>): Indicator[] {
  const standing = new Set(now.indicators.map(({ id }) => id));
  const places = new Map(now.directions.map(({ id }, index) => [id, index]));
  const all = [
    ...now.indicators.map((one) => put.get(one.id)?.indicator ?? one),
    ...Array.from(put.values(), ({ indicator }) => indicator).filter(({ id }) => !standing.has(id)),
  ];
  return all.sort((a, b) => (places.get(a.directionId) ?? 0) - (places.get(b.directionId) ?? 0));
}

function findCircles(
  indicators: readonly Indicator[],
  put: ReadonlyMap<IndicatorId, ReadLine>,
): ImportProblem[] {
  const wholeOf = new Map(indicators.map(({ id, partOf }) => [id, partOf]));
  return Array.from(put.values()).flatMap(({ line, indicator, whole }) => {
    const seen = new Set<IndicatorId>();
    for (let above: IndicatorId | null = indicator.id; above !== null; above = wholeOf.get(above) ?? null) {
      if (seen.has(above)) {
        return [{ line, code: 'part-circle', column: titleOf('partOf'), value: whole ?? '' }];
      }
      seen.add(above);
    }
    return [];
  });
}

function sortOut(
  now: ReportStructure,
  put: ReadonlyMap<IndicatorId, ReadLine>,
): Pick<IndicatorImport, 'added' | 'changed' | 'sameCount'> {
  const standing = new Map(now.indicators.map((one) => [one.id, one]));
  const result: ReturnType<typeof sortOut> = { added: [], changed: [], sameCount: 0 };
  for (const { line, indicator } of put.values()) {
    const stands = standing.get(indicator.id);
    if (stands === undefined) result.added.push({ line, title: indicator.title });
    else if (isSameIndicator(stands, indicator)) result.sameCount += 1;
    else result.changed.push({ line, title: indicator.title });
  }
  return result;
}

function placeOf(directionId: DirectionId, title: string): string {
  return `${directionId} ${normaliseText(title) ?? ''}`;
}

function titleOf(column: Column): string {
  return columnNames[column][0] ?? column;
}
