import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import type { DocumentJournal } from './DocumentJournal.ts';
import { applyStored, loadStoredDocument } from './journal/loadStoredDocument.ts';

type CachedSheet = { sequence: number; rows: Row[] };

/** Sheets whose rows are kept ready, so that totals asked for every few seconds cost what has changed. */
const maxCachedSheets = 500;

/** Rows of a whole report from the stored documents, by the same code that every browser reads them with. */
export class ReportReader {
  readonly #storage: Storage;
  readonly #journal: DocumentJournal;
  readonly #cache = new Map<string, CachedSheet>();

  constructor(storage: Storage, journal: DocumentJournal) {
    this.#storage = storage;
    this.#journal = journal;
  }

  /** Sheet by sheet in the order of the structure's organisations; empty for a report that does not exist. */
  async readRows(reportId: ReportId): Promise<Row[]> {
    const structure = await this.#storage.reports.findStructure(reportId);
    const rows: Row[] = [];
    for (const { organisationId } of structure?.sheets ?? []) {
      for (const row of await this.#readSheet(reportId, organisationId)) rows.push(row);
    }
    return rows;
  }

  async #readSheet(reportId: ReportId, organisationId: OrganisationId): Promise<Row[]> {
    const name = sheetName(reportId, organisationId);
    const open = this.#journal.find(name);
    const sequence = open?.appliedSequence ?? (await this.#storage.journal.findHead(name))?.sequence ?? 0;
    const cached = this.#cache.get(name);
    if (cached?.sequence === sequence) return cached.rows;
    // Hundreds of sheets read in one go would keep everybody's changes waiting.
    await setImmediate();
    const fresh = open
      ? { sequence: open.appliedSequence, rows: readSheet(open.document, organisationId) }
      : await this.#readStoredSheet(name, organisationId);
    this.#cache.delete(name);
    this.#cache.set(name, fresh);
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= maxCachedSheets) break;
      this.#cache.delete(oldest);
    }
    return fresh.rows;
  }

  async #readStoredSheet(name: string, organisationId: OrganisationId): Promise<CachedSheet> {
    const stored = await loadStoredDocument(this.#storage.journal, name);
    const document = new Y.Doc();
    applyStored(document, stored);
    const rows = readSheet(document, organisationId);
    document.destroy();
    return { sequence: stored.sequence, rows };
  }
}
