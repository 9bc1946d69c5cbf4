import { createApiToken, hashSecret } from '#server/accounts/secrets.ts';
import type { StoredToken } from '#server/storage/Storage.ts';
import {
  apiPaths,
  PasswordRequest,
  SessionList,
  SessionParams,
  TokenAnswer,
  TokenList,
  TokenParams,
  TokenRequest,
} from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId } from '#shared/model/ids.ts';
import { isoTime, presentSession } from '../presentSession.ts';
import { type Route, userRoute } from '../Route.ts';

function presentToken({ id, name, createdAt, lastUsedAt }: StoredToken) {
  return {
    id,
    name,
    createdAt: isoTime(createdAt),
    lastUsedAt: lastUsedAt === null ? null : isoTime(lastUsedAt),
  };
}

export const profileRoutes: readonly Route[] = [
  userRoute({
    method: 'post',
    path: apiPaths.password,
    summary: 'Changes my password and ends my other sessions.',
    body: PasswordRequest,
    answer: { status: 204 },
    errors: ['password.wrong-current', 'session.locked'],
    async handle({ services, caller, client, body }) {
      const { userId } = caller.actor;
      await services.accounts.changeOwnPassword(userId, {
        ...body,
        address: client.address,
        keptSessionId: caller.sessionId,
      });
      services.collaboration.accessChanged(userId);
      return {};
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.sessions,
    summary: 'My sessions, the last used first.',
    answer: { status: 200, schema: SessionList },
    async handle({ services, caller }) {
      const sessions = await services.sessions.list(caller.actor.userId);
      return { body: { sessions: sessions.map((session) => presentSession(session, caller.sessionId)) } };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.profileSession,
    summary: 'Ends one of my sessions.',
    params: SessionParams,
    answer: { status: 204 },
    errors: ['session.unknown'],
    async handle({ services, caller, params }) {
      const { userId } = caller.actor;
      if (!(await services.storage.sessions.revoke(params.sessionId, userId)))
        throw new AppError('session.unknown');
      services.collaboration.accessChanged(userId);
      return {};
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.tokens,
    summary: 'My API tokens, without the tokens themselves.',
    answer: { status: 200, schema: TokenList },
    async handle({ services, caller }) {
      const tokens = await services.storage.tokens.listOfUser(caller.actor.userId);
      return { body: { tokens: tokens.map(presentToken) } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.tokens,
    summary: 'Makes an API token with my rights; it is shown this once.',
    body: TokenRequest,
    answer: { status: 201, schema: TokenAnswer },
    async handle({ services, caller, body }) {
      const token = createApiToken();
      const stored: StoredToken = {
        id: createId(),
        tokenHash: hashSecret(token),
        userId: caller.actor.userId,
        name: body.name,
        createdAt: Date.now(),
        lastUsedAt: null,
      };
      await services.storage.tokens.create(stored);
      return { body: { token, info: presentToken(stored) } };
    },
  }),

  userRoute({
    method: 'delete',
    path: apiPaths.token,
    summary: 'Revokes one of my API tokens at once, open connections included.',
    params: TokenParams,
    answer: { status: 204 },
    errors: ['token.unknown'],
    async handle({ services, caller, params }) {
      const { userId } = caller.actor;
      if (!(await services.storage.tokens.revoke(params.tokenId, userId)))
        throw new AppError('token.unknown');
      services.collaboration.accessChanged(userId);
      return {};
    },
  }),
];
