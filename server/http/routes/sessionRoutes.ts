import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import {
  apiPaths,
  DemoSignInRequest,
  SessionAnswer,
  SetupRequest,
  SignInRequest,
} from '#shared/api/contract.ts';
import { SignOutAnswer } from '#shared/api/oidc.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { type Caller, type Client, publicRoute, type Route } from '../Route.ts';
import type { Services } from '../Services.ts';
import { buildSessionAnswer, endSession, startSession } from '../startSession.ts';
import { loadExampleFor } from './exampleRoutes.ts';

export const sessionRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: apiPaths.session,
    summary: 'Who I am, and what a sign-in page needs to know when I am nobody.',
    answer: { status: 200, schema: SessionAnswer },
    handle: async ({ services, caller }) => ({
      body: await buildSessionAnswer(services, caller?.actor ?? null, caller?.isUnsecured),
    }),
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.session,
    summary:
      'Signs in with login and password, and a code where the account asks for one; sets the session cookie.',
    body: SignInRequest,
    answer: { status: 201, schema: SessionAnswer },
    errors: [
      'session.wrong-credentials',
      'session.locked',
      'session.disabled',
      'session.code-required',
      'factor.wrong-code',
      'factor.used-code',
      'factor.clock',
    ],
    async handle(call) {
      const { accounts, secondFactors } = call.services;
      const { login, password, code = '' } = call.body;
      const user = await accounts.checkCredentials(login, password, call.client.address);
      if (await secondFactors.isOn(user.id)) {
        if (code === '') throw new AppError('session.code-required');
        await secondFactors.check(user.id, code, call.client.address);
      }
      return startSession(call, user.id);
    },
  }),

  publicRoute({
    method: 'delete',
    path: apiPaths.session,
    summary:
      'Signs out: ends this session, removes the cookie, and says where the provider’s own session is ended.',
    answer: { status: 200, schema: SignOutAnswer },
    async handle({ services, caller, client }) {
      const continueAt = await findProviderSignOut(services, caller, client);
      await endSession(services, caller);
      return { body: { continueAt }, cookie: buildSessionCookie('', 0, client.isSecure) };
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.demoSession,
    summary: 'Signs in to one of the demonstration accounts; demo mode only.',
    body: DemoSignInRequest,
    answer: { status: 201, schema: SessionAnswer },
    errors: ['demo.off', 'user.unknown'],
    async handle(call) {
      const { demoAccounts, storage } = call.services;
      if (demoAccounts === null) throw new AppError('demo.off');
      const isDemo = demoAccounts.some(({ login }) => login === call.body.login);
      const user = isDemo ? await storage.users.findByLogin(call.body.login) : null;
      if (user === null) throw new AppError('user.unknown');
      return startSession(call, user.id);
    },
  }),

  publicRoute({
    method: 'post',
    path: apiPaths.setup,
    summary: 'Creates the first account, an administrator, and signs in; only while there is no account.',
    body: SetupRequest,
    answer: { status: 201, schema: SessionAnswer },
    errors: ['setup.done'],
    async handle(call) {
      const { loadExample, ...account } = call.body;
      const administrator = await call.services.accounts.createAdministrator(account);
      if (loadExample) await loadExampleFor(call.services, administrator.id);
      return startSession(call, administrator.id);
    },
  }),
];

/** On a shared computer the provider would let the next person in as this one. */
async function findProviderSignOut(
  { oidc, storage }: Services,
  caller: Caller | null,
  { origin }: Client,
): Promise<string | null> {
  if (oidc === null || origin === null || caller?.sessionId == null) return null;
  const sessions = await storage.sessions.listOfUser(caller.actor.userId, 0);
  const session = sessions.find(({ id }) => id === caller.sessionId);
  return session?.issuer === oidc.issuer ? oidc.buildSignOutAddress(`${origin}/sign-in`) : null;
}
