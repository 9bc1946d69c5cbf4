import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { zipPackage } from '#server/finalising/packVersion.ts';
import { verifyPackage } from '#server/finalising/verifyPackage.ts';
import { Manifest } from '#shared/finalising/manifest.ts';
import { RowId } from '#shared/model/ids.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { addExpenditure, saved } from '#tests/server/submission/SubmissionTown.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { runTool } from '#tests/support/runTool.ts';
import { startTestServer } from '#tests/support/startTestServer.ts';
import { FinalTown } from './FinalTown.ts';

let here: FinalTown;
beforeEach(async () => {
  here = await FinalTown.start();
});
afterEach(() => here.stop());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('FIN-7 sheets that are not accepted, or have changed since, are listed and refuse it', async () => {
  expect(await here.read()).toMatchObject({ status: 'open', sheetCount: 1, sheets: [], versions: [] });
  const coordinator = await here.town.open('coordinator');
  setCell(coordinator.doc, RowId.parse('r1'), 'note', 'після прийняття');
  await saved(coordinator);
  const { organisationId } = here.town.town;
  expect((await here.read()).sheets).toEqual([{ organisationId, status: 'accepted', isChanged: true }]);
  const refused = await here.post('coordinator', '/finalising', { personalData: 'accepted' });
  expect([refused.status, refused.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'finalising.sheets', parameters: { count: 1 } }),
  ]);
  await here.town.step('coordinator', '/return', { note: 'Виправте' });
  expect((await here.read()).sheets).toEqual([{ organisationId, status: 'returned', isChanged: false }]);
  expect(await here.read()).toMatchObject({ status: 'open', versions: [] });
  const readiness = await here.get('coordinator', '/finalising/readiness');
  expect(readiness.json()).toEqual({ texts: [], footing: [], personalData: 0 });
});

test('FIN-8 FIN-10 FIN-11 every file is made once, from one moment, and can be had for ever with what it was made from', async () => {
  const state = await here.town.state();
  const answer = await here.finalise({ note: 'Річний звіт', personalData: 'accepted' });
  expect(answer).toMatchObject({
    status: 'finalised',
    versions: [{ version: 1, note: 'Річний звіт', reopened: null }],
  });
  const [version] = answer.versions;
  expect(version?.files).toHaveLength(13);
  const base = here.path('/versions/1');
  const manifestBytes = await here.download('viewer', `${base}/files/manifest.json`);
  expect(sha256(manifestBytes)).toBe(version?.manifestSha256);
  const manifest = Manifest.parse(JSON.parse(new TextDecoder().decode(manifestBytes)));
  expect(manifest).toMatchObject({
    report: { id: here.reportId, year: 2021 },
    finalisedBy: { name: 'coordinator' },
    note: 'Річний звіт',
    previous: null,
    totals: { plannedMinor: '4768000', actualMinor: '4768000', expenditures: 2 },
    sheets: [{ contentHash: state.acceptance?.contentHash, acceptedBy: { name: 'coordinator' } }],
  });
  const heads = await here.town.server.storage.journal.listHeads(here.reportId);
  expect(manifest.documents).toEqual(
    [...heads].map(([name, { sequence, hash }]) => ({
      name,
      sequence,
      chainHash: Buffer.from(hash).toString('hex'),
    })),
  );
  for (const file of manifest.files) {
    const bytes = await here.download('viewer', `${base}/files/${encodeURIComponent(file.name)}`);
    expect([file.name, bytes.byteLength, sha256(bytes)]).toEqual([file.name, file.size, file.sha256]);
  }
  const unknown = await here.get('viewer', '/versions/2/files/manifest.json');
  expect(unknown.json()).toMatchObject({ code: 'finalising.version-unknown' });
  expect((await here.get('viewer', '/versions/1/files/..%2F..%2Fx')).json()).toMatchObject({
    code: 'finalising.version-unknown',
  });
});

