import type { BudgetLine } from '#shared/model/budget.ts';
import type { ExtraColumn } from '#shared/model/columns.ts';
import type { OrganisationId, ProgrammeId, ReportId, UserId, ViewId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type {
  Direction,
  Indicator,
  Organisation,
  Programme,
  Report,
  ReportPropertiesChange,
  ReportStatus,
  ReportStructure,
  Responsibility,
  SheetStatus,
} from '#shared/model/structure.ts';
import type { Actor, LinkPurpose, Membership } from '#shared/model/user.ts';
import type { LastView, View } from '#shared/model/view.ts';
import type { FindOrganisation } from '#shared/structure/applyStructureEdit.ts';
import type { SubmissionStep } from '#shared/submission/submissionSteps.ts';
import type { CommentStore } from './CommentStore.ts';
import type { FinalisingStore, ReaderLinkStore } from './FinalisingStore.ts';
import type { HistoryStore } from './HistoryStore.ts';
import type { MailStore } from './MailStore.ts';
import type { NewNotice, NoticeStore } from './NoticeStore.ts';
import type { LookStore, VersionStore } from './VersionStore.ts';

/**
 * Everything that is kept, behind one interface with one contract suite (`tests/contract`), for
 * SQLite and PostgreSQL alike. Times are milliseconds since 1970. A failing disk or database
 * rejects with AppError `storage.full` or `storage.unavailable`; nothing is half done.
 */
export type Storage = {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly links: LinkStore;
  readonly secondFactors: SecondFactorStore;
  readonly identities: IdentityStore;
  readonly reports: ReportStore;
  readonly organisations: OrganisationStore;
  readonly submissions: SubmissionStore;
  readonly finalising: FinalisingStore;
  readonly comments: CommentStore;
  readonly notices: NoticeStore;
  readonly mail: MailStore;
  readonly readerLinks: ReaderLinkStore;
  readonly views: ViewStore;
  readonly versions: VersionStore;
  readonly looks: LookStore;
  readonly journal: JournalStore;
  readonly history: HistoryStore;
  /** Rejects when the database cannot answer a read and a write. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type StoredUser = {
  id: UserId;
  name: string;
  /** Lower case. */
  login: string;
  /** argon2id, PHC string; null for who has set none yet. */
  passwordHash: string | null;
  isAdministrator: boolean;
  isDisabled: boolean;
  memberships: Membership[];
};

export type UserStore = {
  count(): Promise<number>;
  list(): Promise<StoredUser[]>;
  findById(id: UserId): Promise<StoredUser | null>;
  findByLogin(login: string): Promise<StoredUser | null>;
  /** Null when there is no such user or it is disabled. */
  findActor(id: UserId): Promise<Actor | null>;
  /**
   * AppError `user.login-taken`; `user.membership-invalid` when a membership names no report, or an
   * organisation that takes no part in it: so too in {@link UserStore.createFirst} and change. With a
   * link, both are there or neither.
   */
  create(user: StoredUser, link?: StoredLink): Promise<void>;
  /** Creates the first user; false, and nothing done, when somebody already exists. Atomic. */
  createFirst(user: StoredUser): Promise<boolean>;
  /**
   * Writes what `decide` makes of everybody there is at that moment, all or nothing; it must ask nobody, and
   * takes nothing away. AppError `user.login-taken`, `user.membership-invalid`.
   */
  changeMany(decide: (now: StoredUser[]) => ManyUsers): Promise<void>;
  /** Absent keys stay. AppError `user.unknown`, `user.last-administrator`. */
  change(id: UserId, change: Partial<Omit<StoredUser, 'id' | 'login'>>): Promise<void>;
};

/** People to add with their links, and what becomes of people who are there: name, administration, memberships. */
export type ManyUsers = {
  added: readonly { user: StoredUser; link: StoredLink }[];
  changed: readonly (Pick<StoredUser, 'id' | 'name' | 'isAdministrator'> & {
    memberships: readonly Membership[];
  })[];
};

export type StoredSession = {
  id: string;
  /** SHA-256 of the cookie's secret, hex: the secret itself is kept nowhere. */
  secretHash: string;
  userId: UserId;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  userAgent: string;
  /** By whose word the person was let in: the issuer; null for a password or a link. */
  issuer: string | null;
  /** Whether that word was about a second factor too. */
  isStrong: boolean;
};

export type SessionStore = {
  create(session: StoredSession): Promise<void>;
  /** Expired and revoked ones are not found. */
  findBySecretHash(secretHash: string, now: number): Promise<StoredSession | null>;
  touch(id: string, lastSeenAt: number): Promise<void>;
  listOfUser(userId: UserId, now: number): Promise<StoredSession[]>;
  /** True when there was such a session of this user. */
  revoke(id: string, userId: UserId): Promise<boolean>;
  revokeAllOfUser(userId: UserId, exceptId?: string): Promise<void>;
  /** When each person was last seen in any session, those that have ended included. */
  readLastSeen(): Promise<Map<UserId, number>>;
  deleteExpired(now: number): Promise<void>;
};

export type StoredToken = {
  id: string;
  /** SHA-256 of the token, hex. */
  tokenHash: string;
  userId: UserId;
  name: string;
  createdAt: number;
  lastUsedAt: number | null;
};

export type TokenStore = {
  create(token: StoredToken): Promise<void>;
  findByHash(tokenHash: string): Promise<StoredToken | null>;
  touch(id: string, lastUsedAt: number): Promise<void>;
  listOfUser(userId: UserId): Promise<StoredToken[]>;
  revoke(id: string, userId: UserId): Promise<boolean>;
};

/** With which a person sets their own password, once. Kept after its use, so that it can say what became of it. */
export type StoredLink = {
  id: string;
  /** SHA-256 of the secret in its address, hex. */
  secretHash: string;
  userId: UserId;
  purpose: LinkPurpose;
  createdBy: UserId;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
  withdrawnAt: number | null;
};

export type LinkStore = {
  /** Withdraws the one that the person had before. */
  create(link: StoredLink): Promise<void>;
  /** Used, withdrawn and expired ones too. */
  findBySecretHash(secretHash: string): Promise<StoredLink | null>;
  /** Those that still open something: of everybody, or of one. */
  listOpen(now: number, userId?: UserId): Promise<StoredLink[]>;
  /** True when one was open. */
  withdraw(userId: UserId, now: number): Promise<boolean>;
  /**
   * Sets the password of whose link it is and ends their sessions; false, and nothing done, when it is no
   * longer open. Atomic: of two at once one succeeds. AppError `session.disabled`.
   */
  use(id: string, now: number, passwordHash: string): Promise<boolean>;
};

export type StoredSecondFactor = {
  userId: UserId;
  /** Sealed: a code is counted anew from it each time, so no hash would do. */
  secret: string;
  createdAt: number;
  /** Null while it counts for nothing. */
  confirmedAt: number | null;
  /** The 30 seconds, counted from 1970, of the last code that was used. */
  lastStep: number;
};

export type FactorConfirmation = { secret: string; step: number; now: number; codeHashes: readonly string[] };

export type SecondFactorStore = {
  find(userId: UserId): Promise<StoredSecondFactor | null>;
  /** Whose are confirmed. */
  listConfirmed(): Promise<UserId[]>;
  /** In place of one that is not confirmed; false, and nothing done, when one is. */
  propose(userId: UserId, secret: string, now: number): Promise<boolean>;
  /** Confirms exactly this secret and keeps the recovery codes; false, and nothing done, when it is not the proposed one. */
  confirm(userId: UserId, confirmation: FactorConfirmation): Promise<boolean>;
  /** True for one of several who use the same step, or an earlier one, at once. */
  takeStep(userId: UserId, step: number): Promise<boolean>;
  /** True once. */
  takeRecoveryCode(userId: UserId, codeHash: string): Promise<boolean>;
  countRecoveryCodes(userId: UserId): Promise<number>;
  /** In place of all there were; false, and nothing done, without a confirmed second factor. */
  replaceRecoveryCodes(userId: UserId, codeHashes: readonly string[]): Promise<boolean>;
  /** Of everybody, those that are not confirmed included. */
  listSecrets(): Promise<Pick<StoredSecondFactor, 'userId' | 'secret'>[]>;
  /** The same secret, kept in another way; nothing is done when another one is there meanwhile. */
  replaceSecret(userId: UserId, old: string, next: string): Promise<void>;
  /** Its recovery codes too. True when there was one. */
  remove(userId: UserId): Promise<boolean>;
};

/** Who somebody is at an OpenID Connect provider. Issuer and subject together name one person for ever. */
export type StoredIdentity = {
  issuer: string;
  subject: string;
  userId: UserId;
  /** What the provider calls them, for people to read. */
  label: string;
  linkedAt: number;
  lastUsedAt: number | null;
};

/** What the claims of a person give. */
export type ClaimedRights = { isAdministrator: boolean; memberships: readonly Membership[] };
/** `isKept`: the last administrator stays one, although no claim says so any more. */
export type ClaimsApplied = { isChanged: boolean; isKept: boolean };

export type IdentityStore = {
  find(issuer: string, subject: string): Promise<StoredIdentity | null>;
  /** Of this issuer, of everybody. */
  list(issuer: string): Promise<StoredIdentity[]>;
  /** AppError `oidc.identity-taken`, `oidc.linked`, `user.unknown`. */
  link(identity: StoredIdentity): Promise<void>;
  /** The account with its identity and what the claims give, or nothing. AppError `user.login-taken`, `oidc.identity-taken`. */
  create(user: StoredUser, identity: StoredIdentity, rights: ClaimedRights): Promise<void>;
  /** True when there was one. */
  unlink(userId: UserId, issuer: string): Promise<boolean>;
  /**
   * Puts what the claims give now in the place of what they gave before. What was given by hand stays, and
   * so does the last administrator. AppError `user.unknown`, `user.membership-invalid`.
   */
  applyRights(userId: UserId, rights: ClaimedRights): Promise<ClaimsApplied>;
  noteUse(identity: Pick<StoredIdentity, 'issuer' | 'subject' | 'label'>, now: number): Promise<void>;
  /** What claims gave: of everybody who has something of them. */
  listClaimed(): Promise<Map<UserId, ClaimedRights>>;
};

/** A whole report to put in, as one transaction. */
export type NewReport = {
  /** Left as it is when it exists already (same id). */
  programme: Programme;
  report: Report;
  directions: Direction[];
  indicators: Indicator[];
  /** Those that exist already (same id) are left as they are. */
  organisations: Organisation[];
  /** Which organisations write the text of which direction. */
  responsibilities: Responsibility[];
  /** The approved plan; none without it. */
  budget?: BudgetLine[];
  columns: ExtraColumn[];
  /** A report whose people get the same parts in this one; editors where their organisation takes part. */
  membershipsOf?: ReportId;
};

/** What should stand instead of what does. Called inside of the transaction: it must ask nobody. */
export type StructureChange = (now: ReportStructure, findOrganisation: FindOrganisation) => ReportStructure;

export type ReportStore = {
  /** AppError `report.exists` when the id, or the programme's year, is taken. */
  create(report: NewReport): Promise<void>;
  exists(reportId: ReportId): Promise<boolean>;
  /** Null when there is no such report. */
  findStatus(reportId: ReportId): Promise<ReportStatus | null>;
  /** Newest year first. */
  list(): Promise<{ report: Report; programme: Programme }[]>;
  /** Null when there is no such report. */
  findStructure(reportId: ReportId): Promise<ReportStructure | null>;
  /** Absent keys stay. Returns every report that this shows in: those of its programme. AppError `report.unknown`. */
  changeProperties(reportId: ReportId, change: ReportPropertiesChange): Promise<ReportId[]>;
  /**
   * Writes directions, indicators, who is responsible, which organisations take part, the plan and columns, as `change` makes
   * them of what stands at that moment; what it throws leaves everything as it was. An organisation that
   * people write for does not leave: AppError `structure.held`. AppError `report.unknown`.
   */
  changeStructure(reportId: ReportId, change: StructureChange): Promise<ReportStructure>;
  /**
   * Writes the programme as `change` makes it of what stands, and of the years of its reports, at that moment;
   * it must ask nobody. Returns every report that it shows in. AppError `programme.unknown`.
   */
  changeProgramme(
    programmeId: ProgrammeId,
    change: (now: Programme, years: readonly number[]) => Programme,
  ): Promise<{ programme: Programme; reportIds: ReportId[] }>;
  /** The latest period first. */
  listProgrammes(): Promise<Programme[]>;
  /** Null when the organisation takes no part in the report. */
  findSheetStatus(reportId: ReportId, organisationId: OrganisationId): Promise<SheetStatus | null>;
  /** Null when there is no such direction in the report. */
  findResponsible(reportId: ReportId, directionId: Direction['id']): Promise<OrganisationId[] | null>;
};

/** The organisations of the whole city, whether or not they take part in any report. */
export type OrganisationStore = {
  /** By kind, then by name. */
  list(): Promise<Organisation[]>;
  /**
   * Writes what `change` makes of those that stand at that moment, all or nothing; it must ask nobody. One
   * that takes part in a report is not removed: AppError `organisation.in-reports`. Returns the reports in
   * which a change shows.
   */
  change(change: (now: readonly Organisation[]) => Organisation[]): Promise<ReportId[]>;
};

/** A step with a sheet, to be taken. */
export type NewTransition = {
  reportId: ReportId;
  organisationId: OrganisationId;
  step: SubmissionStep;
  from: SheetStatus;
  to: SheetStatus;
  userId: UserId;
  note: string;
  /** SHA-256 of the canonical rows, hex. */
  contentHash: string;
  /** Stands for the step in the journal of the sheet, which is so what it was at the entry before it. */
  entry: JournalEntry;
};

/** A step that was taken, kept for ever. */
export type StoredTransition = Omit<NewTransition, 'entry'> & {
  /** From 1, without gaps, per sheet. */
  number: number;
  time: number;
  sequence: number;
  /** Of `stepChain.ts`; null for one that was taken before steps were bound. */
  hash: string | null;
};

/** Why a finding of a sheet may stand. */
export type StoredExplanation = {
  reportId: ReportId;
  organisationId: OrganisationId;
  /** `buildFindingKey` */
  findingKey: string;
  text: string;
  userId: UserId;
  time: number;
  /** The entry of the sheet's journal at which the finding was seen. */
  sequence: number;
};

/**
 * The states of sheets and the steps that led to them. The database itself refuses a state that no step
 * leads to, and a change of a step that was taken, whoever asks for it.
 */
export type SubmissionStore = {
  /**
   * Takes a step, its entry in the journal and who is told of it included: all or nothing. Of two at once one is taken.
   * AppError `document.unknown`, `submission.now-…` when the sheet is not `from` (any more). Rejects with
   * {@link JournalConflict} when another entry has the sequence: the content may be another then.
   */
  transit(transition: NewTransition, notices?: readonly NewNotice[]): Promise<StoredTransition>;
  /** Of all sheets, or of one; the oldest first. */
  listTransitions(reportId: ReportId, organisationId?: OrganisationId): Promise<StoredTransition[]>;
  /** Of all sheets, or of one. */
  listExplanations(reportId: ReportId, organisationId?: OrganisationId): Promise<StoredExplanation[]>;
  /** In place of the one that the finding has. AppError `document.unknown`. */
  explain(explanation: StoredExplanation): Promise<void>;
  /** Removes those that were given up to an entry of the journal: what somebody explains after it stays. */
  removeExplanations(
    reportId: ReportId,
    organisationId: OrganisationId,
    findingKeys: readonly string[],
    sequence: number,
  ): Promise<void>;
};

export type StoredView = Omit<View, 'isPublished'> & {
  reportId: ReportId;
  /** Whose it is; null for a published one, which is the report's. */
  userId: UserId | null;
};

export type ViewChange = Partial<Pick<StoredView, 'name' | 'state' | 'userId'>>;

/**
 * Views go with their report, and with their owner. Names are unique, whatever their case, in one
 * table of one owner; the report is an owner too.
 */
export type ViewStore = {
  /** The person's own and the report's, by name. */
  list(reportId: ReportId, userId: UserId): Promise<StoredView[]>;
  /** Null when there is none in this report; whosever it is. */
  find(reportId: ReportId, viewId: ViewId): Promise<StoredView | null>;
  /** AppError `view.name-taken`, `view.too-many`. */
  create(view: StoredView): Promise<void>;
  /**
   * Absent keys stay. Returns what then stands, a revision later. AppError `view.unknown`,
   * `view.changed` when `revision` is not the one that is stored, `view.name-taken`, `view.too-many`.
   */
  change(reportId: ReportId, viewId: ViewId, revision: number, change: ViewChange): Promise<StoredView>;
  /** True when there was such a view. */
  remove(reportId: ReportId, viewId: ViewId): Promise<boolean>;
  /** How the person left each table. */
  findLast(reportId: ReportId, userId: UserId): Promise<Record<TableKind, LastView | null>>;
  /** The last one stands. A view that is not there (any more) is noted as none. */
  saveLast(reportId: ReportId, userId: UserId, table: TableKind, last: LastView): Promise<void>;
};

/** One accepted change of one document. */
export type JournalEntry = {
  documentName: string;
  /** From 1, without gaps, per document. */
  sequence: number;
  /** Null for the server's own changes. */
  userId: UserId | null;
  time: number;
  /** A Yjs update, v1 encoding. */
  update: Uint8Array;
  /** SHA-256 (32 bytes) over the entry before it and this one: `server/storage/journalChain.ts`. */
  hash: Uint8Array;
};

/** An entry without its bytes: when, and by whom. */
export type JournalMark = Pick<JournalEntry, 'sequence' | 'userId' | 'time'>;

export type JournalHead = { sequence: number; hash: Uint8Array };

/** Which Yjs client id belongs to which user in a document. */
export type ClientOwner = { documentName: string; clientId: number; userId: UserId };

export type Snapshot = {
  documentName: string;
  /** The last journal entry it holds. */
  sequence: number;
  /** The whole document as one update, pending structures included. */
  state: Uint8Array;
};

/**
 * Append-only: entries are never changed or removed. `append` is one transaction over any number of
 * documents and resolves only when it is on disk (SQLite: synchronous=FULL).
 */
export type JournalStore = {
  /** Rejects with {@link JournalConflict} when another process has already used a sequence; nothing is written then. */
  append(entries: readonly JournalEntry[], owners: readonly ClientOwner[]): Promise<void>;
  /** Null for a document that has no entry yet. */
  findHead(documentName: string): Promise<JournalHead | null>;
  /** Of every document of a report that has entries, its last one. */
  listHeads(reportId: ReportId): Promise<Map<string, JournalHead>>;
  /** In order; the first `limit` of them when given. */
  readAfter(documentName: string, sequence: number, limit?: number): Promise<JournalEntry[]>;
  /** The last entry whose time is not after `time`, in milliseconds; 0 when there is none. */
  findSequenceAt(documentName: string, time: number): Promise<number>;
  /** Going back from this entry, itself included; the first `limit` of them. */
  readMarksBack(documentName: string, sequence: number, limit: number): Promise<JournalMark[]>;
  /** Every document that has entries. */
  listDocuments(): Promise<string[]>;
  /** Null too for one that is damaged: the journal holds everything. */
  findSnapshot(documentName: string): Promise<Snapshot | null>;
  /** For verification: where the snapshot stands, and whether its bytes are those that were saved. */
  inspectSnapshot(documentName: string): Promise<{ sequence: number; isIntact: boolean } | null>;
  /**
   * Replaces an older snapshot of the same document; an older one never replaces a newer one. Its
   * sequence must be that of an entry.
   */
  saveSnapshot(snapshot: Snapshot): Promise<void>;
  readOwners(documentName: string): Promise<Map<number, UserId>>;
};

export class JournalConflict extends Error {
  override readonly name = 'JournalConflict';
}
