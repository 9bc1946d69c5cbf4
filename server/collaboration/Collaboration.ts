import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { LastChange, RowAddress, RowAddressKey } from '#shared/report/LastChange.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

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
  /** Who changed the rows last; one that is in no sheet of the report is absent. */
  readLastChanges(
    reportId: ReportId,
    rows: readonly RowAddress[],
  ): Promise<ReadonlyMap<RowAddressKey, LastChange>>;
  /** A change of the server's own, by the same path as everybody's: journalled, applied, sent on. */
  importUpdate(documentName: string, update: Uint8Array, userId: UserId | null): Promise<void>;
  /** To be called after every change of rights, sessions, tokens or accounts; null means everybody's. */
  accessChanged(userId: UserId | null): void;
  /** Tells every open client of the report to fetch its structure anew. */
  structureChanged(reportId: ReportId): void;
  /** Closes all connections in order; resolves also when storing fails. */
  stop(): Promise<void>;
};
