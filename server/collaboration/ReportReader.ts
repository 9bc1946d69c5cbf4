import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Storage } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { DirectionId, ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { isEmptyNarrative, readNarrative } from '#shared/narrative/readNarrative.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import type { DocumentJournal } from './DocumentJournal.ts';
import { applyStored, loadStoredDocument } from './journal/loadStoredDocument.ts';

/** Documents whose content is kept ready, so that totals asked for every few seconds cost what has changed. */
const maxCached = 500;

/** A whole report from the stored documents, by the same code that every browser reads them with. */
export class ReportReader {
  readonly #storage: Storage;
  readonly #journal: Pick<DocumentJournal, 'find'>;
  readonly #sheets = new DocumentCache<Row[]>();
  readonly #narratives = new DocumentCache<Narrative>();

  /** `journal` knows the documents that are open here; whoever has none reads what is stored. */
  constructor(storage: Storage, journal: Pick<DocumentJournal, 'find'>) {
    this.#storage = storage;
    this.#journal = journal;
  }

  /** Sheet by sheet in the order of the structure's organisations; empty for a report that does not exist. */
  async readRows(reportId: ReportId): Promise<Row[]> {
    const structure = await this.#storage.reports.findStructure(reportId);
    return structure === null ? [] : this.#readRows(structure);
  }

  /** Null for a report that does not exist. */
  async readReport(reportId: ReportId): Promise<ReportContent | null> {
    const structure = await this.#storage.reports.findStructure(reportId);
    if (structure === null) return null;
    return {
      structure,
      rows: await this.#readRows(structure),
      narratives: await this.#readNarratives(structure),
    };
  }

  async #readRows({ report, sheets }: ReportStructure): Promise<Row[]> {
    const rows: Row[] = [];
    for (const { organisationId } of sheets) {
      const name = sheetName(report.id, organisationId);
      const sheet = await this.#read(name, this.#sheets, (doc) => readSheet(doc, organisationId));
      for (const row of sheet) rows.push(row);
    }
    return rows;
  }

  async #readNarratives({ report, directions }: ReportStructure): Promise<Map<DirectionId, Narrative>> {
    const narratives = new Map<DirectionId, Narrative>();
    for (const { id } of directions) {
      const narrative = await this.#read(narrativeName(report.id, id), this.#narratives, readNarrative);
      if (!isEmptyNarrative(narrative)) narratives.set(id, narrative);
    }
    return narratives;
  }

  async #read<T>(name: string, cache: DocumentCache<T>, read: (doc: Y.Doc) => T): Promise<T> {
    const open = this.#journal.find(name);
    const sequence = open?.appliedSequence ?? (await this.#storage.journal.findHead(name))?.sequence ?? 0;
    const cached = cache.find(name, sequence);
    if (cached !== undefined) return cached;
    // Hundreds of documents read in one go would keep everybody's changes waiting.
    await setImmediate();
    if (open !== undefined) return cache.keep(name, open.appliedSequence, read(open.document));
    const stored = await loadStoredDocument(this.#storage.journal, name);
    const document = new Y.Doc();
    applyStored(document, stored);
    const content = read(document);
    document.destroy();
    return cache.keep(name, stored.sequence, content);
  }
}

/** What documents held at an entry of their journals; the oldest goes when there are too many. */
class DocumentCache<T> {
  readonly #entries = new Map<string, { sequence: number; content: T }>();

  find(name: string, sequence: number): T | undefined {
    const entry = this.#entries.get(name);
    return entry?.sequence === sequence ? entry.content : undefined;
  }

  keep(name: string, sequence: number, content: T): T {
    this.#entries.delete(name);
    this.#entries.set(name, { sequence, content });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= maxCached) break;
      this.#entries.delete(oldest);
    }
    return content;
  }
}
