import type { Generated } from 'kysely';
import type { CommentId, ThreadId } from '#shared/api/comments.ts';
import type { NoticeChannel, NoticeId, NoticeKind } from '#shared/api/notices.ts';
import type { Language } from '#shared/errors/AppError.ts';
import type { ReportStep } from '#shared/finalising/reportSteps.ts';
import type { ColumnKind } from '#shared/model/extraField.ts';
import type {
  ColumnId,
  CorrectionId,
  DirectionId,
  IndicatorId,
  OrganisationId,
  ProgrammeId,
  ReportId,
  RowId,
  UserId,
  VersionId,
  ViewId,
} from '#shared/model/ids.ts';
import type { Fund, TableKind } from '#shared/model/rows.ts';
import type { Aggregation, OrganisationKind, SheetStatus } from '#shared/model/structure.ts';
import type { LinkPurpose, Role } from '#shared/model/user.ts';
import type { SubmissionStep } from '#shared/submission/submissionSteps.ts';

/**
 * Every table and column, as both databases hold them: `docs/DATA-FORMAT.md` says what they mean.
 * Truth values are 0 and 1, times are milliseconds since 1970, bytes are blobs.
 */
export type Tables = {
  users: UsersTable;
  memberships: MembershipsTable;
  sessions: SessionsTable;
  tokens: TokensTable;
  links: LinksTable;
  identities: IdentitiesTable;
  second_factors: SecondFactorsTable;
  recovery_codes: RecoveryCodesTable;
  programmes: ProgrammesTable;
  reports: ReportsTable;
  report_steps: ReportStepsTable;
  report_versions: ReportVersionsTable;
  report_version_files: ReportVersionFilesTable;
  version_signatures: VersionSignaturesTable;
  reader_links: ReaderLinksTable;
  directions: DirectionsTable;
  indicators: IndicatorsTable;
  organisations: OrganisationsTable;
  extra_columns: ExtraColumnsTable;
  corrections: CorrectionsTable;
  sheets: SheetsTable;
  sheet_transitions: SheetTransitionsTable;
  finding_explanations: FindingExplanationsTable;
  comment_threads: CommentThreadsTable;
  comments: CommentsTable;
  notices: NoticesTable;
  notice_choices: NoticeChoicesTable;
  mail_addresses: MailAddressesTable;
  responsibilities: ResponsibilitiesTable;
  budget_lines: BudgetLinesTable;
  looks: LooksTable;
  versions: VersionsTable;
  views: ViewsTable;
  last_views: LastViewsTable;
  documents: DocumentsTable;
  journal: JournalTable;
  client_owners: ClientOwnersTable;
  snapshots: SnapshotsTable;
  row_changes: RowChangesTable;
  history_marks: HistoryMarksTable;
  checkpoints: SnapshotsTable;
  heartbeat: HeartbeatTable;
};

type UsersTable = {
  id: UserId;
  name: string;
  login: string;
  /** Empty for who has set none yet. */
  password_hash: string;
  is_administrator: number;
  is_disabled: number;
  last_seen_at: number | null;
  /** 1 when claims of a provider made this person an administrator. */
  is_administrator_claimed: Generated<number>;
};

type MembershipsTable = {
  user_id: UserId;
  position: number;
  report_id: ReportId;
  role: Exclude<Role, 'administrator'>;
  /** An editor's only. */
  organisation_id: OrganisationId | null;
  /** 1 when claims of a provider gave it. */
  is_claimed: Generated<number>;
};

type SessionsTable = {
  id: string;
  secret_hash: string;
  user_id: UserId;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  user_agent: string;
  issuer: string | null;
  is_strong: number;
};

type TokensTable = {
  id: string;
  token_hash: string;
  user_id: UserId;
  name: string;
  created_at: number;
  last_used_at: number | null;
};

type LinksTable = {
  id: string;
  secret_hash: string;
  user_id: UserId;
  purpose: LinkPurpose;
  created_by: UserId;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  withdrawn_at: number | null;
};

type IdentitiesTable = {
  issuer: string;
  subject: string;
  user_id: UserId;
  label: string;
  linked_at: number;
  last_used_at: number | null;
};

