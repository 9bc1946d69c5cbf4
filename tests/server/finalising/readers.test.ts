import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '#server/accounts/secrets.ts';
import { guessesPerAddress } from '#server/finalising/createReaderLinks.ts';
import { verifyPackage } from '#server/finalising/verifyPackage.ts';
import { FinalisingAnswer, ReaderLinkAnswer } from '#shared/api/finalising.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { saved } from '#tests/server/submission/SubmissionTown.ts';
import { FinalTown } from './FinalTown.ts';

let here: FinalTown;
beforeEach(async () => {
  here = await FinalTown.start();
  await here.finalise();
});
afterEach(() => here.stop());

async function make(parts: string[]): Promise<ReaderLinkAnswer> {
  const made = await here.post('coordinator', '/reader-links', { label: 'Міська рада', parts, days: 30 });
  expect(made.status).toBe(201);
  return ReaderLinkAnswer.parse(made.json());
}
const visit = (path: string) => here.town.person('anonymous').get(path);

test('RDR-1 RDR-2 RDR-4 a link shows the stored version and what was chosen of it, to anybody, and runs nothing', async () => {
  const { secret, link } = await make(['html', 'pdf']);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const stored = await here.town.server.storage.readerLinks.list(here.reportId);
  expect(JSON.stringify(stored)).not.toContain(secret);
  const cover = await visit(`/r/${secret}`);
  expect(cover.status).toBe(200);
  expect(cover.text).toContain('версія 1');
  expect(cover.text).not.toContain('.docx');
  const page = await visit(`/r/${secret}/report`);
  const base = here.path('/versions/1/files/');
  const file = await here.download('viewer', `${base}${encodeURIComponent('Звіт_2021.html')}`);
  expect(page.bytes).toEqual(file);
  const pdf = await visit(`/r/${secret}/files/${encodeURIComponent('Звіт_2021.pdf')}`);
  expect(pdf.bytes).toEqual(await here.download('viewer', `${base}${encodeURIComponent('Звіт_2021.pdf')}`));
  for (const { headers } of [cover, page, pdf]) {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  }
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page.text) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);

  // Opened again and changed: readers see what was made, and nothing of what stands.
  await here.post('coordinator', '/reopening', { reason: 'Правка' });
  const coordinator = await here.town.open('coordinator');
  setCell(coordinator.doc, RowId.parse('r1'), 'measure', 'Таємна чернетка');
  await saved(coordinator);
  expect((await visit(`/r/${secret}/report`)).bytes).toEqual(file);
  await here.accept();
  await here.finalise();
  expect((await visit(`/r/${secret}`)).text).toContain('версія 2');
  expect((await visit(`/r/${secret}/report`)).text).toContain('Таємна чернетка');
  const listed = await here.get('coordinator', '/reader-links');
  expect(listed.json()).toMatchObject({ links: [{ id: link.id, opens: 2, label: 'Міська рада' }] });
});

test('RDR-5 of the page a link shows the chosen pieces alone, and gives no file with the others', async () => {
  const { secret } = await make(['totals', 'csv']);
  const cover = await visit(`/r/${secret}`);
  expect(cover.text).toContain('Читати звіт');
  const page = await visit(`/r/${secret}/report`);
  expect(page.text).toContain('id="totals"');
  expect(page.text).not.toMatch(/id="(?:grand|activities|expenditures)"|Захід r[12]/);
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page.text) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  expect((await visit(`/r/${secret}/files/${encodeURIComponent('Звіт_2021.html')}`)).status).toBe(404);
  const alone = await make(['text']);
  expect((await visit(`/r/${alone.secret}`)).text).toContain('id="grand"');
});

test('RDR-3 a guess, a part that was not chosen, a withdrawn and an expired link are answered alike', async () => {
  const { secret, link } = await make(['pdf']);
  const short = await make(['html']);
  const { storage } = here.town.server;
  const guess = await visit('/r/not-a-link-at-all');
  expect(guess.status).toBe(404);
  const alike = async (path: string) => {
    const answer = await visit(path);
    expect([path, answer.status, answer.text]).toEqual([path, 404, guess.text]);
    for (const name of ['content-security-policy', 'cache-control', 'x-robots-tag']) {
      expect(answer.headers.get(name)).toBe(guess.headers.get(name));
    }
  };
  await alike(`/r/${secret}/report`);
  await alike(`/r/${secret}/files/${encodeURIComponent('Звіт_2021.docx')}`);
  await alike(`/r/${secret}/files/manifest.json`);
  expect((await visit(`/r/${secret}`)).status).toBe(200);
  await here.town.person('coordinator').request('DELETE', here.path(`/reader-links/${link.id}`));
  await alike(`/r/${secret}`);
  await alike(`/r/${secret}/files/${encodeURIComponent('Звіт_2021.pdf')}`);
  const ended = { ...short.link, id: 'ended', secretHash: hashSecret('ended'), expiresAt: Date.now() - 1 };
  await storage.readerLinks.create({
    ...ended,
    reportId: here.reportId,
    createdBy: UserId.parse('u1'),
    createdAt: 1,
    withdrawnAt: null,
    lastOpenedAt: null,
  });
  await alike('/r/ended');
  const again = await here.town
    .person('coordinator')
    .request('DELETE', here.path(`/reader-links/${link.id}`));
  expect(again.json()).toMatchObject({ code: 'reader-link.unknown' });
  expect((await visit(`/r/${short.secret}`)).status).toBe(200);
  for (let count = 0; count < guessesPerAddress; count += 1) await alike(`/r/guess-${count}`);
  // Even a good one, for a while: nobody is told which of the guesses was right.
  await alike(`/r/${short.secret}`);
});

