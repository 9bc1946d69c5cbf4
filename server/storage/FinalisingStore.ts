import type { ReaderPart } from '#shared/api/finalising.ts';
import type { ReportStep } from '#shared/finalising/reportSteps.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

/** A step with a report, to be taken: it is closed, or opened again. */
export type NewReportStep = {
  reportId: ReportId;
  step: ReportStep;
  /** Counted from 1: the one that is made, or the one that is left. */
  version: number;
  userId: UserId;
  time: number;
  /** Why; of a report that is opened again never empty. */
  note: string;
};

export type StoredReportStep = NewReportStep & {
  /** From 1, without gaps, per report. */
  number: number;
  /** Of `stepChain.ts`; null for one that was taken before steps were bound. */
  hash: string | null;
};

/** What is kept of a finalised report for ever. */
export type NewVersion = {
  /** The bytes of its JSON. */
  manifest: Uint8Array;
  manifestSha256: string;
  files: readonly { name: string; content: Uint8Array }[];
};

/** From what a version was made. */
export type VersionBasis = {
  structure: ReportStructure;
  heads: ReadonlyMap<string, { sequence: number }>;
};

export type StoredVersion = { version: number; manifest: Uint8Array; manifestSha256: string };

export type StoredSignature = {
  id: string;
  reportId: ReportId;
  version: number;
  name: string;
  sha256: string;
  size: number;
  attachedBy: UserId;
  attachedAt: number;
  withdrawnBy: UserId | null;
  withdrawnAt: number | null;
};

/**
 * The steps by which reports are closed and opened again, and what was made of them. Of a closed report
 * the database itself refuses every change of what is governed about it, of a sheet's state, and every
 * entry of a journal, whoever asks: AppError `access.finalised`. A version is never changed.
 */
export type FinalisingStore = {
  /**
   * Closes a report with the version that was made of it, all or nothing. Of two at once one is taken.
   * AppError `report.unknown`, `access.finalised`; `finalising.changed` when the report is not any more
   * what it was made from.
   */
  close(
    step: NewReportStep & { step: 'finalise' },
    version: NewVersion,
    basis: VersionBasis,
  ): Promise<StoredReportStep>;
  /** Of two at once one is taken. AppError `report.unknown`, `finalising.open`. */
  reopen(step: NewReportStep & { step: 'reopen' }): Promise<StoredReportStep>;
  /** The oldest first. */
  listSteps(reportId: ReportId): Promise<StoredReportStep[]>;
  /** The oldest first. */
  listVersions(reportId: ReportId): Promise<StoredVersion[]>;
  /** Null when there is no such file in this version. */
  readFile(reportId: ReportId, version: number, name: string): Promise<Uint8Array | null>;
  /** AppError `finalising.version-unknown`, `signature.twice`. */
  attach(signature: StoredSignature, content: Uint8Array): Promise<void>;
  /** Of all versions, the oldest first; withdrawn ones too. */
  listSignatures(reportId: ReportId): Promise<StoredSignature[]>;
  readSignature(reportId: ReportId, version: number, id: string): Promise<Uint8Array | null>;
  /** True when there was such a signature that stood. It is kept. */
  withdrawSignature(
    signature: { reportId: ReportId; version: number; id: string },
    userId: UserId,
    now: number,
  ): Promise<boolean>;
};

/** By which people without an account see the newest version of a report. */
export type StoredReaderLink = {
  id: string;
  /** SHA-256 of the secret in its address, hex. */
  secretHash: string;
  reportId: ReportId;
  label: string;
  parts: ReaderPart[];
  createdBy: UserId;
  createdAt: number;
  expiresAt: number;
  withdrawnAt: number | null;
  opens: number;
  lastOpenedAt: number | null;
};

export type ReaderLinkStore = {
  create(link: StoredReaderLink): Promise<void>;
  /** The newest first; withdrawn and expired ones too. */
  list(reportId: ReportId): Promise<StoredReaderLink[]>;
  /** Null for one that does not open anything at that moment. */
  findOpen(secretHash: string, now: number): Promise<StoredReaderLink | null>;
  countOpen(id: string, now: number): Promise<void>;
  /** True when there was one that stood. */
  withdraw(reportId: ReportId, id: string, now: number): Promise<boolean>;
};
