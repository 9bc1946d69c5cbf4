import type { SessionOrigin } from '#server/accounts/createSessions.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { OidcOutcome } from '#shared/api/oidc.ts';
import { AppError, type ErrorParameters } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { SecondFactors } from '../createSecondFactors.ts';
import type { Admission } from './createAdmission.ts';
import { createHandles } from './createHandles.ts';
import type { Challenge, Provider } from './createProvider.ts';

/** What a browser holds a secret for while it is on its way. */
type Handle =
  | { kind: 'begun'; challenge: Challenge; returnPath: string; linkTo: UserId | null }
  | { kind: 'code'; userId: UserId; returnPath: string }
  | { kind: 'failed'; code: ErrorCode; parameters: ErrorParameters };

/** What a browser that comes back from the provider is to do. */
export type Return =
  | { kind: 'signed-in'; userId: UserId; by: SessionOrigin; returnPath: string }
  | { kind: 'linked' }
  /** It holds another secret now, and a page asks for the outcome by it. */
  | { kind: 'held'; secret: string; page: 'sign-in' | 'profile' };

/** Signing in by an OpenID Connect provider, and linking an account to one. */
export type OidcSignIn = {
  name: string;
  issuer: string;
  /** `linkTo` links an account instead of signing in. AppError `oidc.unavailable`, `oidc.off`. */
  begin(wish: {
    redirectUri: string;
    returnPath: string;
    linkTo: UserId | null;
  }): Promise<{ address: string; secret: string }>;
  /** Never rejects for what a provider or a person did: that is an outcome. */
  finish(secret: string | null, answer: URLSearchParams, callerId: UserId | null): Promise<Return>;
  takeOutcome(secret: string | null): OidcOutcome;
  /** With the code of the second factor that this product has asked for. Rejects like `SecondFactors.check`; `oidc.flow-gone`. */
  finishWithCode(
    secret: string | null,
    code: string,
    address: string,
  ): Promise<{ userId: UserId; by: SessionOrigin }>;
  buildSignOutAddress(returnTo: string): string | null;
  stop(): void;
};

type Options = {
  provider: Provider;
  name: string;
  admission: Admission;
  storage: Pick<Storage, 'users'>;
  secondFactors: Pick<SecondFactors, 'isOn' | 'check'>;
  now: () => number;
};

export function createOidcSignIn(options: Options): OidcSignIn {
  const { provider, name, admission, storage, secondFactors, now } = options;
  const { issuer } = provider;
  const handles = createHandles<Handle>(now);
  const gone = () => new AppError('oidc.flow-gone');

  /** The state tells whose answer it is; taken at once, so that of two answers alike one is heard. */
  function takeBegun(secret: string | null, answer: URLSearchParams) {
    const handle = handles.peek(secret);
    if (handle?.kind !== 'begun' || answer.get('state') !== handle.challenge.state) throw gone();
    handles.take(secret);
    return handle;
  }

  async function go(
    secret: string | null,
    answer: URLSearchParams,
    callerId: UserId | null,
  ): Promise<Return> {
    const { challenge, linkTo, returnPath } = takeBegun(secret, answer);
    if (linkTo !== null && linkTo !== callerId) throw gone();
    const identified = await provider.finish(challenge, answer);
    if (linkTo !== null) {
      await admission.link(linkTo, identified);
      return { kind: 'linked' };
    }
    const userId = await admission.admit(identified);
    if (!identified.isStrong && (await secondFactors.isOn(userId))) {
      return { kind: 'held', page: 'sign-in', secret: handles.put({ kind: 'code', userId, returnPath }) };
    }
    return { kind: 'signed-in', userId, by: { issuer, isStrong: identified.isStrong }, returnPath };
  }

  return {
    name,
    issuer,

    async begin({ redirectUri, returnPath, linkTo }) {
      // The first account is an administrator with a password, and made by whoever sets the product up.
      if ((await storage.users.count()) === 0) throw new AppError('oidc.off');
      const { address, challenge } = await provider.begin(redirectUri);
      return { address, secret: handles.put({ kind: 'begun', challenge, returnPath, linkTo }) };
    },

    async finish(secret, answer, callerId) {
      const handle = handles.peek(secret);
      const page = handle?.kind === 'begun' && handle.linkTo !== null ? 'profile' : 'sign-in';
      try {
        return await go(secret, answer, callerId);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { code, parameters } = error;
        return { kind: 'held', page, secret: handles.put({ kind: 'failed', code, parameters }) };
      }
    },

    takeOutcome(secret) {
      const handle = handles.peek(secret);
      if (handle?.kind === 'code') return { kind: 'code', returnPath: handle.returnPath };
      if (handle?.kind !== 'failed') return { kind: 'none' };
      handles.take(secret);
      return handle;
    },

    async finishWithCode(secret, code, address) {
      const handle = handles.peek(secret);
      if (handle?.kind !== 'code') throw gone();
      const { userId } = handle;
      await secondFactors.check(userId, code, address);
      if (handles.take(secret) === null) throw gone();
      const user = await storage.users.findById(userId);
      if (user === null || user.isDisabled) throw new AppError('session.disabled');
      return { userId, by: { issuer, isStrong: false } };
    },

    buildSignOutAddress: provider.buildSignOutAddress,
    stop: provider.stop,
  };
}
