import * as Y from 'yjs';
import type { DocumentOptions, DocumentSession } from '#client/sync/DocumentSession.ts';
import { NarrativeSession } from '#client/sync/NarrativeSession.ts';
import type { RejectedEdits } from '#client/sync/RejectedEdits.ts';
import { SheetSession } from '#client/sync/SheetSession.ts';
import type { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';
import { RowId } from '#shared/model/ids.ts';
import { narrativeNodes, narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { orderBetween } from '#shared/sheet/order.ts';

/** What a writer writes with: the product's own session of a document, and how a piece of it is changed. */
export type KillPen = {
  session: DocumentSession;
  canWrite(): boolean;
  /** One change: a new piece, other words in it, or null when it goes. */
  write(key: string, words: string | null, isNew: boolean): void;
};

type Options = Omit<DocumentOptions, 'events'> & {
  reportId: ReportId;
  events: DocumentOptions['events'] & { onRejected(edits: RejectedEdits): void };
};

/** Pieces are rows of a sheet, their words the note. */
export function createRowPen(organisationId: OrganisationId, { events, ...options }: Options): KillPen {
  const session = new SheetSession({
    ...options,
    organisationId,
    events: { ...events, onRows: () => {}, readOnlyReason: () => 'access.read-only' },
  });
  return {
    session,
    canWrite: () => session.isEditable,
    write(key, words, isNew) {
      const id = RowId.parse(key);
      if (isNew) {
        const order = orderBetween(null, null);
        session.apply([{ kind: 'insert', row: { id, kind: 'activity', order, values: { note: words } } }]);
      } else if (words === null) session.apply([{ kind: 'delete', rowId: id }]);
      else session.apply([{ kind: 'set', rowId: id, field: 'note', value: words }]);
    },
  };
}

/** Pieces are paragraphs of a text that begin with their key: `key: words`. */
export function createTextPen(directionId: DirectionId, { events, ...options }: Options): KillPen {
  const session = new NarrativeSession({
    ...options,
    directionId,
    events: { ...events, canWrite: () => ({ allowed: true }) },
  });
  return {
    session,
    canWrite: () => session.isInStep || session.isLoaded,
    write(key, words, isNew) {
      const { doc } = session;
      const root = doc.getXmlFragment(narrativeRoot);
      doc.transact(() => {
        if (isNew) {
          const paragraph = new Y.XmlElement(narrativeNodes.paragraph);
          paragraph.insert(0, [new Y.XmlText(`${key}: ${words}`)]);
          root.push([paragraph]);
          return;
        }
        const index = root.toArray().findIndex((child) => readPiece(child)?.key === key);
        const text = index < 0 ? undefined : firstTextOf(root.get(index));
        if (text === undefined) throw new Error(`the paragraph ${key} is not there`);
        if (words === null) root.delete(index, 1);
        else {
          const start = key.length + 2;
          text.delete(start, text.length - start);
          text.insert(start, words);
        }
      });
    },
  };
}

/** The pieces of a text, by key. */
export function readPieces(doc: Y.Doc): Map<string, string> {
  const pieces = doc.getXmlFragment(narrativeRoot).toArray().map(readPiece);
  return new Map(pieces.flatMap((piece) => (piece === null ? [] : [[piece.key, piece.words]])));
}

function readPiece(child: unknown): { key: string; words: string } | null {
  const [key, words] = firstTextOf(child)?.toString().split(': ') ?? [];
  return key === undefined || words === undefined ? null : { key, words };
}

function firstTextOf(child: unknown): Y.XmlText | undefined {
  const text = child instanceof Y.XmlElement ? child.get(0) : undefined;
  return text instanceof Y.XmlText ? text : undefined;
}
