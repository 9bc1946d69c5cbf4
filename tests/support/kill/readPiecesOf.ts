import type * as Y from 'yjs';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { readPieces } from './KillPen.ts';

/** The words of what writers have put into a document, by their keys: notes of rows, or paragraphs. */
export function readPiecesOf(documentName: string, doc: Y.Doc): Map<string, string> {
  const address = tryParseDocumentName(documentName);
  if (address?.type === 'narrative') return readPieces(doc);
  if (address?.type !== 'sheet') throw new Error(`no document: ${documentName}`);
  const rows = readSheet(doc, address.organisationId);
  return new Map(rows.map(({ id, values }) => [id, values.note ?? '']));
}
