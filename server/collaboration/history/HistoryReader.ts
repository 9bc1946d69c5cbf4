import type { RowChangeFilter, RowChangePlace, RowChangeRecord } from '#server/storage/HistoryStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import {
  type GoneRow,
  type HistoryAnswer,
  type HistoryChange,
  HistoryField,
  type HistoryQuery,
  historyPageSize,
} from '#shared/api/history.ts';
import { type NewsAnswer, newsCountLimit } from '#shared/api/news.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, type ReportId, RowId, type UserId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { AuthorNames } from '../AuthorNames.ts';
import { tellPlace } from '../updates/UnreadableChange.ts';
import type { HistoryLedger } from './HistoryLedger.ts';

/** A change with the sheet it is of; `place` is that of the sheet in the report. */
type Found = { organisationId: OrganisationId; place: number; record: RowChangeRecord };
type Cursor = RowChangePlace & { organisationId: OrganisationId };

/** Answers who changed what, over all sheets of a report or in one of them. */
export class HistoryReader {
  readonly #storage: Storage;
  readonly #ledger: HistoryLedger;

  constructor(storage: Storage, ledger: HistoryLedger) {
    this.#storage = storage;
    this.#ledger = ledger;
  }

  /**
   * Null for a report that does not exist; a sheet that is none of it has no changes. AppError
   * `journal.unreadable` names the sheet whose changes are damaged.
   */
  async read(reportId: ReportId, query: HistoryQuery): Promise<HistoryAnswer | null> {
    const structure = await this.#storage.reports.findStructure(reportId);
    if (structure === null) return null;
    const sheets = structure.sheets.map(({ organisationId }) => organisationId);
    const cursor = query.after === undefined ? null : parseCursor(query.after);
    const found: Found[] = [];
    for (const [place, organisationId] of sheets.entries()) {
      if (query.organisation !== undefined && query.organisation !== organisationId) continue;
      await this.#catchUp(structure, organisationId);
      const cursorPlace = cursor === null ? -1 : sheets.indexOf(cursor.organisationId);
      const { filter, after } = startAt(query, cursor, Math.sign(place - cursorPlace));
      const name = sheetName(reportId, organisationId);
      const records = await this.#storage.history.list(name, filter, historyPageSize + 1, after);
      for (const record of records) found.push({ organisationId, place, record });
    }
    found.sort((a, b) => b.record.moment - a.record.moment || a.place - b.place);
    const page = found.slice(0, historyPageSize);
    const last = page.at(-1);
    const names = new AuthorNames(this.#storage);
    return {
      changes: await Promise.all(
        page.map(({ organisationId, record }) => buildChange(organisationId, record, names)),
      ),
      gone: await this.#readGone(reportId, page, names),
      people: await this.#readPeople(structure, names),
      next: found.length > page.length && last !== undefined ? printCursor(last) : null,
    };
  }

  /** How much others did since a moment, in each sheet where they did. Null and errors as {@link read}. */
  async count(
    reportId: ReportId,
    { from, except }: { from: number; except: UserId },
  ): Promise<NewsAnswer['sheets'] | null> {
    const structure = await this.#storage.reports.findStructure(reportId);
    if (structure === null) return null;
    const counted: NewsAnswer['sheets'] = [];
    for (const { organisationId } of structure.sheets) {
      await this.#catchUp(structure, organisationId);
      const name = sheetName(reportId, organisationId);
      const filter = { from, exceptUserId: except };
      const { changes, rows } = await this.#storage.history.count(name, filter, newsCountLimit);
      if (changes > 0) counted.push({ organisationId, changes, rows });
    }
    return counted;
  }

  async #catchUp({ report, organisations }: ReportStructure, organisationId: OrganisationId): Promise<void> {
    try {
      await this.#ledger.catchUp(sheetName(report.id, organisationId));
    } catch (error) {
      const place = organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
      throw tellPlace(error, place);
    }
  }

  async #readGone(reportId: ReportId, page: readonly Found[], names: AuthorNames): Promise<GoneRow[]> {
    const gone: GoneRow[] = [];
    for (const [organisationId, changes] of Map.groupBy(page, (change) => change.organisationId)) {
      const rowIds = [...new Set(changes.map(({ record }) => record.rowId))];
      const whole = await this.#storage.history.findLastWhole(sheetName(reportId, organisationId), rowIds);
      for (const { rowId, table, time, userId, before, after } of whole.values()) {
        if (after !== 'null') continue;
        const author = await names.find(userId);
        gone.push({ organisationId, rowId, table, time, author, stored: JSON.parse(before) });
      }
    }
    return gone;
  }

  async #readPeople(
    { report, sheets }: ReportStructure,
    names: AuthorNames,
  ): Promise<HistoryAnswer['people']> {
    const people = new Set<UserId>();
    for (const { organisationId } of sheets) {
      const owners = await this.#storage.journal.readOwners(sheetName(report.id, organisationId));
      for (const userId of owners.values()) people.add(userId);
    }
    return Promise.all(
      [...people].map(async (userId) => {
        const author = await names.find(userId);
        return { userId, name: author.kind === 'person' ? author.name : null };
      }),
    );
  }
}

async function buildChange(
  organisationId: OrganisationId,
  record: RowChangeRecord,
  names: AuthorNames,
): Promise<HistoryChange> {
  const { rowId, table, field, before, after, time, sequence, userId } = record;
  return {
    organisationId,
    rowId,
    table,
    field: field === null ? null : HistoryField.parse(field),
    before: JSON.parse(before),
    after: JSON.parse(after),
    time,
    sequence,
    author: await names.find(userId),
  };
}

/** What is left of a sheet behind the cursor: `side` is negative for sheets before its own, positive for those after. */
function startAt(
  query: HistoryQuery,
  cursor: Cursor | null,
  side: number,
): { filter: RowChangeFilter; after?: RowChangePlace } {
  const { row: rowId, field, person: userId, except: exceptUserId, from, to } = query;
  const filter = { rowId, field, userId, exceptUserId, from, to };
  if (cursor === null) return { filter };
  if (side === 0) return { filter, after: cursor };
  // Of one moment the sheets come in their order.
  const end = cursor.moment + (side > 0 ? 1 : 0);
  return { filter: { ...filter, to: Math.min(to ?? end, end) } };
}

function printCursor({ organisationId, record }: Found): string {
  return [record.moment, organisationId, record.sequence, record.rowId, record.field ?? ''].join('.');
}

/** The query's schema has looked at its form. */
function parseCursor(text: string): Cursor {
  const [moment, organisationId, sequence, rowId, field = ''] = text.split('.');
  return {
    moment: Number(moment),
    organisationId: OrganisationId.parse(organisationId),
    sequence: Number(sequence),
    rowId: RowId.parse(rowId),
    field: field === '' ? null : field,
  };
}
