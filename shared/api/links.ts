import { z } from 'zod';
import { LinkPurpose } from '../model/user.ts';
import { newPassword, UserCreateRequest, UserInfo } from './contract.ts';

/** Of one-time links: an administrator makes one, the person sets their own password by it, once. */

const days = z.int().min(1).max(30).default(7);

export const LinkRequest = z.object({ days });
export type LinkRequest = z.input<typeof LinkRequest>;

/** An account without a password, and the link by which its person sets one. */
export const InvitationRequest = UserCreateRequest.omit({ password: true }).extend({ days });
export type InvitationRequest = z.input<typeof InvitationRequest>;

/** The only time the secret is shown: only its hash is kept. The page's address carries it after `#`. */
export const LinkAnswer = z.object({ secret: z.string(), user: UserInfo });
export type LinkAnswer = z.infer<typeof LinkAnswer>;

/** In the body and not in the address, so that no log and no history of a proxy has it. */
const secret = z.string().min(1).max(200);

export const LinkInspectRequest = z.object({ secret });
export type LinkInspectRequest = z.infer<typeof LinkInspectRequest>;

export const LinkInspectAnswer = z.object({
  purpose: LinkPurpose,
  name: z.string(),
  login: z.string(),
  expiresAt: z.iso.datetime(),
});
export type LinkInspectAnswer = z.infer<typeof LinkInspectAnswer>;

export const LinkAcceptRequest = z.object({ secret, password: newPassword });
export type LinkAcceptRequest = z.infer<typeof LinkAcceptRequest>;
