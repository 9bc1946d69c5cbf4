import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password typed on two keyboards may arrive as different code points (й as one or as two). */
const normalise = (password: string) => password.normalize('NFKC');

/** argon2id, PHC string. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), cost);
}

/** A hash that no password has: of an account nobody signs in to by password. */
export async function createUnusablePasswordHash(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'));
}

let decoy: Promise<string> | null = null;

/** Does the same work when there is no such account (`null`), so that an answer's time tells nothing. */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= createUnusablePasswordHash();
  const isRight = await verify(passwordHash ?? (await decoy), normalise(password));
  return passwordHash !== null && isRight;
}
