import { z } from 'zod';
import { FactorCode } from './secondFactor.ts';

/** Of signing in by an OpenID Connect provider. */

const anyOrigin = 'http://zvit.invalid';

/** A path of this site and of no other, however a browser reads it: it drops tabs, and takes `\\` for `/`. */
export const OwnPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[\x21-\x7E]*$/)
  .refine((path) => URL.parse(path, anyOrigin)?.origin === anyOrigin);

/** POST start: where the person wants to be when they are signed in. */
export const OidcStartRequest = z.object({ returnPath: OwnPath.default('/') });
export type OidcStartRequest = z.input<typeof OidcStartRequest>;

/** Where the browser goes now; a cookie has bound it to what it began. */
export const OidcStartAnswer = z.object({ address: z.url() });
export type OidcStartAnswer = z.infer<typeof OidcStartAnswer>;

/** POST outcome: what became of the sign-in that this browser has begun; told once, but for a code that is asked for. */
export const OidcOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('code'), returnPath: z.string() }),
  z.object({
    kind: z.literal('failed'),
    code: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type OidcOutcome = z.infer<typeof OidcOutcome>;

export const OidcCodeRequest = z.object({ code: FactorCode });
export type OidcCodeRequest = z.infer<typeof OidcCodeRequest>;

/** Who somebody is at the provider. */
export const Identity = z.object({
  label: z.string(),
  subject: z.string(),
  linkedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Identity = z.infer<typeof Identity>;

/** GET identity: my own ways of signing in. */
export const IdentityState = z.object({
  /** Null when the product knows no provider. */
  provider: z.object({ name: z.string() }).nullable(),
  identity: Identity.nullable(),
  hasPassword: z.boolean(),
});
export type IdentityState = z.infer<typeof IdentityState>;

/** Asked for by who has the password, and not by who found an open browser; empty when there is none. */
export const IdentityLinkRequest = z.object({ password: z.string().max(200) });
export type IdentityLinkRequest = z.infer<typeof IdentityLinkRequest>;

/** An administrator says who somebody is at the provider: its `sub`. */
export const IdentityPutRequest = z.object({ subject: z.string().trim().min(1).max(255) });
export type IdentityPutRequest = z.infer<typeof IdentityPutRequest>;

/** DELETE session: where the provider's own session can be ended; null when there is none. */
export const SignOutAnswer = z.object({ continueAt: z.url().nullable() });
export type SignOutAnswer = z.infer<typeof SignOutAnswer>;
