import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyWhole } from '#server/collaboration/history/verifyHistory.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { ReportAnswer } from '#shared/api/contract.ts';
import { ImportAnswer, OrganisationList } from '#shared/api/structure.ts';
import { type SheetState, SubmissionsAnswer, TransitionList } from '#shared/api/submission.ts';
import { ApiClient, type ApiResponse } from '#tests/support/apiClient.ts';
import { ServerProcess } from '#tests/support/kill/ServerProcess.ts';
import { SeededRandom } from '#tests/support/SeededRandom.ts';

const rounds = 8;
const seed = 2020;
const password = 'довгий пароль 1';

let folder: string;
let server: ServerProcess;
let coordinator: ApiClient;
const reportId = 'r2020';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zvit-kill-steps-'));
  server = new ServerProcess('server/main.ts', {
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    DEMO: '0',
  });
  await server.start();
  coordinator = new ApiClient(`http://127.0.0.1:${server.port}`);
  const account = { name: 'Координаторка', login: 'coordinator', password, loadExample: true };
  expect((await coordinator.post('/api/setup', account)).status).toBe(201);
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Something that is asked of the server, and what is to be seen once it is done; `done` looks after a restart. */
type Deed = { send(): Promise<ApiResponse>; isDone(seen: Seen): boolean };
type Seen = {
  sheets: ReadonlyMap<string, SheetState>;
  directions: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
};

const inReport = (rest: string) => `/api/reports/${reportId}${rest}`;

async function look(): Promise<Seen> {
  const { sheets } = SubmissionsAnswer.parse((await coordinator.get(inReport('/submissions'))).json());
  const structure = ReportAnswer.parse((await coordinator.get(inReport(''))).json());
  const { organisations } = OrganisationList.parse((await coordinator.get('/api/organisations')).json());
  return {
    sheets: new Map(sheets.map((sheet) => [sheet.organisationId, sheet])),
    directions: new Set(structure.directions.map(({ title }) => title)),
    indicators: new Set(structure.indicators.map(({ title }) => title)),
    organisations: new Set(organisations.map(({ name }) => name)),
  };
}

/** The next step of a sheet: a draft is submitted, what is submitted accepted or returned, what is accepted returned. */
function stepOf({ organisationId, status, contentHash, lastStep }: SheetState, random: SeededRandom): Deed {
  const path = inReport(`/sheets/${organisationId}`);
  const number = (lastStep?.number ?? 0) + 1;
  const isOpen = status === 'draft' || status === 'returned';
  const [step, body] = isOpen
    ? (['submit', {}] as const)
    : status === 'submitted' && random.chance(0.6)
      ? (['accept', { contentHash }] as const)
      : (['return', { note: 'виправте' }] as const);
  return {
    send: () => coordinator.post(`${path}/${step}`, body),
    isDone: ({ sheets }) => sheets.get(organisationId)?.lastStep?.number === number,
  };
}

/** An import of many lines, as it was looked at. */
async function importOf(path: string, csv: string, isDone: Deed['isDone']): Promise<Deed> {
  const { basis } = ImportAnswer.parse((await coordinator.post(path, { csv, basis: null })).json());
  return { send: () => coordinator.post(path, { csv, basis }), isDone };
}

test(`JRN-51 killed in the middle of steps, of changes of the structure and of imports, each is there whole or not at all, and what was answered is there (seed ${seed})`, async () => {
  const random = new SeededRandom(seed);
  let cutOff = 0;
  let answered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await look();
    const names = Array.from({ length: 300 }, (_, line) => `Відділ ${round}-${line}`);
    const titles = Array.from({ length: 60 }, (_, line) => `Показник ${round}-${line}`);
    const count = (all: ReadonlySet<string>, some: readonly string[]) =>
      some.filter((one) => all.has(one)).length;
    const deeds: Deed[] = [
      ...[...before.sheets.values()].map((sheet) => stepOf(sheet, random)),
      {
        send: () =>
          coordinator.patch(inReport('/structure'), {
            kind: 'direction.add',
            fields: { number: 20 + round, title: `Напрям ${round}`, responsible: [] },
          }),
        isDone: ({ directions }) => directions.has(`Напрям ${round}`),
      },
      await importOf(
        '/api/organisations/import',
        `Назва;Вид\n${names.map((name) => `${name};Відділ`).join('\n')}`,
        ({ organisations }) => count(organisations, names) === names.length,
      ),
      await importOf(
        inReport('/indicators/import'),
        `Напрям;Показник;Форма 1;Форма 2;Форма 5\n${titles.map((title) => `1;${title};раз;рази;разів`).join('\n')}`,
        ({ indicators }) => count(indicators, titles) === titles.length,
      ),
    ];
    const shuffled = deeds.map((deed) => [random.between(0, 1_000), deed] as const).sort(([a], [b]) => a - b);
    const enough = random.between(0, deeds.length);
    const met = new Map<Deed, ApiResponse>();
    const { promise: isEnough, resolve } = Promise.withResolvers<void>();
    if (enough === 0) setImmediate(resolve);
    const sent = shuffled.map(([, deed]) =>
      deed.send().then(
        (answer) => {
          met.set(deed, answer);
          if (met.size >= enough) resolve();
        },
        // The line broke with the server.
        () => undefined,
      ),
    );
    await isEnough;
    await server.kill();
    await Promise.all(sent);
    await server.start();

    const after = await look();
    for (const deed of deeds) {
      const answer = met.get(deed);
      if (answer === undefined) cutOff += 1;
      else {
        answered += 1;
        // Two may have met at one structure; whoever came second was told so.
        const isChanged = answer.status === 409 && answer.problem().code === 'structure.changed';
        if (!isChanged) expect(answer.status, answer.text).toBe(200);
        expect(deed.isDone(after)).toBe(!isChanged);
      }
    }
    expect([0, names.length]).toContain(count(after.organisations, names));
    expect([0, titles.length]).toContain(count(after.indicators, titles));
    for (const {
      organisationId,
      status,
      lastStep,
      acceptance,
      isChangedSinceAcceptance,
    } of after.sheets.values()) {
      const path = inReport(`/sheets/${organisationId}/transitions`);
      const { transitions } = TransitionList.parse((await coordinator.get(path)).json());
      expect(transitions.map(({ number }) => number)).toEqual(transitions.map((_, index) => index + 1));
      expect(transitions.at(-1)?.to ?? 'draft').toBe(status);
      expect(transitions.at(-1)?.number).toBe(lastStep?.number);
      expect(status === 'accepted').toBe(acceptance !== null);
      expect(isChangedSinceAcceptance).toBe(false);
    }
  }
  await server.kill();
  const storage = openReadOnlyStorage({ databaseUrl: null, file: join(folder, 'zvit.sqlite') });
  const { problems, entries } = await verifyWhole(storage, await storage.journal.listDocuments());
  await storage.close();
  expect(problems).toEqual([]);
  expect(entries).toBeGreaterThan(rounds);
  // Both have happened, so it was killed in the middle of something.
  expect(Math.min(cutOff, answered)).toBeGreaterThan(rounds);
}, 300_000);