test('FIN-12 reopening needs a reason and leaves the version; finalising again makes the next, which names it', async () => {
  const first = await here.finalise();
  const before = await here.download('viewer', here.path('/versions/1/package.zip'));
  const again = await here.post('coordinator', '/finalising', {});
  expect(again.json()).toMatchObject({ code: 'access.finalised' });
  for (const body of [{}, { reason: '   ' }]) {
    const refused = await here.post('coordinator', '/reopening', body);
    expect(refused.json()).toMatchObject({ code: 'request.invalid' });
  }
  expect((await here.read()).status).toBe('finalised');
  const reopened = await here.post('coordinator', '/reopening', { reason: 'Помилка в сумі' });
  expect(reopened.json()).toMatchObject({
    status: 'open',
    versions: [{ version: 1, reopened: { reason: 'Помилка в сумі', author: { name: 'coordinator' } } }],
  });
  expect((await here.post('coordinator', '/reopening', { reason: 'ще' })).json()).toMatchObject({
    code: 'finalising.open',
  });
  const coordinator = await here.town.open('coordinator');
  addExpenditure(coordinator, 'r3', { plannedMinor: 5, actualMinor: 5 });
  await saved(coordinator);
  await here.accept();
  const second = await here.finalise();
  expect(second.versions.map(({ version }) => version)).toEqual([2, 1]);
  const manifest = await here.download('viewer', here.path('/versions/2/files/manifest.json'));
  expect(JSON.parse(new TextDecoder().decode(manifest))).toMatchObject({
    version: 2,
    previous: { version: 1, sha256: first.versions[0]?.manifestSha256 },
    totals: { actualMinor: '4768005', expenditures: 3 },
  });
  expect(await here.download('viewer', here.path('/versions/1/package.zip'))).toEqual(before);
});

test('FIN-9 of two coordinators at once one closes it', async () => {
  const [one, two] = await Promise.all([
    here.post('coordinator', '/finalising', { personalData: 'accepted' }),
    here.post('coordinator', '/finalising', { personalData: 'accepted' }),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  const refused = one.status === 409 ? one : two;
  expect(refused.json()).toMatchObject({ code: 'finalising.busy' });
});

test('FIN-9 whoever asked and has gone leaves the report open, and the next one is let in', async () => {
  const { url } = here.town.server;
  const stop = new AbortController();
  const response = await fetch(`${url}${here.path('/finalising')}`, {
    method: 'POST',
    signal: stop.signal,
    headers: {
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
      origin: url,
      cookie: here.town.person('coordinator').cookie ?? '',
    },
    body: JSON.stringify({ personalData: 'accepted' }),
  });
  const line = new TextDecoder().decode((await response.body?.getReader().read())?.value);
  expect(JSON.parse(line.split('\n')[0] ?? '')).toMatchObject({ type: 'progress', done: 0, total: 12 });
  stop.abort();
  // When the work was given up, the next one is let in.
  await vi.waitFor(
    async () => {
      const next = await here.post('coordinator', '/finalising', { personalData: 'accepted' });
      expect(next.status).toBe(200);
    },
    { timeout: 60_000, interval: 2_000 },
  );
  expect((await here.read()).versions).toHaveLength(1);
});

describe('npm run verify', () => {
  async function unpack(): Promise<Map<string, Uint8Array>> {
    const archive = await here.download('viewer', here.path('/versions/1/package.zip'));
    return new Map(Object.entries(unzipSync(archive)));
  }

  test('FIN-20 FIN-21 FIN-22 a package is whole by itself; a flip of any byte, a file more or less, is found and named', async () => {
    await here.finalise();
    const files = await unpack();
    expect(verifyPackage(files)).toMatchObject({ fileCount: 13, signatureCount: 0, problems: [] });
    for (const [name, content] of files) {
      const places = new Set([0, content.length >> 1, content.length - 1]);
      for (const place of places) {
        const changed = content.slice();
        changed[place] = (changed[place] ?? 0) ^ 1;
        const { problems } = verifyPackage(new Map(files).set(name, changed));
        const about = name.replace('.sha256', '.json');
        expect([name, place, problems.some(({ file }) => file === about)]).toEqual([name, place, true]);
      }
      const fewer = new Map(files);
      fewer.delete(name);
      expect(verifyPackage(fewer).problems).toContainEqual({ file: name, problem: 'missing' });
    }
    expect(verifyPackage(new Map(files).set('Зайве.txt', new Uint8Array())).problems).toEqual([
      { file: 'Зайве.txt', problem: 'surplus' },
    ]);
    expect(verifyPackage(new Map()).problems.map(({ file }) => file)).toEqual([
      'manifest.json',
      'signatures.json',
    ]);
  });

  test('FIN-21 rows that were changed together with every hash still do not come to the totals', async () => {
    await here.finalise();
    const files = await unpack();
    const manifest = Manifest.parse(JSON.parse(new TextDecoder().decode(files.get('manifest.json'))));
    const [sheet] = manifest.sheets;
    const name = sheet?.file ?? '';
    const text = new TextDecoder()
      .decode(files.get(name))
      .replace('"actualMinor":10000', '"actualMinor":10001');
    const bytes = new TextEncoder().encode(text);
    const forged = {
      ...manifest,
      sheets: [{ ...sheet, contentHash: sha256(bytes) }],
      files: manifest.files.map((file) =>
        file.name === name ? { ...file, size: bytes.byteLength, sha256: sha256(bytes) } : file,
      ),
    };
    const list = new TextEncoder().encode(JSON.stringify(forged));
    files.set(name, bytes).set('manifest.json', list);
    files.set('manifest.sha256', new TextEncoder().encode(`${sha256(list)}  manifest.json\n`));
    expect(verifyPackage(files).problems).toEqual([
      { file: 'sheets/', problem: 'totals-differ' },
      { file: 'signatures.json', problem: 'other-version' },
    ]);
  });

  test('FIN-20 the command line checks a folder and an archive, and ends with 0 or 1', async () => {
    await here.finalise();
    const archive = await here.download('viewer', here.path('/versions/1/package.zip'));
    const files = await unpack();
    expect(zipPackage(files)).toEqual(archive);
    const dir = await createTempDir();
    const folder = dir.path;
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, 'пакет', name)), { recursive: true });
      await writeFile(join(folder, 'пакет', name), content);
    }
    await writeFile(join(folder, 'v1.zip'), archive);
    for (const path of [join(folder, 'пакет'), join(folder, 'v1.zip')]) {
      const whole = await runTool('verify', [path], {});
      expect([whole.exitCode, whole.output]).toEqual([0, expect.stringContaining('Пакет цілий: файлів 13')]);
    }
    // Not one byte of the archive goes by itself: neither of its files nor of what it says about them.
    for (const place of [5, 10, archive.length >> 1, archive.length - 30, archive.length - 3]) {
      const changed = archive.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await writeFile(join(folder, 'v1.zip'), changed);
      expect([place, (await runTool('verify', [join(folder, 'v1.zip')], {})).exitCode]).toEqual([place, 1]);
    }
    await writeFile(join(folder, 'пакет', 'Звіт_2021.md'), 'інше');
    const changed = await runTool('verify', [join(folder, 'пакет')], {});
    expect([changed.exitCode, changed.output]).toEqual([
      1,
      expect.stringContaining('Звіт_2021.md: вміст змінено'),
    ]);
    expect((await runTool('verify', [join(folder, 'немає')], {})).exitCode).toBe(1);
    expect((await runTool('verify', [], {})).exitCode).toBe(1);
    await dir.remove();
  });
});