type SecondFactorsTable = {
  user_id: UserId;
  secret: string;
  created_at: number;
  confirmed_at: number | null;
  last_step: number;
};

type RecoveryCodesTable = {
  user_id: UserId;
  code_hash: string;
};

type ProgrammesTable = {
  id: ProgrammeId;
  title: string;
  community: string;
  period_start: string;
  period_end: string;
  decision_number: string | null;
  decision_date: string | null;
  /** JSON of ProgrammeAmendment[]. */
  amendments: string;
};

type ReportsTable = {
  id: ReportId;
  programme_id: ProgrammeId;
  year: number;
  title: string;
  signatory_position: string;
  signatory_name: string;
  is_example: number;
  deadline: string | null;
  /** ReportUnit. */
  unit: string;
  /** Null while the report is open. */
  finalised_version: number | null;
  finalised_at: number | null;
};

type ReportStepsTable = {
  report_id: ReportId;
  number: number;
  step: ReportStep;
  version: number;
  user_id: UserId;
  time: number;
  note: string;
  /** Null for one that was taken before steps were bound. */
  hash: string | null;
};

type ReportVersionsTable = {
  report_id: ReportId;
  version: number;
  /** The bytes of its JSON. */
  manifest: Uint8Array;
  manifest_sha256: string;
};

type ReportVersionFilesTable = {
  report_id: ReportId;
  version: number;
  name: string;
  content: Uint8Array;
};

type VersionSignaturesTable = {
  id: string;
  report_id: ReportId;
  version: number;
  name: string;
  sha256: string;
  size: number;
  content: Uint8Array;
  attached_by: UserId;
  attached_at: number;
  withdrawn_by: UserId | null;
  withdrawn_at: number | null;
};

type ReaderLinksTable = {
  id: string;
  secret_hash: string;
  report_id: ReportId;
  label: string;
  /** Names of `readerParts`, with a comma in between. */
  parts: string;
  created_by: UserId;
  created_at: number;
  expires_at: number;
  withdrawn_at: number | null;
  opens: number;
  last_opened_at: number | null;
};

type DirectionsTable = {
  report_id: ReportId;
  id: DirectionId;
  number: number;
  title: string;
};

type ExtraColumnsTable = {
  report_id: ReportId;
  id: ColumnId;
  /** Within the report, the activities' before the expenditures'. */
  position: number;
  table_kind: TableKind;
  title: string;
  kind: ColumnKind;
  /** A JSON array of texts. */
  options: string;
  is_required: number;
};

type IndicatorsTable = {
  report_id: ReportId;
  id: IndicatorId;
  position: number;
  direction_id: DirectionId;
  key: string;
  title: string;
  form_one: string;
  form_few: string;
  form_many: string;
  aggregation: Aggregation;
  over_step: number | null;
  part_of: IndicatorId | null;
};

type OrganisationsTable = {
  id: OrganisationId;
  name: string;
  short_name: string;
  kind: OrganisationKind;
  edrpou: string | null;
};

type SheetsTable = {
  report_id: ReportId;
  organisation_id: OrganisationId;
  position: number;
  status: SheetStatus;
};

type SheetTransitionsTable = {
  report_id: ReportId;
  organisation_id: OrganisationId;
  number: number;
  step: SubmissionStep;
  from_status: SheetStatus;
  to_status: SheetStatus;
  user_id: UserId;
  time: number;
  note: string;
  content_hash: string;
  sequence: number;
  /** Null for one that was taken before steps were bound. */
  hash: string | null;
};

type FindingExplanationsTable = {
  report_id: ReportId;
  organisation_id: OrganisationId;
  finding_key: string;
  text: string;
  user_id: UserId;
  time: number;
  sequence: number;
};

type CommentThreadsTable = {
  id: ThreadId;
  report_id: ReportId;
  /** JSON of a CommentPlace. */
  place: string;
  title: string;
  /** JSON of what stood there. */
  quote: string;
  created_at: number;
  resolved_at: number | null;
  resolved_by: UserId | null;
};

