import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verifyWhole } from '#server/collaboration/history/verifyHistory.ts';
import { verifyPackage } from '#server/finalising/verifyPackage.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { FinaliseLine, FinalisingAnswer } from '#shared/api/finalising.ts';
import { SheetState } from '#shared/api/submission.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { FinalTown } from '#tests/server/finalising/FinalTown.ts';
import { saved } from '#tests/server/submission/SubmissionTown.ts';
import type { ApiClient } from '#tests/support/apiClient.ts';
import { ServerProcess } from '#tests/support/kill/ServerProcess.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';

let here: FinalTown;
let server: ServerProcess;
let coordinator: ApiClient;

beforeAll(async () => {
  here = await FinalTown.start();
  // From here on another process serves what it left.
  await here.town.server.halt();
  const settings = { DATA_DIR: here.town.server.config.dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
  server = new ServerProcess('server/main.ts', { ...settings, DEMO: '0' });
  await server.start();
});
afterAll(async () => {
  await server.kill();
  await here.stop();
});

function signedIn(): ApiClient {
  const url = `http://127.0.0.1:${server.port}`;
  return Object.assign(here.town.person('coordinator').copy(), { url });
}

/** The moments of a step, each told by what is seen of it from outside. */
type Moment = { title: string; reached(progress: Progress): Promise<void> };
type Progress = { done: number; isAnswered: boolean; total: number };

const whenDone = (part: (total: number) => number): Moment['reached'] => {
  return async (progress) => {
    while (progress.total === 0 || progress.done < part(progress.total)) await setImmediate();
  };
};

/** The next thing that is written to the database's log: in the middle of the commit, or just after it. */
async function isWritten(progress: Progress): Promise<void> {
  const log = join(here.town.server.config.dataDir, 'zvit.sqlite-wal');
  const read = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const before = read();
  const mark = statSync(log, { throwIfNoEntry: false })?.mtimeMs;
  while (!progress.isAnswered && read() === before && mark === statSync(log).mtimeMs) await setImmediate();
}

const answered: Moment['reached'] = async (progress) => {
  while (!progress.isAnswered) await setImmediate();
};

const moments: Moment[] = [
  { title: 'while files are made', reached: whenDone((total) => total >> 1) },
  { title: 'when all are made', reached: whenDone((total) => total) },
  {
    title: 'while it is stored',
    async reached(progress) {
      await whenDone((total) => total)(progress);
      await isWritten(progress);
    },
  },
  { title: 'when it was answered', reached: answered },
];

async function finalise(progress: Progress): Promise<void> {
  const { url, cookie } = coordinator;
  const response = await fetch(url + here.path('/finalising'), {
    method: 'POST',
    headers: {
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
      origin: url,
      cookie: cookie ?? '',
    },
    body: JSON.stringify({ personalData: 'accepted' }),
  });
  let text = '';
  for await (const bytes of response.body ?? []) {
    const lines = (text + new TextDecoder().decode(bytes)).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines.map((each) => FinaliseLine.parse(JSON.parse(each)))) {
      if (line.type === 'progress') Object.assign(progress, { done: line.done, total: line.total });
      else if (line.type === 'answer') progress.isAnswered = true;
      else throw new Error(JSON.stringify(line));
    }
  }
}

async function reopen(progress: Progress): Promise<void> {
  const response = await coordinator.post(here.path('/reopening'), { reason: 'ще раз' });
  expect(response.status, response.text).toBe(200);
  progress.isAnswered = true;
}

/** Kills the server at the moment, starts it again, and says whether the step had been answered. */
async function killAt(
  { title, reached }: Moment,
  step: (progress: Progress) => Promise<void>,
): Promise<boolean> {
  const progress: Progress = { done: 0, total: 0, isAnswered: false };
  let failure: unknown;
  const asked = step(progress).catch((error: unknown) => {
    failure = error;
  });
  const first = await Promise.race([reached(progress).then(() => 'reached'), asked.then(() => 'over')]);
  if (first === 'over' && !progress.isAnswered) throw new Error(`${title}: ${failure}`);
  await server.kill();
  await asked;
  const storage = openReadOnlyStorage({
    databaseUrl: null,
    file: join(here.town.server.config.dataDir, 'zvit.sqlite'),
  });
  const { problems } = await verifyWhole(storage, await storage.journal.listDocuments());
  await storage.close();
  expect(problems).toEqual([]);
  await server.start();
  return progress.isAnswered;
}

