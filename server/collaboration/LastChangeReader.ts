import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import {
  type ChangeAuthor,
  type LastChange,
  type RowAddress,
  type RowAddressKey,
  rowAddressKey,
} from '#shared/report/LastChange.ts';
import type { DocumentJournal } from './DocumentJournal.ts';
import { applyStored, loadStoredDocument } from './journal/loadStoredDocument.ts';
import { type RowChange, RowChanges } from './journal/RowChanges.ts';
import { tellSheet } from './updates/UnreadableChange.ts';

/** Sheets whose changes are kept in memory; the one that nobody has asked about longest goes first. */
const maxKept = 500;

/** So many entries are taken in in one go: a sheet of years has a hundred thousand, and others type meanwhile. */
const entriesAtOnce = 200;

/** Who changed rows last, from the journal: the first question about a sheet reads all of it, the next ones what is new. */
export class LastChangeReader {
  readonly #storage: Storage;
  readonly #journal: Pick<DocumentJournal, 'find'>;
  readonly #sheets = new Map<string, RowChanges>();
  /** One reading of a sheet at a time. */
  readonly #readings = new Map<string, Promise<RowChanges>>();

  /** `journal` knows the documents that are open here; whoever has none reads what is stored. */
  constructor(storage: Storage, journal: Pick<DocumentJournal, 'find'>) {
    this.#storage = storage;
    this.#journal = journal;
  }

  /** A row that is in no sheet of the report, or was never changed, is absent. AppError `journal.unreadable`. */
  async read(reportId: ReportId, rows: readonly RowAddress[]): Promise<Map<RowAddressKey, LastChange>> {
    const structure = await this.#storage.reports.findStructure(reportId);
    const sheets = new Set(structure?.sheets.map(({ organisationId }) => organisationId));
    const found = new Map<RowAddressKey, RowChange>();
    for (const [organisationId, asked] of Map.groupBy(rows, (row) => row.organisationId)) {
      if (!sheets.has(organisationId)) continue;
      const changes = await this.#readSheet(sheetName(reportId, organisationId)).catch(
        async (error: unknown) => {
          throw await tellSheet(error, this.#storage.reports, reportId, organisationId);
        },
      );
      for (const row of asked) {
        const change = changes.find(row.rowId);
        if (change !== null) found.set(rowAddressKey(row), change);
      }
    }
    return this.#name(reportId, found);
  }

  async #name(
    reportId: ReportId,
    found: ReadonlyMap<RowAddressKey, RowChange>,
  ): Promise<Map<RowAddressKey, LastChange>> {
    const authors = new Map<UserId | null, ChangeAuthor>([[null, { kind: 'server' }]]);
    const named = new Map<RowAddressKey, LastChange>();
    for (const [key, { userId, time }] of found) {
      const author = authors.get(userId) ?? (await this.#findAuthor(reportId, userId));
      authors.set(userId, author);
      named.set(key, { at: new Date(time).toISOString(), author });
    }
    return named;
  }

  /** Somebody whose account is disabled still has a name. */
  async #findAuthor(reportId: ReportId, userId: UserId | null): Promise<ChangeAuthor> {
    const user = userId === null ? null : await this.#storage.users.findById(userId);
    const memberships = (user?.memberships ?? []).filter((membership) => membership.reportId === reportId);
    return {
      kind: 'person',
      name: user?.name ?? null,
      isCoordinator: memberships.some(({ role }) => role === 'coordinator'),
      organisationIds: memberships.flatMap((membership): OrganisationId[] =>
        membership.role === 'editor' ? [membership.organisationId] : [],
      ),
    };
  }

  async #readSheet(name: string): Promise<RowChanges> {
    // After the one that runs, whose answer may be older than what its asker has seen.
    const before = this.#readings.get(name);
    const reading = (before ?? Promise.resolve()).then(
      () => this.#catchUp(name),
      () => this.#catchUp(name),
    );
    this.#readings.set(name, reading);
    try {
      return await reading;
    } finally {
      if (this.#readings.get(name) === reading) this.#readings.delete(name);
    }
  }

  async #catchUp(name: string): Promise<RowChanges> {
    const changes = this.#sheets.get(name) ?? new RowChanges();
    this.#sheets.delete(name);
    const { journal } = this.#storage;
    const open = this.#journal.find(name);
    const last = open?.appliedSequence ?? (await journal.findHead(name))?.sequence ?? 0;
    if (changes.sequence < last) {
      const document = open?.document ?? (await this.#load(name));
      while (changes.sequence < last) {
        const entries = await journal.readAfter(name, changes.sequence, entriesAtOnce);
        if (entries.length === 0) break;
        changes.take(document, entries);
        await setImmediate();
      }
      if (open === undefined) document.destroy();
    }
    this.#keep(name, changes);
    return changes;
  }

  async #load(name: string): Promise<Y.Doc> {
    const document = new Y.Doc();
    applyStored(document, await loadStoredDocument(this.#storage.journal, name));
    return document;
  }

  #keep(name: string, changes: RowChanges): void {
    this.#sheets.set(name, changes);
    for (const oldest of this.#sheets.keys()) {
      if (this.#sheets.size <= maxKept) break;
      this.#sheets.delete(oldest);
    }
  }
}
