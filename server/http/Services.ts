import type { Registry } from 'prom-client';
import type { Accounts } from '#server/accounts/createAccounts.ts';
import type { Links } from '#server/accounts/createLinks.ts';
import type { SecondFactors } from '#server/accounts/createSecondFactors.ts';
import type { Sessions } from '#server/accounts/createSessions.ts';
import type { OidcSignIn } from '#server/accounts/oidc/createOidcSignIn.ts';
import type { HttpSessionResolver } from '#server/accounts/SessionResolver.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { CommentDesk } from '#server/comments/createCommentDesk.ts';
import type { Config } from '#server/config/readConfig.ts';
import type { FinalisingDesk } from '#server/finalising/createFinalisingDesk.ts';
import type { ReaderLinks } from '#server/finalising/createReaderLinks.ts';
import type { SignatureDesk } from '#server/finalising/createSignatureDesk.ts';
import type { Logger } from '#server/log/createLogger.ts';
import type { MailDesk } from '#server/mail/createMailDesk.ts';
import type { MailSender } from '#server/mail/createMailSender.ts';
import type { NewsDesk } from '#server/news/createNewsDesk.ts';
import type { ChangeDesk } from '#server/notices/createChangeDesk.ts';
import type { NoticeDesk } from '#server/notices/createNoticeDesk.ts';
import type { ReminderDesk } from '#server/notices/createReminderDesk.ts';
import type { Search } from '#server/search/createSearch.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { SubmissionDesk } from '#server/submission/createSubmissionDesk.ts';
import type { VersionDesk } from '#server/versions/createVersionDesk.ts';
import type { DemoAccount } from '#shared/api/contract.ts';
import type { RateLimit } from './createRateLimit.ts';
import type { OriginCheck } from './origin.ts';

/** What the routes stand on. */
export type Services = {
  config: Config;
  log: Logger;
  registry: Registry;
  storage: Storage;
  accounts: Accounts;
  links: Links;
  secondFactors: SecondFactors;
  /** Null when no provider is configured. */
  oidc: OidcSignIn | null;
  sessions: Sessions;
  resolver: HttpSessionResolver;
  collaboration: Collaboration;
  submissions: SubmissionDesk;
  comments: CommentDesk;
  search: Search;
  notices: NoticeDesk;
  reminders: ReminderDesk;
  changes: ChangeDesk;
  mail: MailDesk;
  /** Null where no mail is sent. */
  mailSender: MailSender | null;
  finalising: FinalisingDesk;
  signatures: SignatureDesk;
  readerLinks: ReaderLinks;
  news: NewsDesk;
  versions: VersionDesk;
  isAllowedOrigin: OriginCheck;
  /** Building a file takes the whole process a moment: AppError `request.too-many` past 30 a minute and person. */
  countExport: RateLimit;
  /** Each start of a sign-in by a provider is kept for a while: AppError `request.too-many` past 60 a minute and address. */
  countSignInStart: RateLimit;
  /** Comparing puts two whole reports together: AppError `request.too-many` past 60 a minute and person. */
  countComparison: RateLimit;
  /** AppError `request.too-many` past 60 a minute and person. */
  countComment: RateLimit;
  /** Each sends a mail to whatever address is given: AppError `request.too-many` past 10 an hour and person. */
  countMail: RateLimit;
  /** Looking through a whole city: AppError `request.too-many` past 240 a minute and person. */
  countSearch: RateLimit;
  now(): number;
  /** Null outside of demo mode. */
  demoAccounts: readonly DemoAccount[] | null;
  /** True from the moment the server was told to stop. */
  isStopping(): boolean;
};
