import { UserParams } from '#shared/api/contract.ts';
import {
  MailAddressRequest,
  MailChangeRequest,
  MailConfirmRequest,
  MailQueue,
  MailSettings,
  MailStopParams,
  MailTestRequest,
  mailPages,
  mailPaths,
} from '#shared/api/mail.ts';
import { publicRoute, type Route, userRoute } from '../Route.ts';

const onlyAdministrator = () => ({ action: 'users.manage' }) as const;

/** Where people get mail, and how sending goes. */
export const mailRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: mailPaths.settings,
    summary: 'Where I get mail, and whether this server sends any.',
    answer: { status: 200, schema: MailSettings },
    handle: async ({ services, caller }) => ({ body: await services.mail.read(caller.actor.userId) }),
  }),

  userRoute({
    method: 'put',
    path: mailPaths.settings,
    summary: 'Gives my address for mail; the link that confirms it is mailed there, and nothing else before.',
    body: MailAddressRequest,
    answer: { status: 200, schema: MailSettings },
    errors: ['mail.off', 'request.too-many'],
    async handle({ services, caller, body }) {
      const { userId } = caller.actor;
      await services.countMail(userId);
      return { body: await services.mail.setAddress(userId, body) };
    },
  }),

  userRoute({
    method: 'patch',
    path: mailPaths.settings,
    summary: 'Changes the language of my mail, or stops it and begins it again.',
    body: MailChangeRequest,
    answer: { status: 200, schema: MailSettings },
    errors: ['mail.no-address'],
    handle: async ({ services, caller, body }) => ({
      body: await services.mail.change(caller.actor.userId, body),
    }),
  }),

  userRoute({
    method: 'delete',
    path: mailPaths.settings,
    summary: 'Removes my address; nothing is mailed any more.',
    answer: { status: 200, schema: MailSettings },
    handle: async ({ services, caller }) => ({
      body: await services.mail.removeAddress(caller.actor.userId),
    }),
  }),

  publicRoute({
    method: 'post',
    path: mailPaths.confirmation,
    summary: 'Confirms an address by the link that was mailed to it.',
    body: MailConfirmRequest,
    answer: { status: 204 },
    errors: ['mail.link-invalid'],
    async handle({ services, body }) {
      await services.mail.confirm(body.token);
      return {};
    },
  }),

  publicRoute({
    method: 'get',
    path: mailPaths.stop,
    summary: 'Leads to the page on which one unsubscribes: opening a link changes nothing.',
    params: MailStopParams,
    isFromElsewhere: true,
    answer: { status: 303 },
    handle: async ({ params }) => ({ location: `${mailPages.stop}#${encodeURIComponent(params.token)}` }),
  }),

  publicRoute({
    method: 'post',
    path: mailPaths.stop,
    summary: 'Unsubscribes whose link it is from all mail: one click in a mail program (RFC 8058).',
    params: MailStopParams,
    isFromElsewhere: true,
    answer: { status: 204 },
    errors: ['mail.link-invalid'],
    async handle({ services, params }) {
      await services.mail.stop(params.token);
      return {};
    },
  }),

  userRoute({
    method: 'get',
    path: mailPaths.queue,
    summary: 'What waits to be mailed, since when and why; for the administrator.',
    rights: onlyAdministrator,
    answer: { status: 200, schema: MailQueue },
    errors: ['access.administrator-only'],
    handle: async ({ services }) => ({ body: await services.mail.readQueue() }),
  }),

  userRoute({
    method: 'post',
    path: mailPaths.test,
    summary: 'Sends a test mail at once and says whether the mail server took it; for the administrator.',
    rights: onlyAdministrator,
    body: MailTestRequest,
    answer: { status: 204 },
    errors: ['access.administrator-only', 'mail.off', 'mail.not-sent', 'request.too-many'],
    async handle({ services, caller, body }) {
      await services.countMail(caller.actor.userId);
      await services.mail.test(body);
      return {};
    },
  }),

  userRoute({
    method: 'get',
    path: mailPaths.userSettings,
    summary: 'Where somebody gets mail; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 200, schema: MailSettings },
    errors: ['access.administrator-only'],
    handle: async ({ services, params }) => ({ body: await services.mail.read(params.userId) }),
  }),

  userRoute({
    method: 'put',
    path: mailPaths.userSettings,
    summary:
      'Gives somebody an address for mail, which they confirm by the link mailed there; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    body: MailAddressRequest,
    answer: { status: 200, schema: MailSettings },
    errors: ['access.administrator-only', 'mail.off', 'user.unknown'],
    handle: async ({ services, params, body }) => ({
      body: await services.mail.setAddress(params.userId, body),
    }),
  }),

  userRoute({
    method: 'delete',
    path: mailPaths.userSettings,
    summary: 'Removes the address of somebody; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 200, schema: MailSettings },
    errors: ['access.administrator-only'],
    handle: async ({ services, params }) => ({ body: await services.mail.removeAddress(params.userId) }),
  }),
];
