/** Bounds on what one connection, update or document may be. Bytes, unless the name says otherwise. */
export type Limits = {
  /** One websocket frame; a paste of 5,000 rows is about 2 MiB. */
  maxFrameBytes: number;
  maxUpdateBytes: number;
  /** One value of a cell or a row. */
  maxCellBytes: number;
  /** Snapshot and journal tail of one document together. */
  maxDocumentBytes: number;
  /** Sustained and burst traffic of one socket; past the burst the socket is read more slowly, nothing is lost. */
  messagesPerSecond: number;
  messagesBurst: number;
  bytesPerSecond: number;
  bytesBurst: number;
  /** At most one awareness frame per document and client in this time. */
  awarenessIntervalMs: number;
  /** Rights of open connections are looked up anew at least this often. */
  rightsIntervalMs: number;
  /** A snapshot is due when the journal after the last one has grown to this, and to the snapshot's own size. */
  snapshotTailBytes: number;
  /** How long changes wait at most while the files of a report are made; after that they go in. */
  maxHoldMs: number;
  /** How long stopping waits for changes in flight. */
  stopTimeoutMs: number;
};

export const defaultLimits: Limits = {
  maxFrameBytes: 9 * 1024 * 1024,
  maxUpdateBytes: 8 * 1024 * 1024,
  maxCellBytes: 128 * 1024,
  maxDocumentBytes: 64 * 1024 * 1024,
  messagesPerSecond: 200,
  messagesBurst: 2_000,
  bytesPerSecond: 2 * 1024 * 1024,
  bytesBurst: 16 * 1024 * 1024,
  awarenessIntervalMs: 100,
  rightsIntervalMs: 60_000,
  snapshotTailBytes: 256 * 1024,
  maxHoldMs: 60_000,
  stopTimeoutMs: 3_000,
};
