import * as client from 'openid-client';
import type { OidcConfig } from '#server/config/readConfig.ts';
import type { Logger } from '#server/log/createLogger.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { cleanLine } from '#shared/model/typedText.ts';
import type { Claims } from './mapClaims.ts';
import { toProviderError } from './toProviderError.ts';

/** What a sign-in that was begun has to be answered with. */
export type Challenge = { state: string; nonce: string; verifier: string; redirectUri: string };
/** Who was let in, and by which means. */
export type Identified = { subject: string; label: string; name: string; claims: Claims; isStrong: boolean };

/** The OpenID Connect provider; the only code that speaks to it. */
export type Provider = {
  issuer: string;
  /** Where the browser goes, and what its answer is held against. AppError `oidc.unavailable`. */
  begin(redirectUri: string): Promise<{ address: string; challenge: Challenge }>;
  /**
   * Exchanges the code of the answer and checks what comes for it: signature, issuer, audience, nonce,
   * times. AppError `oidc.unavailable`, `oidc.denied`, `oidc.code-used`, `oidc.clock`, `oidc.untrusted`.
   */
  finish(challenge: Challenge, answer: URLSearchParams): Promise<Identified>;
  /** Where the provider's own session is ended; null when it has no such page, or was not reached yet. */
  buildSignOutAddress(returnTo: string): string | null;
  stop(): void;
};

type Options = { config: OidcConfig; log: Logger; now: () => number };

const retryMs = 30_000;
const timeoutSeconds = 8;
/** Between two machines that set their clocks by the network. */
const toleratedSeconds = 60;
/** An answer is seconds old: one of another time comes by a wrong clock. */
const oldestMs = 5 * 60_000;

/** Looks for the provider at once, and again until it is there: nobody waits for it to start. */
export function createProvider({ config, log, now }: Options): Provider {
  const { issuer, clientId, clientSecret, scopes, strongMarks } = config;
  const isPlain = issuer.startsWith('http:');
  let known: client.ServerMetadata | null = null;
  let asking: Promise<client.ServerMetadata> | null = null;
  let isStopped = false;

  async function discover(): Promise<client.ServerMetadata> {
    try {
      const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
        timeout: timeoutSeconds,
        execute: isPlain ? [client.allowInsecureRequests] : [],
      });
      known = found.serverMetadata();
      return known;
    } catch (error) {
      log.warn({ err: error, issuer }, 'the OpenID Connect provider does not answer');
      throw new AppError('oidc.unavailable', {}, { cause: error });
    }
  }

  /** Asked by several at once it is looked for once. */
  function lookUp(): Promise<client.ServerMetadata> {
    asking ??= discover().finally(() => {
      asking = null;
    });
    return asking;
  }

  /** Made for each sign-in, so that keys which have changed since are fetched, and the clock is that of now. */
  function configure(metadata: client.ServerMetadata): client.Configuration {
    const skew = Math.round((now() - Date.now()) / 1000);
    const own = { [client.clockSkew]: skew, [client.clockTolerance]: toleratedSeconds };
    const configuration = new client.Configuration(metadata, clientId, own, chooseAuthentication(metadata));
    configuration.timeout = timeoutSeconds;
    if (isPlain) client.allowInsecureRequests(configuration);
    // The token comes over TLS from the provider itself; its signature is checked all the same.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  function chooseAuthentication(metadata: client.ServerMetadata): client.ClientAuth {
    if (clientSecret === null) return client.None();
    const supported = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return supported.includes('client_secret_basic')
      ? client.ClientSecretBasic(clientSecret)
      : client.ClientSecretPost(clientSecret);
  }

  async function readClaims(
    configuration: client.Configuration,
    challenge: Challenge,
    answer: URLSearchParams,
  ) {
    const address = new URL(challenge.redirectUri);
    address.search = answer.toString();
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: challenge.verifier,
      expectedNonce: challenge.nonce,
      expectedState: challenge.state,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (idToken === undefined) throw new Error('no ID token');
    const offMs = now() - idToken.iat * 1000;
    if (Math.abs(offMs) > oldestMs) {
      throw new AppError('oidc.clock', { minutes: Math.round(Math.abs(offMs) / 60_000) });
    }
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return idToken;
    const info = await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub);
    // What is signed comes before what is not.
    return { ...info, ...idToken };
  }

  const lookForIt = () => {
    if (isStopped || known !== null) return;
    // Why it was not found stands in the log; whoever signs in meanwhile has it looked for at once.
    lookUp().catch(() => setTimeout(lookForIt, retryMs).unref());
  };
  lookForIt();

  return {
    // As an address is written in full, so that a slash more or less in the settings makes nobody another.
    issuer: new URL(issuer).href,

    async begin(redirectUri) {
      // Asked each time: better a word on our page than one of the browser's on theirs, when it is down.
      const configuration = configure(await lookUp());
      const verifier = client.randomPKCECodeVerifier();
      const challenge = { state: client.randomState(), nonce: client.randomNonce(), verifier, redirectUri };
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes.join(' '),
        state: challenge.state,
        nonce: challenge.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, challenge };
    },

    async finish(challenge, answer) {
      try {
        const claims: Claims = await readClaims(configure(known ?? (await lookUp())), challenge, answer);
        const text = (name: string) =>
          typeof claims[name] === 'string' ? cleanLine(claims[name]).slice(0, 200).toWellFormed() : '';
        const subject = String(claims.sub);
        const label = text('email') || text('preferred_username') || text('name') || subject;
        const marks = [claims.amr, claims.acr].flat();
        return {
          subject,
          label,
          name: text('name') || label,
          claims,
          isStrong: marks.some((mark) => typeof mark === 'string' && strongMarks.includes(mark)),
        };
      } catch (error) {
        log.warn({ err: error, issuer }, 'a sign-in by OpenID Connect was refused');
        throw toProviderError(error);
      }
    },

    buildSignOutAddress(returnTo) {
      const endpoint = known?.end_session_endpoint;
      if (endpoint === undefined) return null;
      const address = new URL(endpoint);
      address.searchParams.set('client_id', clientId);
      address.searchParams.set('post_logout_redirect_uri', returnTo);
      return address.href;
    },

    stop() {
      isStopped = true;
    },
  };
}
