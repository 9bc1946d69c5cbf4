import { z } from 'zod';
import { handleSeconds } from '#server/accounts/oidc/createHandles.ts';
import type { OidcSignIn } from '#server/accounts/oidc/createOidcSignIn.ts';
import { buildHandleCookie, tryParseHandleCookie } from '#server/accounts/sessionCookie.ts';
import { isAlwaysSecure } from '#server/config/readConfig.ts';
import { apiPaths, SessionAnswer, UserInfo, UserParams } from '#shared/api/contract.ts';
import {
  IdentityLinkRequest,
  IdentityPutRequest,
  IdentityState,
  OidcCodeRequest,
  OidcOutcome,
  OidcStartAnswer,
  OidcStartRequest,
} from '#shared/api/oidc.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import { checkItIsThem } from '../checkItIsThem.ts';
import { presentIdentity } from '../presentIdentity.ts';
import { presentUser } from '../presentUser.ts';
import { type Client, publicRoute, type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';
import { startSession } from '../startSession.ts';

/** All of it goes to whoever checks it; what is there twice is refused there. */
const CallbackQuery = z.looseObject({
  code: z.union([z.string(), z.array(z.string())]).optional(),
  state: z.union([z.string(), z.array(z.string())]).optional(),
  error: z.union([z.string(), z.array(z.string())]).optional(),
});

const onlyAdministrator = () => ({ action: 'users.manage' }) as const;

/** Signing in by an OpenID Connect provider, and who is who there. */
export const oidcRoutes: readonly Route[] = [
  publicRoute({
    method: 'post',
    path: apiPaths.oidcStart,
    summary: 'Begins a sign-in by the provider: gives its address, and binds what is begun to this browser.',
    body: OidcStartRequest,
    answer: { status: 201, schema: OidcStartAnswer },
    errors: ['oidc.off', 'oidc.unavailable', 'request.too-many'],
    async handle({ services, client, body: { returnPath } }) {
      await services.countSignInStart(client.address);
      return begin(services, client, { returnPath, linkTo: null });
    },
  }),

  publicRoute({
    method: 'get',
    path: apiPaths.oidcCallback,
    summary: 'Where the provider sends the browser back to; leads on to a page, and to none of another site.',
    query: CallbackQuery,
    answer: { status: 303 },
    errors: ['oidc.off'],
    async handle(call) {
      const { services, caller, client, query } = call;
      const oidc = mustHave(services);
      const answer = new URLSearchParams();
      for (const [name, values] of Object.entries(query)) {
        for (const value of [values].flat()) answer.append(name, String(value));
      }
      const held = readHandle(services, client);
      const done = await oidc.finish(held, answer, caller?.actor.userId ?? null);
      if (done.kind === 'held') {
        const cookie = buildHandleCookie(done.secret, handleSeconds, client.isSecure);
        return { cookie, location: `/${done.page}` };
      }
      const forget = buildHandleCookie('', 0, client.isSecure);
      if (done.kind === 'linked') return { cookie: forget, location: '/profile' };
      const { cookie } = await startSession(call, done.userId, done.by);
      return { cookie: [cookie, forget], location: done.returnPath };
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.oidcOutcome,
    summary:
      'What became of the sign-in that this browser has begun: nothing yet, a code is asked for, or why not.',
    answer: { status: 200, schema: OidcOutcome },
    async handle({ services, client }) {
      const none: OidcOutcome = { kind: 'none' };
      return { body: services.oidc?.takeOutcome(readHandle(services, client)) ?? none };
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.oidcCode,
    summary: 'Ends a sign-in by the provider with the code of the second factor that this product asks for.',
    body: OidcCodeRequest,
    answer: { status: 201, schema: SessionAnswer },
    errors: [
      'oidc.off',
      'oidc.flow-gone',
      'factor.none',
      'factor.wrong-code',
      'factor.used-code',
      'factor.clock',
      'session.locked',
      'session.disabled',
    ],
    async handle(call) {
      const { services, client, body } = call;
      const held = readHandle(services, client);
      const { userId, by } = await mustHave(services).finishWithCode(held, body.code, client.address);
      const { cookie, ...answer } = await startSession(call, userId, by);
      return { ...answer, cookie: [cookie, buildHandleCookie('', 0, client.isSecure)] };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.identity,
    summary: 'Who I am at the provider, and whether I have a password here.',
    answer: { status: 200, schema: IdentityState },
    isForSecuring: true,
    async handle({ services: { oidc, storage }, caller: { actor } }) {
      const user = must(await storage.users.findById(actor.userId), actor.userId);
      const all = oidc === null ? [] : await storage.identities.list(oidc.issuer);
      const own = all.find(({ userId }) => userId === user.id);
      return {
        body: {
          provider: oidc && { name: oidc.name },
          identity: own === undefined ? null : presentIdentity(own),
          hasPassword: user.passwordHash !== null,
        },
      };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.identity,
    summary: 'Begins linking my account to the provider: gives its address.',
    body: IdentityLinkRequest,
    answer: { status: 201, schema: OidcStartAnswer },
    errors: ['oidc.off', 'oidc.unavailable', 'password.wrong-current', 'session.locked', 'session.not-fresh'],
    async handle(call) {
      await checkItIsThem(call, call.body.password);
      const { userId } = call.caller.actor;
      return begin(call.services, call.client, { returnPath: '/profile', linkTo: userId });
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.identity,
    summary: 'Unlinks my account from the provider; for who has a password.',
    answer: { status: 204 },
    errors: ['oidc.off', 'oidc.none', 'oidc.only-way'],
    async handle({ services, caller }) {
      const { userId } = caller.actor;
      const { issuer } = mustHave(services);
      const user = must(await services.storage.users.findById(userId), userId);
      if (user.passwordHash === null) throw new AppError('oidc.only-way');
      if (!(await services.storage.identities.unlink(userId, issuer))) throw new AppError('oidc.none');
      return {};
    },
  }),

  userRoute({
    method: 'put',
    path: apiPaths.userIdentity,
    summary: 'Says who somebody is at the provider; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    body: IdentityPutRequest,
    answer: { status: 200, schema: UserInfo },
    errors: ['access.administrator-only', 'oidc.off', 'user.unknown', 'oidc.identity-taken', 'oidc.linked'],
    async handle({ services, params: { userId }, body: { subject } }) {
      const { issuer } = mustHave(services);
      await services.storage.identities.link({
        issuer,
        subject,
        userId,
        label: subject,
        linkedAt: Date.now(),
        lastUsedAt: null,
      });
      const user = must(await services.storage.users.findById(userId), userId);
      return { body: await presentUser(services, user) };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.userIdentity,
    summary: 'Unlinks somebody from the provider and ends their sessions; for the administrator.',
    rights: onlyAdministrator,
    params: UserParams,
    answer: { status: 200, schema: UserInfo },
    errors: ['access.administrator-only', 'oidc.off', 'oidc.none'],
    async handle({ services, params: { userId } }) {
      const { issuer } = mustHave(services);
      if (!(await services.storage.identities.unlink(userId, issuer))) throw new AppError('oidc.none');
      await services.storage.sessions.revokeAllOfUser(userId);
      services.collaboration.accessChanged(userId);
      const user = must(await services.storage.users.findById(userId), userId);
      return { body: await presentUser(services, user) };
    },
  }),
];

function mustHave({ oidc }: Services): OidcSignIn {
  if (oidc === null) throw new AppError('oidc.off');
  return oidc;
}

function readHandle({ config }: Services, { cookieHeader }: Client): string | null {
  return tryParseHandleCookie(cookieHeader, isAlwaysSecure(config));
}

/** The way back is to the very address at which the person is. */
async function begin(
  services: Services,
  { origin, isSecure }: Client,
  wish: Pick<Parameters<OidcSignIn['begin']>[0], 'returnPath' | 'linkTo'>,
) {
  const oidc = mustHave(services);
  // A token begins nothing: what comes back has to find the browser that went.
  if (origin === null) throw new AppError('request.origin');
  const { address, secret } = await oidc.begin({ ...wish, redirectUri: `${origin}${apiPaths.oidcCallback}` });
  return { body: { address }, cookie: buildHandleCookie(secret, handleSeconds, isSecure) };
}
