import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: the value of a session cookie, the secret of a one-time link. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `zvit_` and 43 letters of base 62: 256 random bits, with a prefix that secret scanners can know. */
export function createApiToken(): string {
  let number = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  for (let index = 0; index < 43; index++) {
    text = alphabet.charAt(Number(number % 62n)) + text;
    number /= 62n;
  }
  return `zvit_${text}`;
}

/**
 * SHA-256, hex: how secrets are kept and looked up. A fast hash is enough for 256 random bits, and a
 * look-up by hash tells nothing by its timing.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