function openSheet(): SheetClient {
  const { reportId, organisationId } = here.town.sheet;
  return new SheetClient({
    url: coordinator.url.replace('http', 'ws'),
    cookie: coordinator.cookie,
    documentName: sheetName(reportId, organisationId),
    organisationId,
    origin: coordinator.url,
  });
}

async function read(): Promise<FinalisingAnswer> {
  return FinalisingAnswer.parse((await coordinator.get(here.path('/finalising'))).json());
}

/** Everything of an open report may be changed: a row, its structure; then its sheet is accepted again. */
async function changeAll(words: string): Promise<void> {
  const writer = openSheet();
  await vi.waitFor(() => expect(writer.isSaved).toBe(true));
  expect(writer.provider.authorizedScope).toBe('read-write');
  setCell(writer.doc, RowId.parse('r1'), 'note', words);
  await saved(writer);
  writer.stop();
  const change = { kind: 'direction.add', fields: { number: null, title: words, responsible: [] } };
  const numbered = { ...change, fields: { ...change.fields, number: 50 + words.length } };
  const changed = await coordinator.patch(here.path('/structure'), numbered);
  expect(changed.status, changed.text).toBe(200);
  const path = here.town.sheetPath('');
  const { sheets } = (await coordinator.get(here.path('/submissions'))).json() as { sheets: unknown[] };
  const { contentHash } = SheetState.parse(sheets[0]);
  const accepted = await coordinator.post(`${path}/accept`, { contentHash });
  expect(accepted.status, accepted.text).toBe(200);
}

/** Nothing of a closed report changes, and each of its versions is whole. */
async function holdClosed(versions: number): Promise<void> {
  const reader = openSheet();
  await vi.waitFor(() => expect(reader.provider.synced).toBe(true));
  expect(reader.provider.authorizedScope).toBe('readonly');
  reader.stop();
  const change = { kind: 'direction.add', fields: { number: 99, title: 'Запізно', responsible: [] } };
  const refused = await coordinator.patch(here.path('/structure'), change);
  expect(refused.problem().code).toBe('access.finalised');
  for (let version = 1; version <= versions; version += 1) {
    const { bytes } = await coordinator.get(here.path(`/versions/${version}/package.zip`));
    const files = new Map(Object.entries(unzipSync(bytes)));
    expect(verifyPackage(files)).toMatchObject({ fileCount: 13, problems: [] });
  }
}

test('JRN-52 killed at any moment of finalising and of reopening, nothing has happened or all of it', async () => {
  coordinator = signedIn();
  let versions = 0;
  const outcomes: string[] = [];
  const reopenings: Moment[] = [
    { title: 'reopening, while it is stored', reached: isWritten },
    { title: 'reopening, when it was answered', reached: answered },
  ];
  for (const [round, moment] of moments.entries()) {
    const isAnswered = await killAt(moment, finalise);
    const after = await read();
    outcomes.push(`${moment.title}: ${after.status}`);
    if (isAnswered) expect(after.status).toBe('finalised');
    expect(after.versions).toHaveLength(after.status === 'finalised' ? versions + 1 : versions);
    if (after.status === 'open') {
      await changeAll('х'.repeat(round + 1));
      continue;
    }
    versions += 1;
    await holdClosed(versions);
    const reopening = reopenings.shift();
    if (reopening === undefined) break;
    const wasReopened = await killAt(reopening, reopen);
    const then = await read();
    outcomes.push(`${reopening.title}: ${then.status}`);
    if (wasReopened) expect(then.status).toBe('open');
    expect(then.versions).toHaveLength(versions);
    expect(then.versions[0]?.reopened === null).toBe(then.status === 'finalised');
    if (then.status === 'finalised') {
      await holdClosed(versions);
      await reopen({ done: 0, total: 0, isAnswered: false });
    }
    await changeAll('х'.repeat(round + 1));
  }
  // Both have happened, so it was killed before and after.
  expect(outcomes[0]).toBe('while files are made: open');
  expect(outcomes).toContain('when it was answered: finalised');
}, 240_000);
