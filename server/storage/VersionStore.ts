import type { ReportId, UserId, VersionId } from '#shared/model/ids.ts';

/** A moment of a report that was given a name. Times are milliseconds. */
export type StoredVersion = {
  id: VersionId;
  reportId: ReportId;
  name: string;
  note: string;
  moment: number;
  /** Who named it, and when. */
  userId: UserId;
  createdAt: number;
  /** Null as long as it stands. */
  removed: { userId: UserId; time: number } | null;
};

/** Names are unique, whatever their case, among those of a report that stand. */
export type VersionStore = {
  /** The latest moment first, those that were removed too. */
  list(reportId: ReportId): Promise<StoredVersion[]>;
  /** AppError `version.name-taken`, `version.too-many`. */
  create(version: Omit<StoredVersion, 'removed'>): Promise<void>;
  /** Keeps the trace of it. False when there is none that stands. */
  remove(reportId: ReportId, id: VersionId, by: { userId: UserId; time: number }): Promise<boolean>;
};

/** How far a person has looked through the changes of a report. */
export type LookStore = {
  /** Milliseconds; null before the first time. */
  find(reportId: ReportId, userId: UserId): Promise<number | null>;
  /** Never goes back: the later of two stands. Returns what stands then. */
  save(reportId: ReportId, userId: UserId, time: number): Promise<number>;
};
