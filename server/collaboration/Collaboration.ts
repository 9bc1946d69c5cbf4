import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import type { NewTransition } from '#server/storage/Storage.ts';
import type { ThreadId } from '#shared/api/comments.ts';
import type { HistoryAnswer, HistoryQuery } from '#shared/api/history.ts';
import type { NewsAnswer } from '#shared/api/news.ts';
import type { DirectionId, OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import type { TextBlock } from '#shared/narrative/textBlocks.ts';
import type { LastChange, RowAddress, RowAddressKey } from '#shared/report/LastChange.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { ReportHold } from './ReportHold.ts';
import type { SheetChangesSince } from './SheetChangeReader.ts';

/** The rows of one sheet, and the entry of its journal that they stand at; 0 before the first one. */
export type SheetContent = { rows: readonly Row[]; sequence: number };

/** What a step is to do with the sheet it was shown. */
export type StepDecision = Pick<NewTransition, 'step' | 'from' | 'to' | 'note' | 'contentHash'>;

/** The running documents, as the rest of the server sees them. */
export type Collaboration = {
  /** Takes over an HTTP upgrade: the websocket of the client, the y-websocket gateway, or a refusal. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Current rows of all sheets of a report, whether or not anybody has them open. */
  readReportRows(reportId: ReportId): Promise<Row[]>;
  /** The report with its rows and texts as they stand; null when there is no such report. */
  readReport(reportId: ReportId): Promise<ReportContent | null>;
  /** The same with what had been accepted by `time`, in milliseconds. */
  readPastReport(reportId: ReportId, time: number): Promise<ReportContent | null>;
  /** Rows and texts of the sheets and directions that are given, be they in the report any more or not. */
  readContent(structure: ReportStructure): Promise<ReportContent>;
  /** The texts of all directions that are not empty, each the very same until something is written into it. */
  readNarratives(structure: ReportStructure): Promise<ReadonlyMap<DirectionId, Narrative>>;
  /** Rows of all sheets as they stood at `time`, in milliseconds; null when there is no such report. */
  readPastRows(reportId: ReportId, time: number): Promise<Row[] | null>;
  /** Who changed the rows last; one that is in no sheet of the report is absent. */
  readLastChanges(
    reportId: ReportId,
    rows: readonly RowAddress[],
  ): Promise<ReadonlyMap<RowAddressKey, LastChange>>;
  /** The same rows, always the very same array, until something is written into the sheet. */
  readSheet(reportId: ReportId, organisationId: OrganisationId): Promise<SheetContent>;
  /** The lines of a direction's text, with the ids by which comments know them. */
  readTextBlocks(reportId: ReportId, directionId: DirectionId): Promise<readonly TextBlock[]>;
  /** What differs from the sheet as it was at an entry of its journal, and who made it so. */
  readSheetChanges(
    reportId: ReportId,
    organisationId: OrganisationId,
    sequence: number,
  ): Promise<SheetChangesSince>;
  /**
   * Takes a step of a sheet in order with its journal: what `decide` is shown is all that was accepted
   * before, and whoever may not write after the step writes nothing after it. It is asked more than once,
   * the last time counts. All open clients are told.
   * Rejects as `decide` rejects, and with what `SubmissionStore.transit` says; nothing is done then.
   */
  takeStep(
    sheet: { reportId: ReportId; organisationId: OrganisationId },
    userId: UserId,
    decide: (content: SheetContent) => Promise<StepDecision>,
    /** Who is told, written with the step. */
    buildNotices?: (decision: StepDecision, time: number) => Promise<NewNotice[]>,
  ): Promise<void>;
  /**
   * Has changes of a report's sheets and texts wait, so that what is read of it afterwards is its content at
   * that moment. They are neither lost nor confirmed: when it is let go they are judged by what then stands.
   * After a minute they go in by themselves, and those of another process always do.
   */
  holdReport(reportId: ReportId): Promise<ReportHold>;
  /** Tells every open client of the report who is finalising it; null when nobody is any more. */
  finalisingChanged(reportId: ReportId, by: { id: UserId; name: string } | null): void;
  /**
   * Closes a report or opens it again, in order with the journals of its documents: what was accepted
   * before `step` is stored when it runs, and nothing is accepted after it that is not allowed then. All
   * open clients are told, and admitted anew. Rejects as `step` rejects.
   */
  takeReportStep(reportId: ReportId, step: () => Promise<void>): Promise<void>;
  /** Who changed what, latest first; null when there is no such report. */
  readHistory(reportId: ReportId, query: HistoryQuery): Promise<HistoryAnswer | null>;
  /** How much others than `except` changed since `from`, sheet by sheet; null when there is no such report. */
  countChanges(
    reportId: ReportId,
    since: { from: number; except: UserId },
  ): Promise<NewsAnswer['sheets'] | null>;
  /** A change of the server's own, by the same path as everybody's: journalled, applied, sent on. */
  importUpdate(documentName: string, update: Uint8Array, userId: UserId | null): Promise<void>;
  /** To be called after every change of rights, sessions, tokens or accounts; null means everybody's. */
  accessChanged(userId: UserId | null): void;
  /** Tells every open client of the report to fetch its structure anew. */
  structureChanged(reportId: ReportId): void;
  /** Tells every open client of the report to fetch one thread of comments anew. */
  commentsChanged(reportId: ReportId, threadId: ThreadId): void;
  /** Tells the open clients of these people to fetch their notices anew. */
  noticesChanged(userIds: readonly UserId[]): void;
  /** Closes all connections in order; resolves also when storing fails. */
  stop(): Promise<void>;
};