test('JRN-53 a backup carries the versions: restored elsewhere, the package is the same and verifies', async () => {
  await here.finalise();
  const before = await here.download('viewer', here.path('/versions/1/package.zip'));
  const dir = await createTempDir();
  const copy = join(dir.path, 'copy.sqlite');
  const backup = await runTool('backup', [copy], { DATA_DIR: here.town.server.config.dataDir });
  expect(backup.exitCode, backup.output).toBe(0);
  const dataDir = join(dir.path, 'elsewhere');
  const restore = await runTool('restore', [copy], { DATA_DIR: dataDir });
  expect(restore.exitCode, restore.output).toBe(0);
  await here.town.server.halt();
  const elsewhere = await startTestServer({ dataDir });
  const response = await fetch(`${elsewhere.url}${here.path('/versions/1/package.zip')}`, {
    headers: { cookie: here.town.person('viewer').cookie ?? '' },
  });
  expect(response.status).toBe(200);
  const archive = new Uint8Array(await response.arrayBuffer());
  expect(archive).toEqual(before);
  await writeFile(join(dir.path, 'v1.zip'), archive);
  const verified = await runTool('verify', [join(dir.path, 'v1.zip')], {});
  expect([verified.exitCode, verified.output]).toEqual([0, expect.stringContaining('Пакет цілий')]);
  await elsewhere.stop();
  await dir.remove();
});
