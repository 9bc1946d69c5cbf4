import type { ErrorParameters } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';

/** What the process of a job tells the one that asked: notes on the way, and at last one of the others. */
export type JobMessage<Answer, Note> =
  | { type: 'note'; note: Note }
  | { type: 'answer'; answer: Answer }
  /** An error of the catalogue: its class does not survive the way between processes. */
  | { type: 'refused'; code: ErrorCode; parameters: ErrorParameters }
  | { type: 'failed'; error: unknown };
