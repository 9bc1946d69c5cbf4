import { apiPaths, UserInfo, UserParams } from '#shared/api/contract.ts';
import {
  FactorCodeRequest,
  FactorProposal,
  FactorProposeRequest,
  FactorRecovery,
  FactorRenewRequest,
  FactorState,
} from '#shared/api/secondFactor.ts';
import { must } from '#shared/must.ts';
import { checkItIsThem } from '../checkItIsThem.ts';
import { presentUser } from '../presentUser.ts';
import { type Route, userRoute } from '../Route.ts';

/** One's own second factor, and taking away that of somebody who lost their phone. */
export const secondFactorRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.secondFactor,
    summary: 'Whether I have a second factor, and how many recovery codes are left.',
    answer: { status: 200, schema: FactorState },
    isForSecuring: true,
    handle: async ({ services, caller }) => ({
      body: await services.secondFactors.readState(caller.actor.userId),
    }),
  }),

  userRoute({
    method: 'post',
    path: apiPaths.secondFactor,
    summary: 'Makes a secret for my phone, shown this once; it counts for nothing before it is confirmed.',
    body: FactorProposeRequest,
    answer: { status: 201, schema: FactorProposal },
    errors: ['password.wrong-current', 'session.locked', 'session.not-fresh', 'factor.on'],
    isForSecuring: true,
    async handle(call) {
      const user = await checkItIsThem(call, call.body.password);
      return { body: await call.services.secondFactors.propose(user) };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.secondFactorConfirmation,
    summary:
      'Turns my second factor on by a code, ends my other sessions, and shows the recovery codes this once.',
    body: FactorCodeRequest,
    answer: { status: 201, schema: FactorRecovery },
    errors: ['factor.none', 'factor.wrong-code', 'factor.clock', 'session.locked'],
    isForSecuring: true,
    async handle({ services, caller, client, body }) {
      const { userId } = caller.actor;
      const recoveryCodes = await services.secondFactors.confirm(userId, body.code, client.address);
      await services.storage.sessions.revokeAllOfUser(userId, caller.sessionId ?? undefined);
      services.collaboration.accessChanged(userId);
      return { body: { recoveryCodes } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.secondFactorRecovery,
    summary: 'Makes new recovery codes in place of mine, by the password and a code; shown this once.',
    body: FactorRenewRequest,
    answer: { status: 201, schema: FactorRecovery },
    errors: [
      'password.wrong-current',
      'session.locked',
      'session.not-fresh',
      'factor.none',
      'factor.wrong-code',
      'factor.used-code',
      'factor.clock',
    ],
    async handle(call) {
      const { services, client, body } = call;
      // The password first: a wrong one must not use a code up.
      const { id } = await checkItIsThem(call, body.password);
      return {
        body: {
          recoveryCodes: await services.secondFactors.renewRecoveryCodes(id, body.code, client.address),
        },
      };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.secondFactorRemoval,
    summary: 'Takes my second factor off, by a code of the phone or a recovery code.',
    body: FactorCodeRequest,
    answer: { status: 204 },
    errors: ['factor.none', 'factor.wrong-code', 'factor.used-code', 'factor.clock', 'session.locked'],
    async handle({ services, caller, client, body }) {
      const { userId } = caller.actor;
      await services.secondFactors.check(userId, body.code, client.address);
      await services.secondFactors.remove(userId);
      return {};
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.userSecondFactor,
    summary: 'Takes the second factor of somebody off and ends their sessions; for the administrator.',
    rights: () => ({ action: 'users.manage' }),
    params: UserParams,
    answer: { status: 200, schema: UserInfo },
    errors: ['access.administrator-only', 'factor.none'],
    async handle({ services, params: { userId } }) {
      await services.secondFactors.remove(userId);
      await services.storage.sessions.revokeAllOfUser(userId);
      services.collaboration.accessChanged(userId);
      const user = must(await services.storage.users.findById(userId), userId);
      return { body: await presentUser(services, user) };
    },
  }),
];
