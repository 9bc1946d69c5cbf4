import type * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { observeSheet, readSheet, type SheetChange } from '#shared/sheet/sheetDocument.ts';
import {
  type DocumentContent,
  type DocumentEvents,
  type DocumentOptions,
  DocumentSession,
} from './DocumentSession.ts';
import type { Deed } from './history/Deed.ts';
import type { SheetEdit } from './history/SheetEdit.ts';
import { type Direction, type Reversal, SheetHistory } from './history/SheetHistory.ts';
import { computeRejectedCells, type RejectedEdits } from './RejectedEdits.ts';
import type { SheetRowChange } from './RowStore.ts';

export type SheetEvents = DocumentEvents & {
  onRows(changes: SheetRowChange[], isOwn: boolean): void;
  onRejected(edits: RejectedEdits): void;
  /** Why the sheet may only be read, as a code of the error catalogue. */
  readOnlyReason(organisationId: OrganisationId): string;
};

type Options = Omit<DocumentOptions, 'events'> & {
  reportId: ReportId;
  organisationId: OrganisationId;
  events: SheetEvents;
};

/** Origin of what this person does in this tab. */
export const ownOrigin = { own: true } as const;

/** One organisation's sheet as this tab has it, and what this person has done in it. */
export class SheetSession extends DocumentSession {
  readonly organisationId: OrganisationId;
  readonly #history = new SheetHistory();
  readonly #onRows: SheetEvents['onRows'];

  constructor({ reportId, organisationId, ...options }: Options) {
    super(sheetName(reportId, organisationId), createSheetContent(organisationId, options.events), options);
    this.organisationId = organisationId;
    this.#onRows = options.events.onRows;
  }

  /** Tells of every row as if it had just come. */
  tellAll(): void {
    const rows = readSheet(this.doc, this.organisationId);
    this.#onRows(
      rows.map((row) => ({ rowId: row.id, row, organisationId: this.organisationId })),
      false,
    );
  }

  /** Does one's own edits as one transaction. Returns what they did, for {@link reverse}. */
  apply(edits: readonly SheetEdit[]): Deed[] {
    return this.#history.apply(this.doc, edits, ownOrigin);
  }

  /** Takes deeds back, or does them again, in the order they are given, as one transaction. */
  reverse(deeds: readonly Deed[], direction: Direction): Reversal {
    return this.#history.reverse(this.doc, deeds, direction, ownOrigin);
  }
}

function createSheetContent(organisationId: OrganisationId, events: SheetEvents): DocumentContent {
  /** The document whose rows are told: not that which is being fetched anew. */
  let told: Y.Doc | null = null;
  const filled = new WeakSet<Y.Doc>();
  const tell = (changes: readonly SheetChange[], isOwn: boolean) =>
    events.onRows(
      changes.map(({ rowId, row }) => ({ rowId, row, organisationId })),
      isOwn,
    );
  return {
    observe(doc) {
      told ??= doc;
      return observeSheet(doc, organisationId, (changes, origin) => {
        if (told !== doc) return;
        filled.add(doc);
        tell(changes, origin === ownOrigin);
      });
    },
    isThere: (doc) => filled.has(doc),
    giveBack(old, fresh, code, parameters) {
      const cells = computeRejectedCells(old, fresh, organisationId);
      const rows = readSheet(fresh, organisationId);
      const present = new Set(rows.map(({ id }) => id));
      const gone = readSheet(old, organisationId).filter(({ id }) => !present.has(id));
      told = fresh;
      tell(
        [...gone.map(({ id }) => ({ rowId: id, row: null })), ...rows.map((row) => ({ rowId: row.id, row }))],
        true,
      );
      if (cells.length > 0) events.onRejected({ kind: 'cells', organisationId, code, parameters, cells });
    },
    readOnlyReason: () => events.readOnlyReason(organisationId),
  };
}
