import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId, RowId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { observeSheet, readSheet } from '#shared/sheet/sheetDocument.ts';
import {
  type CellDifference,
  compareRow,
  compareSheetRows,
  type SheetRowDifference,
} from '#shared/submission/compareSheetRows.ts';
import { loadPastDocument } from './journal/loadPastDocument.ts';
import { applyWhole } from './updates/applyWhole.ts';

/** By which entry of the journal something came to be as it is. Null for the server's own changes. */
export type ChangeMark = { userId: UserId | null; time: number };

export type SheetChangesSince = {
  /** All that the sheet holds at the last entry that was read. */
  rows: readonly Row[];
  differences: (Omit<SheetRowDifference, 'cells'> & {
    lastChange: ChangeMark;
    cells: (CellDifference & { lastChange: ChangeMark })[];
  })[];
};

/** So many entries are taken in in one go: others type meanwhile. */
const entriesAtOnce = 200;

/**
 * What a sheet holds otherwise than it did at an entry of its journal, cell by cell, with who and when.
 * The entries after it are applied one by one to the sheet as it was, so that a row that is gone is
 * known to have gone too.
 */
export class SheetChangeReader {
  readonly #storage: Pick<Storage, 'journal' | 'history'>;

  constructor(storage: Pick<Storage, 'journal' | 'history'>) {
    this.#storage = storage;
  }

  async read(
    reportId: ReportId,
    organisationId: OrganisationId,
    sequence: number,
  ): Promise<SheetChangesSince> {
    const name = sheetName(reportId, organisationId);
    const document = new Y.Doc();
    try {
      await loadPastDocument(this.#storage, name, sequence, (apply) => apply(document));
      const before = readSheet(document, organisationId);
      const marks = await this.#follow(document, name, organisationId, before, sequence);
      const rows = readSheet(document, organisationId);
      const differences = compareSheetRows(before, rows).map(({ cells, ...row }) => ({
        ...row,
        lastChange: must(marks.get(rowKey(row)), 'who changed the row'),
        cells: cells.map((cell) => ({
          ...cell,
          lastChange: must(marks.get(cellKey(row, cell.field)), 'who changed the cell'),
        })),
      }));
      return { rows, differences };
    } finally {
      document.destroy();
    }
  }

  async #follow(
    document: Y.Doc,
    name: string,
    organisationId: OrganisationId,
    before: readonly Row[],
    start: number,
  ): Promise<ReadonlyMap<string, ChangeMark>> {
    const rows = new Map(before.map((row) => [row.id, row]));
    const marks = new Map<string, ChangeMark>();
    let mark: ChangeMark = { userId: null, time: 0 };
    const stop = observeSheet(document, organisationId, (changes) => {
      for (const { rowId, row } of changes) {
        for (const difference of compareVersions(rows.get(rowId) ?? null, row)) {
          marks.set(rowKey(difference), mark);
          for (const { field } of difference.cells) marks.set(cellKey(difference, field), mark);
        }
        if (row === null) rows.delete(rowId);
        else rows.set(rowId, row);
      }
    });
    for (let last = start; ; ) {
      const entries = await this.#storage.journal.readAfter(name, last, entriesAtOnce);
      for (const { userId, time, update, sequence } of entries) {
        mark = { userId, time };
        applyWhole(document, update);
        last = sequence;
      }
      if (entries.length < entriesAtOnce) break;
      await setImmediate();
    }
    stop();
    return marks;
  }
}

/** A row that has gone to the other table is gone from one and new in the other. */
function compareVersions(before: Row | null, after: Row | null): SheetRowDifference[] {
  const pairs =
    before !== null && after !== null && before.kind !== after.kind
      ? [compareRow(before, null), compareRow(null, after)]
      : [compareRow(before, after)];
  return pairs.filter((difference) => difference !== null);
}

type RowKey = { table: Row['kind']; rowId: RowId };

function rowKey({ table, rowId }: RowKey): string {
  return `${table} ${rowId}`;
}

function cellKey(row: RowKey, field: string): string {
  return `${rowKey(row)} ${field}`;
}
