import type { ErrorParameters } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';

/** What the export thread tells the one that asked: how far it is, and at last one of the other two. */
export type ExportMessage =
  | ({ type: 'progress' } & ExportProgress)
  | { type: 'file'; bytes: Uint8Array }
  /** An error of the catalogue: its class does not survive the way between threads. */
  | { type: 'refused'; code: ErrorCode; parameters: ErrorParameters };

/** Parts of a stage, of about the same size each; their number is known from its start. */
export type ExportProgress = {
  /** A final file is read back after it has been written. */
  stage: 'building' | 'checking';
  done: number;
  total: number;
};
