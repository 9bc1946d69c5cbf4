import { orderBudget } from '../budget/orderBudget.ts';
import { AppError } from '../errors/AppError.ts';
import { simplifyTitle } from '../language/simplifyTitle.ts';
import type { BudgetLine } from '../model/budget.ts';
import { type ExtraColumn, maxColumnsOfTable } from '../model/columns.ts';
import type { Correction } from '../model/correction.ts';
import { ColumnId, createId, DirectionId, IndicatorId, type OrganisationId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import type { Direction, Indicator, Organisation, ReportStructure } from '../model/structure.ts';
import { must } from '../must.ts';
import { applyBudgetChanges } from './applyBudgetChanges.ts';
import { applyCorrectionEdit, type Maker } from './applyCorrectionEdit.ts';
import { isSameColumn, readColumnFields } from './columnFields.ts';
import { isOwnTitle } from './ownTitles.ts';
import {
  type IndicatorFields,
  maxDirections,
  maxIndicators,
  maxSheets,
  type StructureEdit,
} from './StructureEdit.ts';
import {
  isSameDirection,
  isSameIndicator,
  readDirectionFields,
  readIndicatorFields,
} from './structureFields.ts';
import { suggestKey } from './suggestKey.ts';

/** Whoever knows the city's organisations; undefined for an unknown one. */
export type FindOrganisation = (id: OrganisationId) => Organisation | undefined;

/**
 * The structure with one edit made. Whether rows, texts or people hold what is to go is asked
 * elsewhere (`findHolders`). AppError `structure.changed` when something stands otherwise than whoever
 * changes it believed, `structure.number-taken`, `structure.key-taken`, `structure.not-in-report`,
 * `structure.part-circle`, `structure.title-taken`, `structure.has-indicators`, `structure.planned`,
 * `structure.too-many`, `organisation.unknown`, `budget.taken`, `structure.corrected`,
 * `correction.not-counted`. Whoever edits corrections is named by `maker`.
 */
export function applyStructureEdit(
  now: ReportStructure,
  edit: StructureEdit,
  findOrganisation: FindOrganisation,
  maker: Maker | null = null,
): ReportStructure {
  const next = applyEdit(now, edit, findOrganisation, maker);
  // The plan stands in the order of directions and organisations, which the edit may have changed.
  return { ...next, budget: orderBudget(next, next.budget) };
}

function applyEdit(
  now: ReportStructure,
  edit: StructureEdit,
  findOrganisation: FindOrganisation,
  maker: Maker | null,
): ReportStructure {
  switch (edit.kind) {
    case 'direction.add': {
      const id = DirectionId.parse(createId());
      if (now.directions.length >= maxDirections) throw tooMany(maxDirections);
      return putDirection(now, { id, reportId: now.report.id, ...edit.fields }, edit.fields.responsible);
    }
    case 'direction.change': {
      const direction = find(now.directions, edit.directionId);
      if (!isSameDirection(readDirectionFields(now, direction), edit.from)) throw changed();
      return putDirection(now, { ...direction, ...edit.to }, edit.to.responsible);
    }
    case 'direction.remove': {
      const direction = find(now.directions, edit.directionId);
      const { length } = now.indicators.filter(({ directionId }) => directionId === direction.id);
      if (length > 0)
        throw new AppError('structure.has-indicators', { title: direction.title, count: length });
      refusePlanned(now, ({ directionId }) => directionId === direction.id, direction.title);
      refuseCorrected(now, ({ directionId }) => directionId === direction.id, direction.title);
      return {
        ...now,
        directions: now.directions.filter(({ id }) => id !== direction.id),
        responsibilities: now.responsibilities.filter(({ directionId }) => directionId !== direction.id),
      };
    }
    case 'directions.order': {
      const numbers = now.directions.map(({ number }) => number);
      const directions = reorder(now.directions, edit.order, ({ id }) => id);
      return arrange({
        ...now,
        directions: directions.map((direction, index) => ({
          ...direction,
          number: numbers[index] ?? direction.number,
        })),
      });
    }
    case 'indicator.add': {
      if (now.indicators.length >= maxIndicators) throw tooMany(maxIndicators);
      const { id: directionId } = find(now.directions, edit.directionId);
      const taken = new Set(now.indicators.map(({ key }) => key));
      if (edit.key !== null && taken.has(edit.key))
        throw new AppError('structure.key-taken', { key: edit.key });
      const key = edit.key ?? suggestKey(edit.fields.title, taken);
      const id = IndicatorId.parse(createId());
      return putIndicator(now, { id, reportId: now.report.id, directionId, key, ...edit.fields });
    }
    case 'indicator.change': {
      const indicator = find(now.indicators, edit.indicatorId);
      if (!isSameIndicator(readIndicatorFields(indicator), edit.from)) throw changed();
      // Twelve people too many are not twelve rows too many.
      if (edit.to.aggregation !== indicator.aggregation) refuseCorrectedIndicator(now, indicator);
      return putIndicator(now, { ...indicator, ...edit.to });
    }
    case 'indicator.remove': {
      const indicator = find(now.indicators, edit.indicatorId);
      refuseCorrectedIndicator(now, indicator);
      return { ...now, indicators: now.indicators.filter(({ id }) => id !== indicator.id) };
    }
    case 'indicators.order': {
      const isOf = ({ directionId }: Indicator) => directionId === edit.directionId;
      const ofDirection = reorder(now.indicators.filter(isOf), edit.order, ({ id }) => id);
      return arrange({ ...now, indicators: [...now.indicators.filter((one) => !isOf(one)), ...ofDirection] });
    }
    case 'organisation.join':
      return join(now, edit.organisationId, findOrganisation);
    case 'organisation.leave': {
      const { id: leaving, shortName } = find(now.organisations, edit.organisationId);
      refusePlanned(now, ({ organisationId }) => organisationId === leaving, shortName);
      refuseCorrected(now, ({ organisationIds }) => organisationIds.includes(leaving), shortName);
      return {
        ...now,
        organisations: now.organisations.filter(({ id }) => id !== leaving),
        sheets: now.sheets.filter(({ organisationId }) => organisationId !== leaving),
      };
    }
    case 'organisations.order':
      return {
        ...now,
        organisations: reorder(now.organisations, edit.order, ({ id }) => id),
        sheets: reorder(now.sheets, edit.order, ({ organisationId }) => organisationId),
      };
    case 'budget.change':
      return applyBudgetChanges(now, edit.changes);
    case 'column.add': {
      if (now.columns.filter(({ table }) => table === edit.table).length >= maxColumnsOfTable) {
        throw tooMany(maxColumnsOfTable);
      }
      const id = ColumnId.parse(createId());
      return putColumn(now, { id, reportId: now.report.id, table: edit.table, ...edit.fields });
    }
    case 'column.change': {
      const column = find(now.columns, edit.columnId);
      if (!isSameColumn(readColumnFields(column), edit.from)) throw changed();
      return putColumn(now, { ...column, ...edit.to });
    }
    case 'column.remove': {
      const column = find(now.columns, edit.columnId);
      return { ...now, columns: now.columns.filter(({ id }) => id !== column.id) };
    }
    case 'columns.order': {
      const isOf = ({ table }: ExtraColumn) => table === edit.table;
      const ofTable = reorder(now.columns.filter(isOf), edit.order, ({ id }) => id);
      return { ...now, columns: arrangeColumns([...now.columns.filter((one) => !isOf(one)), ...ofTable]) };
    }
    case 'correction.add':
    case 'correction.change':
    case 'correction.remove':
      return applyCorrectionEdit(now, edit, must(maker, 'who corrects'));
    case 'corrections.order':
      return { ...now, corrections: reorder(now.corrections, edit.order, ({ id }) => id) };
  }
}

/** What the approved plan, which is governed too, points at does not go: it is looked at in the same moment. */
function refusePlanned(
  { budget }: ReportStructure,
  isOf: (line: BudgetLine) => boolean,
  title: string,
): void {
  const count = budget.filter(isOf).length;
  if (count > 0) throw new AppError('structure.planned', { title, count });
}

/** As with the plan: a correction of what is not there would be in no total, and nobody would know. */
function refuseCorrected(
  { corrections }: ReportStructure,
  isOf: (correction: Correction) => boolean,
  title: string,
): void {
  const count = corrections.filter(isOf).length;
  if (count > 0) throw new AppError('structure.corrected', { title, count });
}

function refuseCorrectedIndicator(now: ReportStructure, { id, title }: Indicator): void {
  refuseCorrected(now, ({ subject }) => subject.of === 'indicator' && subject.indicatorId === id, title);
}

function putDirection(
  now: ReportStructure,
  { id, reportId, number, title }: Direction,
  responsible: readonly OrganisationId[],
): ReportStructure {
  const others = now.directions.filter((direction) => direction.id !== id);
  const sameNumber = others.find((direction) => direction.number === number);
  if (sameNumber) throw new AppError('structure.number-taken', { number, title: sameNumber.title });
  for (const organisationId of responsible) find(now.organisations, organisationId);
  return arrange({
    ...now,
    directions: [...others, { id, reportId, number, title }],
    responsibilities: [
      ...now.responsibilities.filter(({ directionId }) => directionId !== id),
      ...Array.from(new Set(responsible), (organisationId) => ({ directionId: id, organisationId })),
    ],
  });
}

/** In its own place when it stands already, behind the others of its direction otherwise. */
function putIndicator(now: ReportStructure, indicator: Indicator & IndicatorFields): ReportStructure {
  checkWhole(now, indicator);
  const stands = now.indicators.some(({ id }) => id === indicator.id);
  const indicators = stands
    ? now.indicators.map((one) => (one.id === indicator.id ? indicator : one))
    : [...now.indicators, indicator];
  return arrange({ ...now, indicators });
}

/** A part stands in the direction of its whole, and no whole is a part of itself, however far down. */
function checkWhole({ indicators }: ReportStructure, { id, directionId, partOf }: Indicator): void {
  if (partOf === null) return;
  if (find(indicators, partOf).directionId !== directionId) throw new AppError('structure.not-in-report');
  for (let above: IndicatorId | null = partOf; above !== null; ) {
    if (above === id) throw new AppError('structure.part-circle');
    const current: IndicatorId = above;
    above = indicators.find((one) => one.id === current)?.partOf ?? null;
  }
}

/** In its own place when it stands already, behind the others of its table otherwise. */
function putColumn(now: ReportStructure, column: ExtraColumn): ReportStructure {
  const name = simplifyTitle(column.title);
  const isTaken =
    isOwnTitle(name) ||
    now.columns.some(
      ({ id, table, title }) => id !== column.id && table === column.table && simplifyTitle(title) === name,
    );
  if (isTaken) throw new AppError('structure.title-taken', { title: column.title });
  const stands = now.columns.some(({ id }) => id === column.id);
  const columns = stands
    ? now.columns.map((one) => (one.id === column.id ? column : one))
    : [...now.columns, column];
  return { ...now, columns: arrangeColumns(columns) };
}

function arrangeColumns(columns: readonly ExtraColumn[]): ExtraColumn[] {
  return columns.toSorted((a, b) => tableKinds.indexOf(a.table) - tableKinds.indexOf(b.table));
}

const kindOrder = ['executive', 'department', 'district'];

/** Behind the last of its kind or of a kind before it; one that takes part already stays where it is. */
function join(
  now: ReportStructure,
  organisationId: OrganisationId,
  findOrganisation: FindOrganisation,
): ReportStructure {
  if (now.organisations.some(({ id }) => id === organisationId)) return now;
  if (now.organisations.length >= maxSheets) throw tooMany(maxSheets);
  const organisation = findOrganisation(organisationId);
  if (organisation === undefined) throw new AppError('organisation.unknown');
  const rank = kindOrder.indexOf(organisation.kind);
  const place = now.organisations.findLastIndex(({ kind }) => kindOrder.indexOf(kind) <= rank) + 1;
  return {
    ...now,
    organisations: now.organisations.toSpliced(place, 0, organisation),
    sheets: now.sheets.toSpliced(place, 0, { organisationId, status: 'draft' }),
  };
}

/** Directions by number, and what stands below them in their order. */
function arrange(structure: ReportStructure): ReportStructure {
  const directions = structure.directions.toSorted((a, b) => a.number - b.number);
  const places = new Map(directions.map(({ id }, index) => [id, index]));
  const byDirection = (a: { directionId: DirectionId }, b: { directionId: DirectionId }): number =>
    (places.get(a.directionId) ?? 0) - (places.get(b.directionId) ?? 0);
  return {
    ...structure,
    directions,
    indicators: structure.indicators.toSorted(byDirection),
    responsibilities: structure.responsibilities.toSorted(byDirection),
  };
}

/** The same things in the order given, which must name each of them once. */
function reorder<T>(things: readonly T[], order: readonly string[], idOf: (thing: T) => string): T[] {
  const byId = new Map(things.map((thing) => [idOf(thing), thing]));
  const ordered = Array.from(new Set(order), (id) => byId.get(id)).filter((thing) => thing !== undefined);
  if (ordered.length !== things.length || order.length !== things.length) throw changed();
  return ordered;
}

function find<T extends { id: string }>(things: readonly T[], id: T['id']): T {
  const found = things.find((thing) => thing.id === id);
  if (found === undefined) throw new AppError('structure.not-in-report');
  return found;
}

const changed = () => new AppError('structure.changed');
const tooMany = (limit: number) => new AppError('structure.too-many', { limit });