describe('FIN-30 signatures', () => {
  const cms = Buffer.concat([
    Buffer.from([0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0x05, 0x00]),
  ]);

  async function attach(content: Uint8Array, name: string, manifestSha256: string) {
    const base64 = Buffer.from(content).toString('base64');
    return here.post('coordinator', '/versions/1/signatures', { name, manifestSha256, base64 });
  }

  test('a plausible file is attached, is in the package, and is withdrawn; anything else is refused', async () => {
    const [version] = (await here.read()).versions;
    const hash = version?.manifestSha256 ?? '';
    const manifest = await here.download('viewer', here.path('/versions/1/files/manifest.json'));
    const seal = (content: Uint8Array) =>
      zipSync({
        mimetype: Buffer.from('application/vnd.etsi.asic-e+zip'),
        'manifest.json': content,
        'META-INF/signature001.p7s': cms,
      });
    const refused: [string, string, Uint8Array, string][] = [
      ['signature.not-one', 'a.p7s', Buffer.from('просто текст'), hash],
      ['signature.not-one', 'a.p7s', cms.subarray(0, -1), hash],
      ['signature.not-one', 'a.asice', zipSync({ 'a.txt': Buffer.from('x') }), hash],
      ['signature.not-one', 'a.asice', Buffer.from('PK\u0003\u0004 зламано'), hash],
      ['signature.other-version', 'a.p7s', cms, 'f'.repeat(64)],
      ['signature.other-version', 'a.asice', seal(Buffer.from('{}')), hash],
      ['request.invalid', 'a.exe', cms, hash],
      ['request.invalid', '../a.p7s', cms, hash],
      ['signature.too-large', 'a.p7s', Buffer.alloc(1_000_001, 0x30), hash],
    ];
    for (const [code, name, content, manifestSha256] of refused) {
      const answer = await attach(content, name, manifestSha256);
      expect([name, answer.json()]).toEqual([name, expect.objectContaining({ code })]);
    }
    const huge = await here.town.person('coordinator').request('POST', here.path('/versions/1/signatures'), {
      rawBody: `{"name":"a.p7s","manifestSha256":"${hash}","base64":"${'A'.repeat(100_000_000)}"}`,
    });
    expect(huge.json()).toMatchObject({ code: 'request.too-large' });
    expect((await here.read()).versions[0]?.signatures).toEqual([]);

    expect((await attach(cms, 'manifest.json.p7s', hash)).status).toBe(201);
    expect((await attach(cms, 'інша назва.p7s', hash)).json()).toMatchObject({ code: 'signature.twice' });
    const sealed = FinalisingAnswer.parse((await attach(seal(manifest), 'manifest.asice', hash)).json());
    const [first] = sealed.versions[0]?.signatures ?? [];
    expect(first).toMatchObject({
      name: 'manifest.json.p7s',
      author: { name: 'coordinator' },
      withdrawn: null,
    });
    const read = async () =>
      new Map(Object.entries(unzipSync(await here.download('viewer', here.path('/versions/1/package.zip')))));
    const files = await read();
    expect(verifyPackage(files)).toMatchObject({ signatureCount: 2, problems: [] });
    expect(files.get('signatures/1-manifest.json.p7s')).toEqual(new Uint8Array(cms));
    const path = here.path(`/versions/1/signatures/${first?.id}`);
    expect(await here.download('viewer', path)).toEqual(new Uint8Array(cms));
    const withdrawn = await here.town.person('coordinator').request('DELETE', path);
    expect(withdrawn.status).toBe(200);
    expect(verifyPackage(await read())).toMatchObject({ signatureCount: 1, problems: [] });
    expect((await here.read()).versions[0]?.signatures[0]?.withdrawn).toMatchObject({
      author: { name: 'coordinator' },
    });
    expect(await here.download('viewer', path)).toEqual(new Uint8Array(cms));
  });
});
