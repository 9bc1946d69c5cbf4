import * as Y from 'yjs';
import type { RowChangeRecord } from '#server/storage/HistoryStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId, RowId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import {
  type CellDifference,
  compareSheetRows,
  type SheetRowDifference,
} from '#shared/submission/compareSheetRows.ts';
import type { HistoryLedger } from './history/HistoryLedger.ts';
import { loadPastDocument } from './journal/loadPastDocument.ts';
import { tellSheet } from './updates/UnreadableChange.ts';

/** By whom and when something came to be as it is. Null for the server's own changes. */
export type ChangeMark = { userId: UserId | null; time: number };

export type SheetChangesSince = {
  /** All that the sheet holds at the last entry that was read. */
  rows: readonly Row[];
  differences: (Omit<SheetRowDifference, 'cells'> & {
    lastChange: ChangeMark;
    cells: (CellDifference & { lastChange: ChangeMark })[];
  })[];
};

/**
 * What a sheet holds otherwise than it did at an entry of its journal, cell by cell: the two contents are
 * compared, and the history tells who and when.
 */
export class SheetChangeReader {
  readonly #storage: Pick<Storage, 'journal' | 'history' | 'reports'>;
  readonly #ledger: Pick<HistoryLedger, 'catchUp'>;

  constructor(
    storage: Pick<Storage, 'journal' | 'history' | 'reports'>,
    ledger: Pick<HistoryLedger, 'catchUp'>,
  ) {
    this.#storage = storage;
    this.#ledger = ledger;
  }

  /** AppError `journal.unreadable`. */
  async read(
    reportId: ReportId,
    organisationId: OrganisationId,
    sequence: number,
  ): Promise<SheetChangesSince> {
    const name = sheetName(reportId, organisationId);
    try {
      await this.#ledger.catchUp(name);
      const { history } = this.#storage;
      const now = (await history.findMark(name))?.sequence ?? sequence;
      const before = await this.#readAt(name, organisationId, sequence);
      const rows = await this.#readAt(name, organisationId, now);
      const changes = await history.readBetween(name, sequence, now);
      return { rows, differences: nameAuthors(compareSheetRows(before, rows), changes) };
    } catch (error) {
      throw await tellSheet(error, this.#storage.reports, reportId, organisationId);
    }
  }

  async #readAt(name: string, organisationId: OrganisationId, sequence: number): Promise<Row[]> {
    const document = new Y.Doc();
    try {
      await loadPastDocument(this.#storage, name, sequence, (apply) => apply(document));
      return readSheet(document, organisationId);
    } finally {
      document.destroy();
    }
  }
}

/** Each with the newest change that it comes of; `changes` in their order, all since the older content. */
function nameAuthors(
  differences: readonly SheetRowDifference[],
  changes: readonly RowChangeRecord[],
): SheetChangesSince['differences'] {
  const byRow = Map.groupBy(changes, ({ rowId }) => rowId);
  const find = (rowId: RowId, isConcerned: (change: RowChangeRecord) => boolean): ChangeMark => {
    const ofRow = byRow.get(rowId) ?? [];
    // A row that has changed tables shows cells otherwise that nobody has touched.
    const { userId, time } = must(ofRow.findLast(isConcerned) ?? ofRow.at(-1), 'who changed the row');
    return { userId, time };
  };
  return differences.map(({ cells, ...row }) => {
    const fields = new Set(cells.map(({ field }) => field));
    const isWhole = row.kind !== 'changed';
    return {
      ...row,
      lastChange: find(row.rowId, ({ field }) => isWhole || field === null || fields.has(field)),
      cells: cells.map((cell) => ({
        ...cell,
        lastChange: find(row.rowId, ({ field }) => field === null || field === cell.field),
      })),
    };
  });
}
