import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { decodeToken, signToken, type TokenParts } from './tokens.ts';

export const clientId = 'zvit';
export const clientSecret = 'a secret of the two alone';

export type OidcPerson = Record<string, unknown>;

/** A real OpenID Connect provider on this machine, which can be told to lie. */
export type TestProvider = {
  issuer: string;
  /** Who can sign in there: claims by account. The login page takes the account's name and any password. */
  people: Map<string, OidcPerson>;
  /** What becomes of each ID token before it leaves; null leaves them as they are. */
  twist: ((token: TokenParts) => TokenParts) | null;
  /** With another key than the one it publishes. */
  hasOtherKey: boolean;
  /** The product is known only when it runs. */
  register(productUrl: string): void;
  /** Answers nothing any more, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
};

const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** Listens before any product does: the product needs its address, and it the product's. */
export async function startOidcProvider(): Promise<TestProvider> {
  let handle: RequestListener = (_request, response) => response.writeHead(503).end();
  let server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const key = makeKey();
  const otherKey = makeKey();
  const down = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  const test: TestProvider = {
    issuer,
    people: new Map(),
    twist: null,
    hasOtherKey: false,
    register(productUrl) {
      const provider = buildProvider(issuer, productUrl, key, test.people);
      // The provider has checked everything and answered: here its word is twisted.
      provider.use(async (context, next) => {
        await next();
        const body = context.body as { id_token?: string } | undefined;
        if (context.path !== '/token' || typeof body?.id_token !== 'string') return;
        if (test.twist === null && !test.hasOtherKey) return;
        const token = decodeToken(body.id_token);
        const signed = signToken(test.twist?.(token) ?? token, test.hasOtherKey ? otherKey : key);
        context.body = { ...body, id_token: signed };
      });
      handle = provider.callback();
    },
    down,
    async up() {
      server = createServer((request, response) => handle(request, response));
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async stop() {
      if (server.listening) await down();
    },
  };
  return test;
}

function buildProvider(
  issuer: string,
  productUrl: string,
  key: KeyObject,
  people: ReadonlyMap<string, OidcPerson>,
): Provider {
  const jwk = { ...key.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'k1' };
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${productUrl}/api/oidc/callback`],
        post_logout_redirect_uris: [`${productUrl}/sign-in`],
      },
    ],
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['of a test'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 3_600 },
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups', 'realm_access'],
      email: ['email'],
    },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person === undefined ? undefined : { accountId: sub, claims: async () => ({ ...person, sub }) };
    },
    // Whoever signs in has agreed: an office asks nobody.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
}
