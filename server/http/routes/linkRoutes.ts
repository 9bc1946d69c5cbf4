import { apiPaths, SessionAnswer, UserInfo, UserParams } from '#shared/api/contract.ts';
import {
  InvitationRequest,
  LinkAcceptRequest,
  LinkAnswer,
  LinkInspectAnswer,
  LinkInspectRequest,
  LinkRequest,
} from '#shared/api/links.ts';
import { must } from '#shared/must.ts';
import { checkMemberships } from '../checkMemberships.ts';
import { isoTime } from '../presentSession.ts';
import { presentUser } from '../presentUser.ts';
import { publicRoute, type Route, userRoute } from '../Route.ts';
import { buildSessionAnswer, startSession } from '../startSession.ts';

const onlyAdministrator = () => ({ action: 'users.manage' }) as const;
const refusals = ['link.unknown', 'link.used', 'link.withdrawn', 'link.expired', 'session.locked'] as const;

/** One-time links: made and withdrawn by administrators, opened by whom they are for. */
export const linkRoutes: readonly Route[] = [
  userRoute({
    method: 'post',
    path: apiPaths.invitations,
    summary:
      'Creates an account whose person sets the password by a link, shown this once; for the administrator.',
    rights: onlyAdministrator,
    body: InvitationRequest,
    answer: { status: 201, schema: LinkAnswer },
    errors: ['access.administrator-only', 'user.login-taken', 'user.membership-invalid'],
    async handle({ services, caller, body: { days, ...account } }) {
      await checkMemberships(services, account.memberships);
      const { secret, user } = await services.links.invite(account, caller.actor.userId, days);
      return { body: { secret, user: await presentUser(services, user) } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.userLink,
    summary:
      'Makes a link to set a password anew, in place of the one before; shown this once; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    body: LinkRequest,
    answer: { status: 201, schema: LinkAnswer },
    errors: ['access.administrator-only', 'user.unknown', 'link.disabled'],
    async handle({ services, caller, params: { userId }, body }) {
      const { secret, user } = await services.links.make(userId, caller.actor.userId, body.days);
      return { body: { secret, user: await presentUser(services, user) } };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.userLink,
    summary: 'Withdraws the link of an account at once; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 200, schema: UserInfo },
    errors: ['access.administrator-only', 'link.none'],
    async handle({ services, params: { userId } }) {
      await services.links.withdraw(userId);
      const user = must(await services.storage.users.findById(userId), userId);
      return { body: await presentUser(services, user) };
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.linkInspect,
    summary: 'Whose a one-time link is, and until when it opens anything.',
    body: LinkInspectRequest,
    answer: { status: 200, schema: LinkInspectAnswer },
    errors: refusals,
    async handle({ services, client, body }) {
      const { link, user } = await services.links.inspect(body.secret, client.address);
      const { name, login } = user;
      return { body: { purpose: link.purpose, name, login, expiresAt: isoTime(link.expiresAt) } };
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.linkAccept,
    summary:
      'Sets the password of whose link it is, ends all their sessions, and signs in who has no second factor; once.',
    body: LinkAcceptRequest,
    answer: { status: 201, schema: SessionAnswer },
    errors: [...refusals, 'session.disabled'],
    async handle(call) {
      const { services, client, body } = call;
      const user = await services.links.accept(body.secret, body.password, client.address);
      services.collaboration.accessChanged(user.id);
      // Who holds a link holds no phone: the code is asked for where everybody signs in.
      if (await services.secondFactors.isOn(user.id))
        return { body: await buildSessionAnswer(services, null) };
      return startSession(call, user.id);
    },
  }),
];
