import { z } from 'zod';
import { csvFlavours, csvTables } from '../export/ExportFile.ts';
import { FootingCheck } from '../footing/FootingCheck.ts';
import { Author } from '../model/author.ts';
import { OrganisationId, ReportId, RowId, UserId, ViewId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import { Programme, Report, ReportStructure } from '../model/structure.ts';
import { typedLine } from '../model/typedText.ts';
import { Actor, LinkPurpose, Membership } from '../model/user.ts';
import { LastView, View, ViewName, ViewState } from '../model/view.ts';
import { personalDataKinds } from '../privacy/findPersonalData.ts';
import { Identity } from './oidc.ts';

/**
 * Bodies of the HTTP API, for both sides: the server validates requests and describes answers with
 * them, the client takes its types. Paths stand beside them in {@link apiPaths}.
 */

const login = z.string().trim().toLowerCase().min(3).max(100);
/** Length is the only rule: NIST SP 800-63B. */
export const newPassword = z.string().min(10).max(200);
const recordId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const personName = typedLine(200);

export const apiPaths = {
  session: '/api/session',
  demoSession: '/api/demo/session',
  oidcStart: '/api/oidc/start',
  oidcCallback: '/api/oidc/callback',
  oidcOutcome: '/api/oidc/outcome',
  oidcCode: '/api/oidc/code',
  setup: '/api/setup',
  example: '/api/example',
  search: '/api/search',
  reports: '/api/reports',
  report: '/api/reports/:reportId',
  reportProperties: '/api/reports/:reportId/properties',
  reportStructure: '/api/reports/:reportId/structure',
  indicatorImport: '/api/reports/:reportId/indicators/import',
  budgetImport: '/api/reports/:reportId/budget/import',
  organisations: '/api/organisations',
  organisationImport: '/api/organisations/import',
  programmes: '/api/programmes',
  programme: '/api/programmes/:programmeId',
  totals: '/api/reports/:reportId/totals',
  moments: '/api/reports/:reportId/moments',
  comparison: '/api/reports/:reportId/comparison',
  history: '/api/reports/:reportId/history',
  journalCheck: '/api/reports/:reportId/journal-check',
  pastRows: '/api/reports/:reportId/past-rows',
  lastChanges: '/api/reports/:reportId/last-changes',
  footing: '/api/reports/:reportId/footing',
  personalData: '/api/reports/:reportId/personal-data',
  news: '/api/reports/:reportId/news',
  versions: '/api/reports/:reportId/versions',
  version: '/api/reports/:reportId/versions/:versionId',
  views: '/api/reports/:reportId/views',
  view: '/api/reports/:reportId/views/:viewId',
  lastView: '/api/reports/:reportId/last-views/:table',
  password: '/api/profile/password',
  sessions: '/api/profile/sessions',
  profileSession: '/api/profile/sessions/:sessionId',
  secondFactor: '/api/profile/second-factor',
  secondFactorConfirmation: '/api/profile/second-factor/confirmation',
  secondFactorRecovery: '/api/profile/second-factor/recovery',
  secondFactorRemoval: '/api/profile/second-factor/removal',
  identity: '/api/profile/identity',
  tokens: '/api/profile/tokens',
  token: '/api/profile/tokens/:tokenId',
  users: '/api/users',
  userImport: '/api/users/import',
  user: '/api/users/:userId',
  userLink: '/api/users/:userId/link',
  userSecondFactor: '/api/users/:userId/second-factor',
  userIdentity: '/api/users/:userId/identity',
  userSessions: '/api/users/:userId/sessions',
  userSession: '/api/users/:userId/sessions/:sessionId',
  invitations: '/api/invitations',
  linkInspect: '/api/links/inspect',
  linkAccept: '/api/links/accept',
  openapi: '/api/openapi.json',
} as const;

/** One-click account of the demonstration. */
export const DemoAccount = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(['coordinator', 'editor', 'viewer']),
  organisation: z.string().nullable(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

/** GET session: who I am, and what the sign-in page needs to know when I am nobody. */
export const SessionAnswer = z.object({
  actor: Actor.nullable(),
  setupNeeded: z.boolean(),
  /** Present in demo mode only. */
  demoAccounts: z.array(DemoAccount).nullable(),
  /** True for who may do nothing before they have set up a second factor. Absent in an older copy of this page. */
  secondFactorNeeded: z.boolean().default(false),
  /** By whom one can sign in beside the password; an empty name has words of its own. */
  provider: z.object({ name: z.string() }).nullable().default(null),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export const SignInRequest = z.object({
  login,
  password: z.string().min(1).max(200),
  /** Of the phone, or a recovery code; asked for by `session.code-required`. */
  code: z.string().max(40).optional(),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

export const DemoSignInRequest = z.object({ login });
export type DemoSignInRequest = z.infer<typeof DemoSignInRequest>;

/** Creates the administrator, who also coordinates the example when it is loaded. Signs in. */
export const SetupRequest = z.object({
  name: personName,
  login,
  password: newPassword,
  loadExample: z.boolean(),
});
export type SetupRequest = z.infer<typeof SetupRequest>;

/** POST example: the report that now stands, loaded by this request or before. */
export const ExampleAnswer = z.object({ reportId: ReportId });
export type ExampleAnswer = z.infer<typeof ExampleAnswer>;

export const ReportSummary = z.object({ report: Report, programme: Programme });
export const ReportList = z.object({ reports: z.array(ReportSummary) });
export type ReportList = z.infer<typeof ReportList>;

export const ReportAnswer = ReportStructure;
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** A bigint of kopiykas as decimal digits: JSON numbers stop being exact at 2^53. */
export const MinorText = z.string().regex(/^-?\d+$/);
const SumsAnswer = z.object({ plannedMinor: MinorText, actualMinor: MinorText, rowCount: z.int() });

/** GET totals; `shared/totals/totalsAnswer.ts` makes it from Totals. Keys are ids or codes. */
export const TotalsAnswer = z.object({
  grand: SumsAnswer,
  withoutDirection: SumsAnswer,
  byDirection: z.record(z.string(), SumsAnswer),
  byOrganisation: z.record(z.string(), SumsAnswer),
  byDirectionOrganisation: z.record(z.string(), z.record(z.string(), SumsAnswer)),
  byFund: z.record(z.string(), SumsAnswer),
  byKpkvk: z.record(z.string(), SumsAnswer),
  byKekv: z.record(z.string(), SumsAnswer),
  indicators: z.record(
    z.string(),
    z.object({
      value: z.number(),
      rowCount: z.int(),
      byOrganisation: z.record(z.string(), z.object({ value: z.number(), rowCount: z.int() })),
    }),
  ),
  activityCounts: z.record(z.string(), z.int()),
  activityCount: z.int(),
});
export type TotalsAnswer = z.infer<typeof TotalsAnswer>;

/** POST last-changes: what is asked about, since a list of rows is too long for an address. */
export const LastChangesRequest = z.object({
  rows: z.array(z.object({ organisationId: OrganisationId, rowId: RowId })).max(1_000),
});
export type LastChangesRequest = z.infer<typeof LastChangesRequest>;

/** Who changed each of the rows last, and when; a row that is in no sheet of the report is left out. */
export const LastChangesAnswer = z.object({
  changes: z.array(
    z.object({
      organisationId: OrganisationId,
      rowId: RowId,
      at: z.iso.datetime(),
      author: Author,
    }),
  ),
});
export type LastChangesAnswer = z.infer<typeof LastChangesAnswer>;

/** Of every file: a draft says that it is one, and nothing refuses it. */
export const ExportFileQuery = z.object({ draft: z.enum(['true', 'false']).default('false') });
export type ExportFileQuery = z.infer<typeof ExportFileQuery>;

export const ExportCsvQuery = ExportFileQuery.extend({
  table: z.enum(csvTables),
  /** `standard` is RFC 4180 with a decimal point; `excel` is what Ukrainian Excel opens by itself. */
  flavour: z.enum(csvFlavours).default('standard'),
});
export type ExportCsvQuery = z.infer<typeof ExportCsvQuery>;

/** Open data are published, so what looks like personal data is asked about; a draft is not published. */
export const ExportOpenDataQuery = ExportFileQuery.extend({
  personalData: z.enum(['ask', 'accepted']).default('ask'),
});
export type ExportOpenDataQuery = z.infer<typeof ExportOpenDataQuery>;

/** GET personal-data: what in the report looks like personal data, and where. */
export const PersonalDataAnswer = z.object({
  findings: z.array(
    z.object({
      kind: z.enum(personalDataKinds),
      quote: z.string(),
      place: z.discriminatedUnion('in', [
        z.object({ in: z.literal('text'), directionNumber: z.int() }),
        z.object({
          in: z.literal('row'),
          table: z.enum(tableKinds),
          organisationId: OrganisationId,
          organisation: z.string(),
          rowId: RowId,
          rowNumber: z.int(),
          field: z.string(),
        }),
        z.object({ in: z.literal('signature') }),
      ]),
    }),
  ),
});
export type PersonalDataAnswer = z.infer<typeof PersonalDataAnswer>;

/** GET views: my own and the published ones by name, and how I left each table; null when never. */
export const ViewList = z.object({
  views: z.array(View),
  last: z.object({ activity: LastView.nullable(), expenditure: LastView.nullable() }),
});
export type ViewList = z.infer<typeof ViewList>;

export const ViewCreateRequest = z.object({
  table: z.enum(tableKinds),
  name: ViewName,
  isPublished: z.boolean(),
  state: ViewState,
});
export type ViewCreateRequest = z.infer<typeof ViewCreateRequest>;

/** Absent keys stay as they are. */
export const ViewChangeRequest = z.object({
  /** The one this change is made to: refused when somebody was faster. */
  revision: z.int().positive(),
  name: ViewName.optional(),
  /** What is withdrawn becomes a view of whoever withdraws it. */
  isPublished: z.boolean().optional(),
  state: ViewState.optional(),
});
export type ViewChangeRequest = z.infer<typeof ViewChangeRequest>;

/** The last one to be sent stands: a person sits at one computer at a time. */
export const LastViewRequest = LastView;
export type LastViewRequest = z.infer<typeof LastViewRequest>;

export const PasswordRequest = z.object({ current: z.string().min(1).max(200), next: newPassword });
export type PasswordRequest = z.infer<typeof PasswordRequest>;

export const SessionInfo = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  userAgent: z.string(),
});
export const SessionList = z.object({ sessions: z.array(SessionInfo) });
export type SessionList = z.infer<typeof SessionList>;

export const TokenInfo = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export const TokenList = z.object({ tokens: z.array(TokenInfo) });
export type TokenList = z.infer<typeof TokenList>;

export const TokenRequest = z.object({ name: typedLine(100) });
export type TokenRequest = z.infer<typeof TokenRequest>;

/** The only time the token itself is shown: only its hash is kept. */
export const TokenAnswer = z.object({ token: z.string(), info: TokenInfo });
export type TokenAnswer = z.infer<typeof TokenAnswer>;

export const UserInfo = z.object({
  id: UserId,
  name: z.string(),
  login: z.string(),
  isAdministrator: z.boolean(),
  isDisabled: z.boolean(),
  memberships: z.array(Membership),
  /** False until an invitation is opened. */
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Who they are at the provider that is configured; null when they are not linked to it. */
  identity: Identity.nullable(),
  /** Which of the rights come from the provider, and are set anew at each sign-in by it. */
  claimed: z.object({ isAdministrator: z.boolean(), memberships: z.array(Membership) }).nullable(),
  /** The one-time link that is open for this person; never its secret. */
  link: z.object({ purpose: LinkPurpose, expiresAt: z.iso.datetime() }).nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
});
export type UserInfo = z.infer<typeof UserInfo>;
export const UserList = z.object({ users: z.array(UserInfo) });
export type UserList = z.infer<typeof UserList>;

export const UserCreateRequest = z.object({
  name: personName,
  login,
  password: newPassword,
  isAdministrator: z.boolean(),
  memberships: z.array(Membership).max(200),
});
export type UserCreateRequest = z.infer<typeof UserCreateRequest>;

/** Absent keys stay as they are. */
export const UserChangeRequest = z.object({
  name: personName.optional(),
  password: newPassword.optional(),
  isAdministrator: z.boolean().optional(),
  isDisabled: z.boolean().optional(),
  memberships: z.array(Membership).max(200).optional(),
});
export type UserChangeRequest = z.infer<typeof UserChangeRequest>;

/** The one error format: RFC 9457 problem details, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  status: z.int(),
  /** Stable code of the error catalogue. */
  code: z.string(),
  /** In the language of the request (`Accept-Language`), Ukrainian by default. */
  title: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string().optional(),
  /** Fields of the request that were refused. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/**
 * One line of an export that is asked for as `application/x-ndjson`: how far it is, then the whole file or
 * the answer, or why there is none. A stream without one of the last has broken off.
 */
export const ExportLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: z.enum(['waiting', 'building', 'checking']),
    done: z.int(),
    total: z.int(),
  }),
  /** Bytes of the file, in their order. */
  z.object({ type: z.literal('part'), base64: z.string() }),
  /** The end of a file: its name, and how many bytes its parts must come to. */
  z.object({ type: z.literal('file'), name: z.string(), contentType: z.string(), size: z.int() }),
  z.object({ type: z.literal('footing'), checks: z.array(FootingCheck) }),
  z.object({ type: z.literal('problem'), problem: Problem }),
]);
export type ExportLine = z.infer<typeof ExportLine>;

export const FootingAnswer = z.object({ checks: z.array(FootingCheck) });

export const ReportParams = z.object({ reportId: ReportId });
export const ViewParams = z.object({ reportId: ReportId, viewId: ViewId });
export type ViewParams = z.infer<typeof ViewParams>;
export const LastViewParams = z.object({ reportId: ReportId, table: z.enum(tableKinds) });
export const OrganisationParams = z.object({ organisationId: OrganisationId });
export const SessionParams = z.object({ sessionId: recordId });
export const TokenParams = z.object({ tokenId: recordId });
export const UserParams = z.object({ userId: UserId });
export const UserSessionParams = z.object({ userId: UserId, sessionId: recordId });
