import type { FieldDifference, FieldValue, RowDifference, RowSide } from '../api/comparison.ts';
import { normaliseText } from '../language/normaliseText.ts';
import { fieldSchemas, type TableKind } from '../model/rows.ts';
import type { ActivityLine, ExpenditureLine } from '../report/ReportLine.ts';
import type { ReportModel } from '../report/ReportModel.ts';

type Line = ActivityLine | ExpenditureLine;
/** A field of a row: how it is told from another's, and what is shown of it. */
type Cell = { key: string; value: FieldValue };

/**
 * Rows that came, went and changed, in the order of the tables. In two versions of one report a row is
 * known by its id; in two reports by direction, organisation and content, the first with the first of
 * those that have these in common, rows that are equal before all others.
 */
export function compareRows(before: ReportModel, after: ReportModel): RowDifference[] {
  const isOneReport = before.meta.reportId === after.meta.reportId;
  const fieldsOf = {
    activity: listFields('activity', before, after),
    expenditure: listFields('expenditure', before, after),
  };
  const pairs = [
    ...pairRows(before.activities, after.activities, isOneReport, fieldsOf.activity),
    ...pairRows(before.expenditures, after.expenditures, isOneReport, fieldsOf.expenditure),
  ];
  return pairs.flatMap(({ old, young }) => {
    const line = young ?? old;
    if (line === null) return [];
    const fields = compareFields(fieldsOf[line.kind], old, young);
    if (old !== null && young !== null && fields.length === 0) return [];
    return [
      {
        table: line.kind,
        before: old === null ? null : describeRow(old),
        after: young === null ? null : describeRow(young),
        fields,
      },
    ];
  });
}

type Pair = { old: Line | null; young: Line | null };

function pairRows(
  before: readonly Line[],
  after: readonly Line[],
  isOneReport: boolean,
  fields: readonly ComparedField[],
): Pair[] {
  const partnerOf = new Map<Line, Line>();
  const match = (nameOf: (line: Line) => string): void => {
    const waiting = new Map<string, Line[]>();
    for (const line of before) {
      if (partnerOf.has(line)) continue;
      const name = nameOf(line);
      const list = waiting.get(name);
      if (list === undefined) waiting.set(name, [line]);
      else list.push(line);
    }
    // Taken from the end, which costs nothing.
    for (const list of waiting.values()) list.reverse();
    for (const line of after) {
      if (partnerOf.has(line)) continue;
      const partner = waiting.get(nameOf(line))?.pop();
      if (partner === undefined) continue;
      partnerOf.set(line, partner);
      partnerOf.set(partner, line);
    }
  };
  if (isOneReport) match(nameById);
  else {
    match((line) => nameByAll(line, fields));
    match(nameByContent);
  }
  const pairs: Pair[] = after.map((young) => ({ old: partnerOf.get(young) ?? null, young }));
  for (const old of before) if (!partnerOf.has(old)) pairs.push({ old, young: null });
  return pairs.sort((a, b) => compareOrder(a.young ?? a.old, b.young ?? b.old));
}

function nameById({ organisation, rowId }: Line): string {
  return `${organisation.id}/${rowId}`;
}

function nameByContent(line: Line): string {
  const place = `${readCell(line, 'directionId').key}\n${line.organisation.id}`;
  return `${place}\n${normaliseText(readTitle(line)) ?? ''}`;
}

function nameByAll(line: Line, fields: readonly ComparedField[]): string {
  return JSON.stringify([line.organisation.id, ...fields.map(({ field }) => readCell(line, field).key)]);
}

/** As the tables stand: by direction, those without one last, and by organisation. */
function compareOrder(a: Line | null, b: Line | null): number {
  const numberOf = (line: Line | null): number => line?.direction?.number ?? Number.MAX_SAFE_INTEGER;
  return numberOf(a) - numberOf(b) || (a?.organisation.position ?? 0) - (b?.organisation.position ?? 0);
}

type ComparedField = Pick<FieldDifference, 'field' | 'title'>;

/** Those that every report has, and the columns that were added to either; a title is the newer one. */
function listFields(table: TableKind, before: ReportModel, after: ReportModel): ComparedField[] {
  const own = Object.keys(fieldSchemas[table]) as FieldDifference['field'][];
  const added = new Map<FieldDifference['field'], ComparedField>();
  for (const { field, title, table: its } of [...after.columns, ...before.columns]) {
    if (its === table && !added.has(field)) added.set(field, { field, title });
  }
  return [...own.map((field) => ({ field })), ...added.values()];
}

function compareFields(
  fields: readonly ComparedField[],
  old: Line | null,
  young: Line | null,
): FieldDifference[] {
  const differences: FieldDifference[] = [];
  for (const compared of fields) {
    const { field } = compared;
    if (old !== null && young !== null && isPlainlySame(field, old, young)) continue;
    const before = readCell(old, field);
    const after = readCell(young, field);
    if (before.key !== after.key) {
      differences.push({ ...compared, before: before.value, after: after.value });
    }
  }
  return differences;
}

/** Told without putting anything together: most cells of most rows are as they were. */
function isPlainlySame(field: FieldDifference['field'], old: Line, young: Line): boolean {
  if (field === 'directionId' || field === 'indicatorId') return false;
  return (
    readValue(old, field) === readValue(young, field) &&
    readUnreadable(old, field) === readUnreadable(young, field)
  );
}

function readValue({ values }: Line, field: string): FieldValue {
  return (values as Partial<Record<string, FieldValue>>)[field] ?? null;
}

function readUnreadable({ unreadable }: Line, field: string): string | undefined {
  return (unreadable as Partial<Record<string, string>>)[field];
}

const emptyCell: Cell = { key: '', value: null };

function readCell(line: Line | null, field: string): Cell {
  if (line === null) return emptyCell;
  const unreadable = readUnreadable(line, field);
  if (unreadable !== undefined) return { key: `unreadable ${unreadable}`, value: unreadable };
  const value = readValue(line, field);
  if (value === null) return emptyCell;
  if (field === 'directionId' && line.direction !== null) {
    const { number, title } = line.direction;
    return { key: `number ${number}`, value: `${number}. ${title}` };
  }
  if (field === 'indicatorId' && line.kind === 'activity' && line.indicator !== null) {
    return { key: `key ${line.indicator.key}`, value: line.indicator.title };
  }
  return { key: `${typeof value} ${value}`, value };
}

function describeRow(line: Line): RowSide {
  const { rowId, direction, organisation } = line;
  return {
    rowId,
    direction: direction && { number: direction.number, title: direction.title },
    organisation: { id: organisation.id, shortName: organisation.shortName },
    title: readTitle(line) ?? '',
  };
}

function readTitle(line: Line): string | null {
  return line.kind === 'activity' ? line.values.content : line.values.measure;
}
