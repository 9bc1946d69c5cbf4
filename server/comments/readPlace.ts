import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import { type QuotedContent, quoteLengthLimit } from '#shared/api/comments.ts';
import { type CommentPlace, isRowPlace } from '#shared/comments/CommentPlace.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import { fieldSchemas } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readCanonicalCell } from '#shared/submission/canonicalSheet.ts';

/** What a new thread keeps of its place, so that it can be told when the place has changed or gone. */
export type PlaceContent = { title: string; quote: QuotedContent };

/**
 * What stands at a place now, read from the documents and not taken from whoever writes; only what a
 * figure printed is theirs to say. AppError `document.unknown`, `comment.place-gone`.
 */
export async function readPlace(
  collaboration: Pick<Collaboration, 'readSheet' | 'readTextBlocks'>,
  structure: ReportStructure,
  place: CommentPlace,
  shown: string,
): Promise<PlaceContent> {
  const reportId = structure.report.id;
  if (!isRowPlace(place)) {
    const { directionId, block: id } = place;
    if (!structure.directions.some((direction) => direction.id === directionId)) {
      throw new AppError('document.unknown');
    }
    const blocks = await collaboration.readTextBlocks(reportId, directionId);
    const isFigure = place.kind === 'figure';
    const block = blocks.find((one) => (isFigure ? one.figures.includes(id) : one.id === id));
    if (block === undefined) throw new AppError('comment.place-gone');
    return { title: cut(block.text), quote: isFigure ? shown : cut(block.text) };
  }
  const { organisationId, rowId, table } = place;
  if (!structure.sheets.some((sheet) => sheet.organisationId === organisationId)) {
    throw new AppError('document.unknown');
  }
  const { rows } = await collaboration.readSheet(reportId, organisationId);
  const row = rows.find(({ id, kind }) => id === rowId && kind === table);
  if (row === undefined) throw new AppError('comment.place-gone');
  const title = cut((row.kind === 'activity' ? row.values.content : row.values.measure) ?? '');
  if (place.kind === 'row') return { title, quote: null };
  const isField = Object.hasOwn(fieldSchemas[table], place.field) || isExtraField(place.field);
  if (!isField) throw new AppError('comment.place-gone');
  const content = readCanonicalCell(row, place.field);
  if (typeof content === 'string') return { title, quote: cut(content) };
  if (typeof content !== 'object' || content === null) return { title, quote: content };
  return { title, quote: { unreadable: cut(content.unreadable) } };
}

/** Enough to know it by: as it stands, since it is compared with the cell; PostgreSQL alone keeps no NUL. */
function cut(text: string): string {
  return text.slice(0, quoteLengthLimit).replaceAll('\u0000', '');
}
