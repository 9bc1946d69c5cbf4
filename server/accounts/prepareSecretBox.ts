import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { factorContext } from './factorContext.ts';
import { createSecretBox, isSealed, type SecretBox } from './secretBox.ts';

const keyBytes = 32;

type Options = {
  /** From the settings; null takes the file. */
  key: Uint8Array | null;
  /** Beside the database; made when there is none, and nothing yet that an earlier one has sealed. */
  file: string;
  storage: Pick<Storage, 'secondFactors'>;
  log: Logger;
};

/**
 * The box for secrets at rest, with the right key: whatever is sealed opens by it. Secrets of an earlier
 * version, which kept them as they are, are sealed now. AppError `secret.key-missing`, `secret.key-unreadable`,
 * `secret.wrong-key`: nothing is changed then.
 */
export async function prepareSecretBox({ key, file, storage, log }: Options): Promise<SecretBox> {
  const stored = await storage.secondFactors.listSecrets();
  const sealed = stored.filter(({ secret }) => isSealed(secret));
  const where = key === null ? file : 'SECRET_KEY';
  const box = createSecretBox(key ?? (await readKeyFile(file, log)) ?? (await makeKey(file, sealed.length)));
  for (const { userId, secret } of sealed) {
    if (box.tryOpen(secret, factorContext(userId)) === null)
      throw new AppError('secret.wrong-key', { file: where });
  }
  for (const { userId, secret } of stored) {
    if (isSealed(secret)) continue;
    await storage.secondFactors.replaceSecret(userId, secret, box.seal(secret, factorContext(userId)));
  }
  return box;
}

/** Null when there is no such file. */
async function readKeyFile(file: string, log: Logger): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    if (((await stat(file)).mode & 0o077) !== 0)
      log.warn({ file }, 'others can read the key file: chmod 600');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new AppError('secret.key-unreadable', { file }, { cause: error });
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new AppError('secret.key-unreadable', { file });
  return key;
}

/** On the disk before anything is sealed by it: a key that is lost with the power loses every secret. */
async function makeKey(file: string, sealedCount: number): Promise<Uint8Array> {
  if (sealedCount > 0) throw new AppError('secret.key-missing', { file });
  const key = randomBytes(keyBytes);
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`${key.toString('base64')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new AppError('secret.key-unreadable', { file }, { cause: error });
  }
  return key;
}
