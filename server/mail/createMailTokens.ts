import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SecretBox } from '#server/accounts/secretBox.ts';
import type { StoredMailAddress } from '#server/storage/MailStore.ts';
import { UserId } from '#shared/model/ids.ts';

/** What stands in the links of a mail: who it is for, and a proof that this server wrote it. Nothing is stored. */
export type MailTokens = {
  make(purpose: MailPurpose, address: Named): string;
  /** Whose it says it is; null for what is no token. To be held against what is stored: {@link MailTokens.fits}. */
  readUser(token: string): UserId | null;
  /** Whether it was made for this purpose and this address; of a confirmation, for this giving of it. */
  fits(token: string, purpose: MailPurpose, address: Named): boolean;
};

export type MailPurpose = 'confirm' | 'stop';
type Named = Pick<StoredMailAddress, 'userId' | 'address' | 'askedAt'>;

export function createMailTokens(box: Pick<SecretBox, 'deriveKey'>): MailTokens {
  const key = box.deriveKey('mail-links');
  const make = (purpose: MailPurpose, { userId, address, askedAt }: Named) => {
    const parts = [purpose, userId, address, ...(purpose === 'confirm' ? [askedAt] : [])];
    const proof = createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
    return `${userId}.${proof}`;
  };
  return {
    make,
    readUser: (token) => UserId.safeParse(token.split('.', 1)[0]).data ?? null,
    fits(token, purpose, address) {
      const given = Buffer.from(token);
      const right = Buffer.from(make(purpose, address));
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
