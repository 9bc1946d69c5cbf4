import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Storage } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { columnSetOf, judgeRow } from '#shared/model/columns.ts';
import type { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { isEmptyNarrative, readNarrative } from '#shared/narrative/readNarrative.ts';
import { listTextBlocks, type TextBlock } from '#shared/narrative/textBlocks.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import type { SheetContent } from './Collaboration.ts';
import type { DocumentJournal } from './DocumentJournal.ts';
import type { HistoryLedger } from './history/HistoryLedger.ts';
import { loadPastDocument } from './journal/loadPastDocument.ts';
import { applyStored, loadStoredDocument } from './journal/loadStoredDocument.ts';
import { tellPlace, tellSheet } from './updates/UnreadableChange.ts';

/** Documents whose content is kept ready, so that totals asked for every few seconds cost what has changed. */
const maxCached = 500;

/** A whole report from the stored documents, by the same code that every browser reads them with. */
export class ReportReader {
  readonly #storage: Storage;
  readonly #journal: Pick<DocumentJournal, 'find'>;
  readonly #ledger: Pick<HistoryLedger, 'catchUp'>;
  readonly #sheets = new DocumentCache<Row[]>();
  readonly #narratives = new DocumentCache<Narrative>();
  readonly #blocks = new DocumentCache<TextBlock[]>();

  /**
   * `journal` knows the documents that are open here; whoever has none reads what is stored. `ledger`
   * keeps states along the way, so that the past need not be replayed from its beginning.
   */
  constructor(
    storage: Storage,
    journal: Pick<DocumentJournal, 'find'>,
    ledger: Pick<HistoryLedger, 'catchUp'>,
  ) {
    this.#storage = storage;
    this.#journal = journal;
    this.#ledger = ledger;
  }

  /** Sheet by sheet in the order of the structure's organisations; empty for a report that does not exist. */
  async readRows(reportId: ReportId): Promise<Row[]> {
    const structure = await this.#storage.reports.findStructure(reportId);
    return structure === null ? [] : this.#readRows(structure, null);
  }

  /** The same as they stood at `time`; null for a report that does not exist. AppError `journal.unreadable`. */
  async readPastRows(reportId: ReportId, time: number): Promise<Row[] | null> {
    const structure = await this.#storage.reports.findStructure(reportId);
    return structure === null ? null : this.#readRows(structure, time);
  }

  /**
   * As it stands, or with everything that was accepted up to `time` (milliseconds) under the structure
   * of today, which has no history. Null for a report that does not exist. AppError
   * `journal.unreadable` names the sheet or text whose changes are damaged.
   */
  async readReport(reportId: ReportId, time: number | null = null): Promise<ReportContent | null> {
    const structure = await this.#storage.reports.findStructure(reportId);
    return structure === null ? null : this.readContent(structure, time);
  }

  /** The documents of this structure, which need not be that of today. Rejects like {@link readReport}. */
  async readContent(structure: ReportStructure, time: number | null = null): Promise<ReportContent> {
    return {
      structure,
      rows: await this.#readRows(structure, time),
      narratives: await this.readNarratives(structure, time),
    };
  }

  /**
   * One sheet, whether or not anybody has it open, as it is stored: what its added columns take of it is for
   * the caller to judge. AppError as {@link readReport}.
   */
  async readSheet(reportId: ReportId, organisationId: OrganisationId): Promise<SheetContent> {
    const name = sheetName(reportId, organisationId);
    const sheet = await this.#readCurrent(name, this.#sheets, (doc) => readSheet(doc, organisationId)).catch(
      async (error: unknown) => {
        throw await tellSheet(error, this.#storage.reports, reportId, organisationId);
      },
    );
    return { rows: sheet.content, sequence: sheet.sequence };
  }

  /** The lines of one text. AppError as {@link readReport}. */
  async readTextBlocks(reportId: ReportId, directionId: DirectionId): Promise<readonly TextBlock[]> {
    const name = narrativeName(reportId, directionId);
    const text = await this.#readCurrent(name, this.#blocks, listTextBlocks).catch((error: unknown) => {
      throw tellPlace(error, directionId);
    });
    return text.content;
  }

  async #readRows(structure: ReportStructure, time: number | null): Promise<Row[]> {
    const { report, sheets, organisations } = structure;
    const columns = columnSetOf(structure);
    const rows: Row[] = [];
    for (const { organisationId } of sheets) {
      const name = sheetName(report.id, organisationId);
      const read = (doc: Y.Doc) => readSheet(doc, organisationId);
      const sheet = await this.#read(name, this.#sheets, read, time).catch((error: unknown) => {
        const organisation = organisations.find(({ id }) => id === organisationId);
        throw tellPlace(error, organisation?.shortName ?? organisationId);
      });
      for (const row of sheet) rows.push(judgeRow(row, columns));
    }
    return rows;
  }

  /** The texts alone, without those that are empty; the very same as long as nothing is written into one. */
  async readNarratives(
    { report, directions }: ReportStructure,
    time: number | null = null,
  ): Promise<Map<DirectionId, Narrative>> {
    const narratives = new Map<DirectionId, Narrative>();
    for (const { id, number, title } of directions) {
      const name = narrativeName(report.id, id);
      const narrative = await this.#read(name, this.#narratives, readNarrative, time).catch(
        (error: unknown) => {
          throw tellPlace(error, `${number}. ${title}`);
        },
      );
      if (!isEmptyNarrative(narrative)) narratives.set(id, narrative);
    }
    return narratives;
  }

  async #read<T>(
    name: string,
    cache: DocumentCache<T>,
    read: (doc: Y.Doc) => T,
    time: number | null,
  ): Promise<T> {
    if (time !== null) {
      const pastSequence = await this.#storage.journal.findSequenceAt(name, time);
      if (pastSequence < (await this.#findSequence(name))) return this.#readPast(name, pastSequence, read);
    }
    return (await this.#readCurrent(name, cache, read)).content;
  }

  async #findSequence(name: string): Promise<number> {
    const open = this.#journal.find(name);
    return open?.appliedSequence ?? (await this.#storage.journal.findHead(name))?.sequence ?? 0;
  }

  async #readCurrent<T>(
    name: string,
    cache: DocumentCache<T>,
    read: (doc: Y.Doc) => T,
  ): Promise<DocumentState<T>> {
    const cached = cache.find(name, await this.#findSequence(name));
    if (cached !== undefined) return cached;
    // Hundreds of documents read in one go would keep everybody's changes waiting.
    await setImmediate();
    const open = this.#journal.find(name);
    if (open !== undefined) return cache.keep(name, open.appliedSequence, read(open.document));
    const stored = await loadStoredDocument(this.#storage.journal, name);
    const document = new Y.Doc();
    applyStored(document, stored);
    const content = read(document);
    document.destroy();
    return cache.keep(name, stored.sequence, content);
  }

  async #readPast<T>(name: string, sequence: number, read: (doc: Y.Doc) => T): Promise<T> {
    await setImmediate();
    // What it could not take in concerns later moments, or is met again below.
    await this.#ledger.catchUp(name).catch(() => undefined);
    const document = new Y.Doc();
    await loadPastDocument(this.#storage, name, sequence, (apply) => apply(document));
    const content = read(document);
    document.destroy();
    return content;
  }
}

type DocumentState<T> = { sequence: number; content: T };

/** What documents held at an entry of their journals; the oldest goes when there are too many. */
class DocumentCache<T> {
  readonly #entries = new Map<string, DocumentState<T>>();

  find(name: string, sequence: number): DocumentState<T> | undefined {
    const entry = this.#entries.get(name);
    return entry?.sequence === sequence ? entry : undefined;
  }

  keep(name: string, sequence: number, content: T): DocumentState<T> {
    const state = { sequence, content };
    this.#entries.delete(name);
    this.#entries.set(name, state);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= maxCached) break;
      this.#entries.delete(oldest);
    }
    return state;
  }
}
