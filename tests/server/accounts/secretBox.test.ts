import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareSecretBox } from '#server/accounts/prepareSecretBox.ts';
import { createSecretBox, isSealed } from '#server/accounts/secretBox.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { runTool } from '#tests/support/runTool.ts';

const key = Buffer.alloc(32, 1);
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const olena = buildStoredUser('olena');
const context = `second-factor/${olena.id}`;

describe('a box for secrets', () => {
  test('ACC-124 opens by its own key, for whom it was sealed, and only unchanged', () => {
    const box = createSecretBox(key);
    const sealed = box.seal(secret, context);
    expect(sealed).not.toContain(secret);
    expect(box.seal(secret, context)).not.toBe(sealed);
    expect(box.tryOpen(sealed, context)).toBe(secret);
    expect(box.tryOpen(sealed, 'second-factor/taras')).toBeNull();
    expect(createSecretBox(Buffer.alloc(32, 2)).tryOpen(sealed, context)).toBeNull();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (const at of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(box.tryOpen(`v1.${changed.toString('base64url')}`, context), `byte ${at}`).toBeNull();
    }
    for (const other of ['', 'v1.', 'v1.AAAA', secret]) expect(box.tryOpen(other, context)).toBeNull();
  });
});

describe('the key', () => {
  let dir: TempDir;
  let storage: Storage;
  let file: string;
  let logged = '';
  const log = createLogger(
    'warn',
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk);
        done();
      },
    }),
  );
  const prepare = (given: Uint8Array | null = null) => prepareSecretBox({ key: given, file, storage, log });
  const readStored = async () => (await storage.secondFactors.find(olena.id))?.secret ?? '';

  beforeEach(async () => {
    dir = await createTempDir();
    file = join(dir.path, 'secret.key');
    storage = await openStorage({ databaseUrl: null, file: join(dir.path, 'zvit.sqlite') });
    await storage.users.create(olena);
    logged = '';
  });
  afterEach(async () => {
    await storage.close();
    await dir.remove();
  });

  test('ACC-124 it is made once, for the server’s own account, and plain secrets are sealed by it', async () => {
    await storage.secondFactors.propose(olena.id, secret, 1);
    const box = await prepare();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const made = await readFile(file, 'utf8');
    expect(isSealed(await readStored())).toBe(true);
    expect(box.tryOpen(await readStored(), context)).toBe(secret);
    const again = await prepare();
    expect(await readFile(file, 'utf8')).toBe(made);
    expect(again.tryOpen(await readStored(), context)).toBe(secret);
    expect(logged).toBe('');
    await chmod(file, 0o644);
    await prepare();
    expect(logged).toContain('chmod 600');
  });

  test('ACC-125 another key, a lost one and one that is none are told, and nothing is touched', async () => {
    await storage.secondFactors.propose(olena.id, secret, 1);
    await prepare();
    const stored = await readStored();
    const made = await readFile(file, 'utf8');
    await expect(prepare(key)).rejects.toMatchObject({
      code: 'secret.wrong-key',
      parameters: { file: 'SECRET_KEY' },
    });
    await writeFile(file, `${key.toString('base64')}\n`);
    await expect(prepare()).rejects.toMatchObject({ code: 'secret.wrong-key', parameters: { file } });
    await writeFile(file, 'не ключ');
    await expect(prepare()).rejects.toMatchObject({ code: 'secret.key-unreadable' });
    await rm(file);
    await expect(prepare()).rejects.toMatchObject({ code: 'secret.key-missing', parameters: { file } });
    expect(await readStored()).toBe(stored);
    await writeFile(file, made);
    expect((await prepare()).tryOpen(stored, context)).toBe(secret);
  });

  test('ACC-125 who has lost it takes the second factors off, and the server makes another', async () => {
    await storage.secondFactors.propose(olena.id, secret, 1);
    await prepare();
    await rm(file);
    await storage.close();
    const done = await runTool('resetFactors', [], { DATA_DIR: dir.path });
    storage = await openStorage({ databaseUrl: null, file: join(dir.path, 'zvit.sqlite') });
    expect(done).toMatchObject({ exitCode: 0, output: expect.stringContaining('taken off: 1') });
    expect(await storage.secondFactors.listSecrets()).toEqual([]);
    await prepare();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});
