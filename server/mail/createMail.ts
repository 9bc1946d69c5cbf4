import type { Registry } from 'prom-client';
import type { SecretBox } from '#server/accounts/secretBox.ts';
import type { Config } from '#server/config/readConfig.ts';
import type { Services } from '#server/http/Services.ts';
import type { Logger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { createMailDesk } from './createMailDesk.ts';
import { createMailer } from './createMailer.ts';
import { createMailMetrics } from './createMailMetrics.ts';
import { createMailSender } from './createMailSender.ts';
import { createMailTokens } from './createMailTokens.ts';

type Parts = {
  config: Config;
  log: Logger;
  storage: Storage;
  box: SecretBox;
  registry: Registry;
  now: () => number;
};

/** The parts of a running server that are about mail. */
export function createMail({
  config: { mail: config },
  log,
  storage,
  box,
  registry,
  now,
}: Parts): Pick<Services, 'mail' | 'mailSender'> {
  const tokens = createMailTokens(box);
  if (config === null) {
    return { mail: createMailDesk({ storage, tokens, outgoing: null, now }), mailSender: null };
  }
  const mailer = createMailer(config);
  const metrics = createMailMetrics(registry);
  const sender = createMailSender({ storage, mailer, tokens, origin: config.origin, log, metrics, now });
  const onError = (error: unknown) => log.error({ err: error }, 'mail not sent');
  return {
    mail: createMailDesk({ storage, tokens, outgoing: { config, mailer, sender, onError }, now }),
    mailSender: sender,
  };
}