type CommentsTable = {
  id: CommentId;
  thread_id: ThreadId;
  number: number;
  user_id: UserId;
  created_at: number;
  edited_at: number | null;
  deleted_at: number | null;
  text: string;
  /** The text as it is searched. */
  search_text: string;
  /** JSON of user ids. */
  mentions: string;
};

type NoticesTable = {
  id: NoticeId;
  user_id: UserId;
  kind: NoticeKind;
  report_id: ReportId;
  by_user_id: UserId | null;
  /** JSON of a NoticeSubject. */
  subject: string;
  created_at: number;
  once_key: string | null;
  read_at: number | null;
  /** 0 for what waits for mail alone. */
  is_shown: number;
  /** When it was mailed, or it was decided that it is not; null while it waits. */
  mail_settled_at: number | null;
  /** The mail that it is part of: from the moment it is begun. */
  mail_batch: string | null;
};

/** What is switched off. */
type NoticeChoicesTable = {
  user_id: UserId;
  channel: NoticeChannel;
  kind: NoticeKind;
};

type MailAddressesTable = {
  user_id: UserId;
  address: string;
  language: Language;
  asked_at: number;
  confirmation_sent_at: number | null;
  confirmed_at: number | null;
  stopped_at: number | null;
  failed_at: number | null;
  attempts: number;
  next_attempt_at: number;
  /** Whose turn it is to send there, and until when. */
  claim: string | null;
  claimed_until: number | null;
  last_error: string | null;
  last_error_at: number | null;
  last_sent_at: number | null;
};

type ResponsibilitiesTable = {
  report_id: ReportId;
  direction_id: DirectionId;
  organisation_id: OrganisationId;
  position: number;
};

type BudgetLinesTable = {
  report_id: ReportId;
  direction_id: DirectionId;
  organisation_id: OrganisationId;
  fund: Fund;
  kpkvk: string;
  kekv: string;
  /** Kopiykas. */
  amount: number;
};

/** Of an indicator, with a quantity; or of money, planned, actual or both, in kopiykas with their sign. */
type CorrectionsTable = {
  report_id: ReportId;
  id: CorrectionId;
  position: number;
  direction_id: DirectionId;
  indicator_id: IndicatorId | null;
  quantity: number | null;
  fund: Fund | null;
  kpkvk: string | null;
  kekv: string | null;
  planned: number | null;
  actual: number | null;
  reason: string;
  /** A JSON array. */
  organisation_ids: string;
  made_by: UserId;
  made_at: number;
};

type LooksTable = {
  report_id: ReportId;
  user_id: UserId;
  time: number;
};

type VersionsTable = {
  id: VersionId;
  report_id: ReportId;
  name: string;
  name_key: string;
  note: string;
  moment: number;
  user_id: UserId;
  created_at: number;
  removed_by: UserId | null;
  removed_at: number | null;
};

type ViewsTable = {
  id: ViewId;
  report_id: ReportId;
  table_kind: TableKind;
  /** Null for a published one. */
  user_id: UserId | null;
  name: string;
  /** The name as it is compared. */
  name_key: string;
  revision: number;
  /** JSON of a ViewState. */
  state: string;
};

type LastViewsTable = {
  report_id: ReportId;
  user_id: UserId;
  table_kind: TableKind;
  view_id: ViewId | null;
  /** JSON of a ViewState. */
  state: string;
};

type DocumentsTable = {
  id: Generated<number>;
  name: string;
};

type JournalTable = {
  document_id: number;
  sequence: number;
  user_id: UserId | null;
  time: number;
  change: Uint8Array;
  hash: Uint8Array;
};

type ClientOwnersTable = {
  document_id: number;
  client_id: number;
  user_id: UserId;
};

type SnapshotsTable = {
  document_id: number;
  sequence: number;
  state: Uint8Array;
  checksum: Uint8Array;
};

export type RowChangesTable = {
  document_id: number;
  sequence: number;
  row_id: RowId;
  /** Empty for the whole row. */
  field: string;
  table_kind: TableKind;
  user_id: UserId | null;
  time: number;
  moment: number;
  before: string;
  after: string;
};

type HistoryMarksTable = {
  document_id: number;
  sequence: number;
  moment: number;
};

type HeartbeatTable = {
  id: number;
  time: number;
};
