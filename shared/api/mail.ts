import { z } from 'zod';
import { UserId } from '../model/ids.ts';

/** Bodies of the routes about e-mail, for both sides. */

export const mailPaths = {
  settings: '/api/profile/mail',
  confirmation: '/api/mail/confirmation',
  /** In `List-Unsubscribe` of every digest (RFC 8058): mail programs send POST to it, and people open it. */
  stop: '/api/mail/stop/:token',
  queue: '/api/mail/queue',
  test: '/api/mail/test',
  userSettings: '/api/users/:userId/mail',
} as const;

/** Pages that the links of a mail lead to; the token stands after `#`, where no log has it. */
export const mailPages = { confirm: '/mail/confirm', stop: '/mail/stop' } as const;

/** One plain address: no list, no name, nothing that ends a header. Its domain is said in ASCII. */
export const MailAddressText = z
  .string()
  .trim()
  .max(254)
  .regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'an e-mail address');

export const MailLanguage = z.enum(['uk', 'en']);

/**
 * `waiting`: the link that confirms it is yet to be mailed; `asked`: it was; `confirmed`: mail is sent there; `stopped`:
 * the person has unsubscribed; `failed`: the mail server refused it for good.
 */
export const MailState = z.enum(['waiting', 'asked', 'confirmed', 'stopped', 'failed']);
export type MailState = z.infer<typeof MailState>;

/** GET settings; `address` is null for who gave none. */
export const MailSettings = z.object({
  /** Whether this server sends mail at all. */
  isOn: z.boolean(),
  address: z
    .object({
      address: z.string(),
      language: MailLanguage,
      state: MailState,
      /** What the mail server said last, when it was no; null otherwise. */
      error: z.string().nullable(),
      lastSentAt: z.iso.datetime().nullable(),
    })
    .nullable(),
});
export type MailSettings = z.infer<typeof MailSettings>;

/** PUT settings: another address, or the same one to have the link mailed again. It is to be confirmed then. */
export const MailAddressRequest = z.object({ address: MailAddressText, language: MailLanguage });
export type MailAddressRequest = z.infer<typeof MailAddressRequest>;

/** PATCH settings: absent keys stay. */
export const MailChangeRequest = z.object({
  language: MailLanguage.optional(),
  isStopped: z.boolean().optional(),
});
export type MailChangeRequest = z.infer<typeof MailChangeRequest>;

const token = z.string().min(1).max(200);

export const MailConfirmRequest = z.object({ token });
export const MailStopParams = z.object({ token });

/** GET queue: how sending goes, for the administrator. */
export const MailQueue = z.object({
  isOn: z.boolean(),
  /** As whom it is sent, and by which server; null when no mail is sent. */
  from: z.string().nullable(),
  server: z.string().nullable(),
  waiting: z.array(
    z.object({
      userId: UserId,
      name: z.string(),
      kind: z.enum(['confirmation', 'digest']),
      /** Notices; 1 for a confirmation. */
      count: z.int(),
      since: z.iso.datetime(),
      attempts: z.int(),
      /** Null before the first attempt has failed. */
      nextAttemptAt: z.iso.datetime().nullable(),
      error: z.string().nullable(),
    }),
  ),
  /** Addresses that the mail server refused for good, and mails that were given up. */
  refused: z.array(
    z.object({
      userId: UserId,
      name: z.string(),
      at: z.iso.datetime(),
      error: z.string(),
      isDead: z.boolean(),
    }),
  ),
});
export type MailQueue = z.infer<typeof MailQueue>;

/** POST test: sent at once; the answer says whether it went out. */
export const MailTestRequest = MailAddressRequest;
