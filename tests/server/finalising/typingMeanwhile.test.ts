import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { FinaliseLine } from '#shared/api/finalising.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { narrativeNodes, narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { saved } from '#tests/server/submission/SubmissionTown.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { FinalTown } from './FinalTown.ts';

let here: FinalTown;
const writers: Typist[] = [];
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.client.stop();
  await here.stop();
});

/** Somebody who writes word after word into the direction's text, without a pause. */
class Typist {
  readonly client: SheetClient;
  #isStopped = false;
  words = 0;

  constructor() {
    const { server, town } = here.town;
    this.client = new SheetClient({
      url: server.url.replace('http', 'ws'),
      cookie: here.town.person('coordinator').cookie,
      documentName: documentName(),
      organisationId: town.organisationId,
      origin: server.url,
    });
    writers.push(this);
  }

  /** Ends when it is told to, or may not write any more. */
  async type(): Promise<void> {
    const root = this.client.doc.getXmlFragment(narrativeRoot);
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement(narrativeNodes.paragraph);
    this.client.doc.transact(() => {
      paragraph.insert(0, [text]);
      root.push([paragraph]);
    });
    while (!this.#isStopped && this.client.closes.length === 0) {
      // The server reads so many in a few seconds, however slow the machine was to make the files.
      if (this.client.provider.unsyncedChanges >= 300) {
        await setImmediate();
        continue;
      }
      text.insert(text.length, 'слово ');
      this.words += 1;
      for (let turn = 0; turn < 100; turn += 1) await setImmediate();
    }
  }

  stop(): void {
    this.#isStopped = true;
  }
}

let directionId: string;
const documentName = () => narrativeName(here.reportId, must(directionId, 'a direction') as never);
const countWords = (text: string) => text.split('слово').length - 1;

async function countStored(): Promise<number> {
  const report = must(await here.town.server.collaboration.readReport(here.reportId), 'the report');
  return countWords(JSON.stringify([...report.narratives.values()]));
}

/** Finalises, and does something when so many files are made. */
async function finalise(onFile: (done: number) => Promise<void>): Promise<FinaliseLine> {
  const { url } = here.town.server;
  const response = await fetch(url + here.path('/finalising'), {
    method: 'POST',
    headers: {
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
      origin: url,
      cookie: here.town.person('coordinator').cookie ?? '',
    },
    body: JSON.stringify({ personalData: 'accepted' }),
  });
  let text = '';
  let last: FinaliseLine | undefined;
  for await (const bytes of response.body ?? []) {
    const lines = (text + new TextDecoder().decode(bytes)).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      last = FinaliseLine.parse(JSON.parse(line));
      if (last.type === 'progress') await onFile(last.done);
    }
  }
  return must(last, 'an answer');
}

async function start(limits: Parameters<typeof FinalTown.start>[0] = {}): Promise<Typist> {
  here = await FinalTown.start(limits);
  const { storage } = here.town.server;
  const structure = must(await storage.reports.findStructure(here.reportId), 'the report');
  directionId = must(structure.directions[0], 'a direction').id;
  const typist = new Typist();
  await vi.waitFor(() => expect(typist.client.provider.synced).toBe(true));
  return typist;
}

const finalisingOf = (messages: readonly ServerMessage[]) =>
  messages.flatMap((message) => (message.type === 'finalising' ? [message.by?.name ?? null] : []));

test('FIN-14 FIN-15 FIN-6 a report is finalised while somebody types into a text without a pause: what is in it was saved, and the rest is kept by who typed it', async () => {
  const typist = await start();
  const viewer = await here.town.open('viewer');
  const typing = typist.type();
  await vi.waitFor(() => expect(typist.words).toBeGreaterThan(5));
  const marks: number[] = [];
  const outcome = await finalise(async () => {
    marks.push(typist.words);
  });
  expect(outcome.type === 'answer' && outcome.answer.status).toBe('finalised');
  await typing;
  expect(typist.client.closes.at(-1)?.reason).toBe('access.finalised');
  const markdown = new TextDecoder().decode(
    await here.download('viewer', here.path(`/versions/1/files/${encodeURIComponent('Звіт_2021.md')}`)),
  );
  const printed = countWords(markdown);
  expect(printed).toBeGreaterThan(0);
  expect(printed).toBe(await countStored());
  // It went on while files were made, and none of that came in.
  expect(printed).toBeLessThan(must(marks.at(-1), 'the last file'));
  expect(countWords(typist.client.doc.getXmlFragment(narrativeRoot).toString())).toBe(typist.words);
  expect(finalisingOf(viewer.messages)).toEqual(['coordinator', null]);
});

test('FIN-9 FIN-14 a change of what is governed refuses it: what waited goes in, in its order, and nothing is stored', async () => {
  const typist = await start();
  const typing = typist.type();
  const sheet = await here.town.open('coordinator');
  let during = { text: 0, stored: 0 };
  const outcome = await finalise(async (done) => {
    if (done !== 1) return;
    setCell(sheet.doc, RowId.parse('r1'), 'note', 'посеред завершення');
    await vi.waitFor(() => expect(typist.client.provider.unsyncedChanges).toBeGreaterThan(5));
    during = { text: typist.words, stored: await countStored() };
    const patch = { title: 'Інша назва' };
    const response = await here.town.person('coordinator').patch(here.path('/properties'), patch);
    expect(response.status, response.text).toBe(200);
  });
  expect(outcome).toMatchObject({ type: 'problem', problem: { code: 'finalising.changed' } });
  expect(during.stored).toBeLessThan(during.text);
  typist.stop();
  await typing;
  await vi.waitFor(() => expect(typist.client.isSaved).toBe(true), { timeout: 30_000 });
  expect(await countStored()).toBe(typist.words);
  await saved(sheet);
  const rows = await here.town.server.collaboration.readReportRows(here.reportId);
  expect(rows.find(({ id }) => id === 'r1')?.values.note).toBe('посеред завершення');
  expect(await here.read()).toMatchObject({ status: 'open', versions: [] });
});

test('FIN-9 FIN-14 what waits longer than a minute goes in, and refuses it', async () => {
  const typist = await start({ maxHoldMs: 1 });
  const typing = typist.type();
  const outcome = await finalise(async () => {
    const before = await countStored();
    await vi.waitFor(async () => expect(await countStored()).toBeGreaterThan(before));
  });
  expect(outcome).toMatchObject({ type: 'problem', problem: { code: 'finalising.changed' } });
  typist.stop();
  await typing;
  await vi.waitFor(() => expect(typist.client.isSaved).toBe(true), { timeout: 30_000 });
  expect(await countStored()).toBe(typist.words);
  expect(await here.read()).toMatchObject({ status: 'open', versions: [] });
});

test('JRN-7 a server is stopped in order while changes wait', async () => {
  const typist = await start();
  const typing = typist.type();
  await here.town.server.collaboration.holdReport(here.reportId);
  const before = typist.words;
  await vi.waitFor(() => expect(typist.words).toBeGreaterThan(before + 5));
  typist.stop();
  await typing;
  expect(typist.client.isSaved).toBe(false);
  expect(await here.town.server.halt()).toBe(true);
  expect(countWords(typist.client.doc.getXmlFragment(narrativeRoot).toString())).toBe(typist.words);
});
