import type { FigureSpec } from '../figures/FigureSpec.ts';
import { extraFieldOf } from '../model/columns.ts';
import type { ExtraField } from '../model/extraField.ts';
import type { ColumnId, DirectionId, OrganisationId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import { listFigureSpecs } from '../narrative/listFigureSpecs.ts';
import { isEmptyNarrative } from '../narrative/readNarrative.ts';
import type { ReportContent } from '../report/ReportContent.ts';
import type { StructureEdit } from './StructureEdit.ts';

/** Edits that take something away, which nothing may point at then. A column of another kind is another column. */
export type RemovalEdit = Extract<
  StructureEdit,
  {
    kind: 'direction.remove' | 'indicator.remove' | 'organisation.leave' | 'column.remove' | 'column.change';
  }
>;

/** What points at a direction, an indicator or an organisation of a report, or stands in a column. */
export type Holders = {
  rowCount: number;
  /** Whose sheets the rows are in. */
  organisationIds: OrganisationId[];
  /** Figures, and the text of the direction itself. */
  textCount: number;
  /** The directions whose texts these are. */
  directionIds: DirectionId[];
  /** Parts of an indicator; directions that an organisation writes. */
  partCount: number;
};

export function isRemoval(edit: StructureEdit): edit is RemovalEdit {
  switch (edit.kind) {
    case 'direction.remove':
    case 'indicator.remove':
    case 'organisation.leave':
    case 'column.remove':
      return true;
    case 'column.change':
      return edit.from.kind !== edit.to.kind;
    default:
      return false;
  }
}

export function isHeld({ rowCount, textCount, partCount }: Holders): boolean {
  return rowCount + textCount + partCount > 0;
}

/** Everything in the report that would point at nothing after the edit. */
export function findHolders({ structure, rows, narratives }: ReportContent, edit: RemovalEdit): Holders {
  const columns = new Map(structure.columns.map((column) => [column.id, extraFieldOf(column)]));
  const held = rows.filter((row) => isRowOf(row, edit, (id) => columns.get(id)));
  const texts = structure.directions.flatMap(({ id }) => {
    const narrative = narratives.get(id) ?? [];
    const figures = listFigureSpecs(narrative).filter((spec) => isFigureOf(spec, edit)).length;
    const isOwn = edit.kind === 'direction.remove' && id === edit.directionId && !isEmptyNarrative(narrative);
    return figures > 0 || isOwn ? [{ id, count: Math.max(figures, 1) }] : [];
  });
  return {
    rowCount: held.length,
    organisationIds: [...new Set(held.map(({ organisationId }) => organisationId))],
    textCount: texts.reduce((total, { count }) => total + count, 0),
    directionIds: texts.map(({ id }) => id),
    partCount: countParts(structure, edit),
  };
}

function isRowOf(row: Row, edit: RemovalEdit, fieldOf: (id: ColumnId) => ExtraField | undefined): boolean {
  if (edit.kind === 'direction.remove') return row.values.directionId === edit.directionId;
  if (edit.kind === 'organisation.leave') return row.organisationId === edit.organisationId;
  if ('columnId' in edit) {
    const field = fieldOf(edit.columnId);
    return field !== undefined && ((row.values[field] ?? null) !== null || row.flaws[field] !== undefined);
  }
  return row.kind === 'activity' && row.values.indicatorId === edit.indicatorId;
}

function isFigureOf(spec: FigureSpec, edit: RemovalEdit): boolean {
  if (edit.kind === 'direction.remove') return spec.filter.directionId === edit.directionId;
  if (edit.kind === 'organisation.leave') return spec.filter.organisationId === edit.organisationId;
  if ('columnId' in edit) return false;
  return 'indicatorId' in spec && spec.indicatorId === edit.indicatorId;
}

function countParts({ indicators, responsibilities }: ReportContent['structure'], edit: RemovalEdit): number {
  if (edit.kind === 'indicator.remove') {
    return indicators.filter(({ partOf }) => partOf === edit.indicatorId).length;
  }
  if (edit.kind === 'organisation.leave') {
    return responsibilities.filter(({ organisationId }) => organisationId === edit.organisationId).length;
  }
  return 0;
}
