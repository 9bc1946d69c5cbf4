import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const periodMs = 30_000;
/** A phone's clock may be one code off, as RFC 6238 advises. */
const toleratedSteps = 1;
/** Within two hours a code is recognised, so that a wrong clock can be named; it opens nothing. */
const recognisedSteps = (2 * 3_600_000) / periodMs;
const recoveryCodeCount = 10;

/** 160 random bits in base 32, as RFC 4226 asks and phones take. */
export function createFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says: `otpauth://totp/…`. */
export function buildFactorAddress(secret: string, login: string): string {
  return buildTotp(secret, login).toString();
}

export type CodeVerdict =
  | { kind: 'right'; step: number }
  /** Of another moment: by so many minutes the phone is ahead; behind, when negative. */
  | { kind: 'clock'; minutes: number }
  | { kind: 'wrong' };

/** RFC 6238 with SHA-1, six digits, 30 seconds: what every phone's app counts. Compared in constant time. */
export function checkFactorCode(secret: string, code: string, now: number): CodeVerdict {
  const totp = buildTotp(secret, '');
  const current = Math.floor(now / periodMs);
  let found: number | null = null;
  // The nearest of several that are alike stands, so it comes last.
  for (let distance = recognisedSteps; distance >= 0; distance--) {
    for (const offset of new Set([distance, -distance])) {
      const expected = Buffer.from(totp.generate({ timestamp: (current + offset) * periodMs }));
      if (code.length === expected.length && timingSafeEqual(expected, Buffer.from(code))) found = offset;
    }
  }
  if (found === null) return { kind: 'wrong' };
  if (Math.abs(found) <= toleratedSteps) return { kind: 'right', step: current + found };
  return { kind: 'clock', minutes: Math.round((found * periodMs) / 60_000) };
}

/** Ten codes of 80 random bits, `abcd-efgh-ijkl-mnop`: each lets its person in once, without the phone. */
export function createRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase();
    return text.match(/.{4}/g)?.join('-') ?? text;
  });
}

/** Letters and digits alone count, whatever a person has put between them. */
export function normaliseCode(code: string): string {
  return code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function buildTotp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Zvit', label, secret, algorithm: 'SHA1', digits: 6, period: periodMs / 1000 });
}
