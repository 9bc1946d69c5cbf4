import { z } from 'zod';
import { DirectionId, OrganisationId, RowId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import { BlockId } from '../narrative/textBlocks.ts';

const row = { organisationId: OrganisationId, table: z.enum(tableKinds), rowId: RowId };
const block = { directionId: DirectionId, block: BlockId };

/** A field of today or of another version, or that of an added column. */
const fieldName = /^(?:[A-Za-z][\w-]{0,59}|x:[a-z]+:[A-Za-z0-9][\w-]{0,39})$/;

/**
 * What a comment is about. A row and a block of a text are named by ids that nothing else ever has, so
 * that a comment stays where it was made when rows move, and is known to have lost its place when they go.
 */
export const CommentPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), ...row, field: z.string().regex(fieldName) }),
  z.object({ kind: z.literal('row'), ...row }),
  z.object({ kind: z.literal('paragraph'), ...block }),
  z.object({ kind: z.literal('figure'), ...block }),
]);
export type CommentPlace = z.infer<typeof CommentPlace>;

/** A place in a table. */
export type RowPlace = Extract<CommentPlace, { kind: 'cell' | 'row' }>;
/** A place in the text of a direction. */
export type TextPlace = Extract<CommentPlace, { kind: 'paragraph' | 'figure' }>;

export function isRowPlace(place: CommentPlace): place is RowPlace {
  return place.kind === 'cell' || place.kind === 'row';
}
