import { describe, expect, test } from 'vitest';
import { reduceAddress } from '#server/accounts/attemptLimiter.ts';
import { createUnusablePasswordHash, hashPassword, isPasswordRight } from '#server/accounts/passwords.ts';
import { createApiToken, createSecret, hashSecret } from '#server/accounts/secrets.ts';
import { buildSessionCookie, tryParseSessionCookie } from '#server/accounts/sessionCookie.ts';

describe('passwords', () => {
  test('ACC-43 are kept as argon2id, each with a salt of its own', async () => {
    const [one, two] = await Promise.all([
      hashPassword('однаковий пароль'),
      hashPassword('однаковий пароль'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPasswordRight(one, 'однаковий пароль')).toBe(true);
    expect(await isPasswordRight(one, 'однаковий паролЬ')).toBe(false);
  });

  test('ACC-41 are right however the keyboard composes a letter', async () => {
    const composed = 'мій пароль'.normalize('NFC');
    const decomposed = 'мій пароль'.normalize('NFD');
    expect(composed).not.toBe(decomposed);
    expect(await isPasswordRight(await hashPassword(composed), decomposed)).toBe(true);
  });

  test('ACC-41 without an account the same work is done and nothing is right', async () => {
    expect(await isPasswordRight(null, 'будь-що')).toBe(false);
    expect(await isPasswordRight(null, '')).toBe(false);
    expect(await createUnusablePasswordHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('secrets', () => {
  test('ACC-43 are long, all different, and looked up by a hash', () => {
    const secrets = Array.from({ length: 200 }, createSecret);
    const tokens = Array.from({ length: 200 }, createApiToken);
    expect(new Set([...secrets, ...tokens]).size).toBe(400);
    expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
    expect(tokens.every((token) => /^zvit_[0-9A-Za-z]{43}$/.test(token))).toBe(true);
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the session cookie', () => {
  const secret = 'A'.repeat(43);
  const other = 'B'.repeat(43);

  test('ACC-46 is found among others, the prefixed one first', () => {
    expect(tryParseSessionCookie(`a=1; zvit_session=${secret}; b=2`, false)).toBe(secret);
    expect(tryParseSessionCookie(`zvit_session=${other}; __Host-zvit_session=${secret}`, false)).toBe(secret);
    expect(tryParseSessionCookie(`zvit_session=${secret}; zvit_session=${other}`, false)).toBe(secret);
    expect(tryParseSessionCookie(`zvit_session=${secret}`, true)).toBeNull();
    expect(tryParseSessionCookie(`xzvit_session=${secret}`, false)).toBeNull();
    expect(tryParseSessionCookie(null, false)).toBeNull();
    expect(tryParseSessionCookie(`zvit_session=${secret}x`, false)).toBeNull();
  });

  test('ACC-46 is removed by an empty one of age 0', () => {
    expect(buildSessionCookie('', 0, true)).toBe(
      '__Host-zvit_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    );
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('ACC-42 attempts from %s count as %s', (address, key) => expect(reduceAddress(address)).toBe(key));
