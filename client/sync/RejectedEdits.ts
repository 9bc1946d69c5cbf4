import * as Y from 'yjs';
import type { ErrorParameters } from '#shared/errors/AppError.ts';
import type { DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { type Field, readSheet } from '#shared/sheet/sheetDocument.ts';

/** Changes the server will not take, given back to their author to copy. */
export type RejectedEdits = RejectedCells | RejectedText;

type Rejection = {
  /** Code of the error catalogue. */
  code: string;
  parameters: ErrorParameters;
};

export type RejectedCells = Rejection & {
  kind: 'cells';
  organisationId: OrganisationId;
  cells: RejectedCell[];
};

/** Paragraphs of a direction's text that the server does not have. */
export type RejectedText = Rejection & { kind: 'text'; directionId: DirectionId; lines: string[] };

export type RejectedCell = { table: TableKind; rowId: RowId; field: Field; value: unknown };

/** What the changes in `own` that `server` does not have would have made of the server's rows. */
export function computeRejectedCells(
  own: Y.Doc,
  server: Y.Doc,
  organisationId: OrganisationId,
): RejectedCell[] {
  const merged = new Y.Doc();
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(server));
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(own, Y.encodeStateVector(server)));
  const before = new Map(readSheet(server, organisationId).map((row) => [row.id, row]));
  const cells = readSheet(merged, organisationId).flatMap((row) => compareCells(row, before.get(row.id)));
  merged.destroy();
  return cells;
}

function compareCells(row: Row, before: Row | undefined): RejectedCell[] {
  const known: Record<string, unknown> = before?.kind === row.kind ? before.values : {};
  return Object.entries(row.values).flatMap(([field, value]) =>
    value === null || value === known[field]
      ? []
      : [{ table: row.kind, rowId: row.id, field: field as Field, value }],
  );
}
