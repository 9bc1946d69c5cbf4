import { collectDefaultMetrics, Registry } from 'prom-client';
import { createAttemptLimiter } from '#server/accounts/attemptLimiter.ts';
import { createAccounts } from '#server/accounts/createAccounts.ts';
import { createLinks } from '#server/accounts/createLinks.ts';
import { createSecondFactors } from '#server/accounts/createSecondFactors.ts';
import { createSessionResolver } from '#server/accounts/createSessionResolver.ts';
import { createSessions } from '#server/accounts/createSessions.ts';
import { createAdmission } from '#server/accounts/oidc/createAdmission.ts';
import { createOidcSignIn, type OidcSignIn } from '#server/accounts/oidc/createOidcSignIn.ts';
import { createProvider } from '#server/accounts/oidc/createProvider.ts';
import type { SecretBox } from '#server/accounts/secretBox.ts';
import { createCollaboration } from '#server/collaboration/createCollaboration.ts';
import type { Limits } from '#server/collaboration/Limits.ts';
import { createCommentDesk } from '#server/comments/createCommentDesk.ts';
import { type Config, isAlwaysSecure } from '#server/config/readConfig.ts';
import { createFinalisingDesk } from '#server/finalising/createFinalisingDesk.ts';
import { createReaderLinks } from '#server/finalising/createReaderLinks.ts';
import { createSignatureDesk } from '#server/finalising/createSignatureDesk.ts';
import { createRateLimit } from '#server/http/createRateLimit.ts';
import { createOriginCheck } from '#server/http/origin.ts';
import type { Services } from '#server/http/Services.ts';
import type { Logger } from '#server/log/createLogger.ts';
import { createMail } from '#server/mail/createMail.ts';
import { createNewsDesk } from '#server/news/createNewsDesk.ts';
import { createChangeDesk } from '#server/notices/createChangeDesk.ts';
import { createNoticeDesk } from '#server/notices/createNoticeDesk.ts';
import { createReminderDesk } from '#server/notices/createReminderDesk.ts';
import { createSearch } from '#server/search/createSearch.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { createSubmissionDesk } from '#server/submission/createSubmissionDesk.ts';
import { createVersionDesk } from '#server/versions/createVersionDesk.ts';

type Options = {
  config: Config;
  log: Logger;
  storage: Storage;
  box: SecretBox;
  limits: Partial<Limits>;
  now: () => number;
  isStopping: () => boolean;
};

/** Makes the parts of one running server and ties them together. */
export function createServices({ config, log, storage, box, limits, now, isStopping }: Options): Services {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const sessions = createSessions({
    store: storage.sessions,
    log,
    sessionDays: config.sessionDays,
    isAlwaysSecure: isAlwaysSecure(config),
    now,
  });
  const { requireSecondFactor } = config;
  const resolver = createSessionResolver({ storage, sessions, log, now, requireSecondFactor });
  const limiter = createAttemptLimiter();
  const secondFactors = createSecondFactors({ storage, box, limiter, now });
  const isAllowedOrigin = createOriginCheck(config);
  const collaboration = createCollaboration({
    storage,
    sessions: resolver,
    log,
    registry,
    isAllowedOrigin,
    limits,
  });
  const submissions = createSubmissionDesk({ storage, collaboration, now });
  return {
    config,
    log,
    registry,
    storage,
    sessions,
    resolver,
    isAllowedOrigin,
    accounts: createAccounts({ storage, limiter, now }),
    links: createLinks({ storage, limiter, now }),
    secondFactors,
    oidc: createOidc({ config, log, storage, collaboration, secondFactors, now }),
    countSignInStart: createRateLimit({ points: 60, seconds: 60 }),
    collaboration,
    search: createSearch({ storage, collaboration }),
    comments: createCommentDesk({ storage, collaboration, now }),
    notices: createNoticeDesk(storage),
    reminders: createReminderDesk({ storage, collaboration, remindDays: config.remindDays, now }),
    changes: createChangeDesk({ storage, collaboration, now }),
    ...createMail({ config, log, storage, box, registry, now }),
    now,
    submissions,
    finalising: createFinalisingDesk({ storage, collaboration, submissions, now }),
    signatures: createSignatureDesk(storage, now),
    readerLinks: createReaderLinks({ storage, now }),
    news: createNewsDesk({ storage, collaboration, now }),
    versions: createVersionDesk({ storage, now }),
    countExport: createRateLimit({ points: 30, seconds: 60 }),
    countComparison: createRateLimit({ points: 60, seconds: 60 }),
    countComment: createRateLimit({ points: 60, seconds: 60 }),
    countMail: createRateLimit({ points: 10, seconds: 3_600 }),
    countSearch: createRateLimit({ points: 240, seconds: 60 }),
    demoAccounts: null,
    isStopping,
  };
}

type OidcParts = Pick<Options, 'config' | 'log' | 'storage' | 'now'> &
  Pick<Services, 'collaboration' | 'secondFactors'>;

function createOidc({
  config,
  log,
  storage,
  collaboration,
  secondFactors,
  now,
}: OidcParts): OidcSignIn | null {
  if (config.oidc === null) return null;
  const { name, rights: rules } = config.oidc;
  const provider = createProvider({ config: config.oidc, log, now });
  const { issuer } = provider;
  const admission = createAdmission({ issuer, rules, storage, collaboration, log, now });
  return createOidcSignIn({ provider, name, admission, storage, secondFactors, now });
}
