import { stat } from 'node:fs/promises';
import * as Y from 'yjs';
import { planRestore } from '#client/history/planRestore.ts';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { HistoryReader } from '#server/collaboration/history/HistoryReader.ts';
import { HistoryReplay } from '#server/collaboration/history/HistoryReplay.ts';
import { applyStored, loadStoredDocument } from '#server/collaboration/journal/loadStoredDocument.ts';
import { ReportReader } from '#server/collaboration/ReportReader.ts';
import { applyWhole } from '#server/collaboration/updates/applyWhole.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { HistoryQuery } from '#shared/api/history.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, UserId } from '#shared/model/ids.ts';
import { readSheet, setCell } from '#shared/sheet/sheetDocument.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { SeededRandom } from '#tests/support/SeededRandom.ts';
import { storeReport } from '../city/storeReport.ts';
import { buildLargeReport } from '../exports/buildLargeReport.ts';
import { pastRowAt, pastRows, SheetScribe } from './SheetScribe.ts';
import { watched } from './watched.ts';

const content = buildLargeReport(0, { organisations: 1, directions: 1 });
const reportId = content.structure.report.id;
const organisation = OrganisationId.parse('o1');
const name = sheetName(reportId, organisation);
export const pastWriters = 20;
const writers = Array.from({ length: pastWriters }, (_, index) => UserId.parse(`writer${index}`));
const dayMs = 86_400_000;
/** Of the journal; none of them is at a state by chance. */
export const momentsAt = [0.123, 0.321, 0.543, 0.765, 0.987];

export type Past = {
  /** Of a cell, a row, a person, a day: every question once more after somebody's change. */
  questions: Map<string, number[]>;
  /** Beside the whole journal replayed up to the same moment. */
  moments: { ms: number; wholeMs: number; behindState: number; sequence: number }[];
  /** The sheet put together as it is now, as it is for whoever opens it. */
  openMs: number;
  restoreMs: number;
  walkMs: number;
  first: { ms: number; keptMs: number };
  megabytes: number;
};

/** Writes a sheet with so many changes, and asks about its past as people do. */
export async function measurePast(changes: number, isQuick: boolean): Promise<Past> {
  const dir = await createTempDir();
  const storage = await openStorage({ databaseUrl: null, file: `${dir.path}/zvit.db` });
  try {
    await storeReport(storage, content);
    const random = new SeededRandom(1);
    const scribe = new SheetScribe(storage, name, { writers, changes, random });
    await scribe.fill(changes);
    await scribe.takeSnapshot();
    const journal = { find: () => undefined };
    const ledger = new HistoryLedger(storage, journal);
    const reader = new HistoryReader(storage, ledger);
    const first = await watched(() => reader.read(reportId, { organisation, row: pastRowAt(0) }));
    const questions = new Map<string, number[]>();
    for (let index = 0; index < (isQuick ? 50 : 200); index += 1) {
      for (const [what, query] of buildQueries(random, scribe, changes)) {
        await scribe.write(1);
        const { ms } = await watched(() => reader.read(reportId, query));
        questions.set(what, [...(questions.get(what) ?? []), ms]);
      }
    }
    const reports = new ReportReader(storage, journal, ledger);
    const moments: Past['moments'] = [];
    for (const at of momentsAt) {
      const sequence = Math.floor(at * changes);
      const past = await watched(() => reports.readPastRows(reportId, scribe.timeOf(sequence)));
      const { ms: wholeMs } = await watched(() => replayWhole(storage, sequence));
      const state = await storage.history.findCheckpoint(name, sequence);
      if (past.result?.length !== Math.min(pastRows, sequence)) throw new Error('a past that is not whole');
      moments.push({ ms: past.ms, wholeMs, behindState: sequence - (state?.sequence ?? 0), sequence });
    }
    const openMs = (await watched(() => open(storage))).ms;
    const restoreMs = (await watched(() => restore(storage, reports, scribe.timeOf(changes / 2)))).ms;
    const walkMs = (await watched(() => walk(storage))).ms;
    return { questions, moments, openMs, restoreMs, walkMs, first, megabytes: await measureFile(dir.path) };
  } finally {
    await storage.close();
    await dir.remove();
  }
}

type Questions = [what: string, query: HistoryQuery][];

/** Of somebody and some day, as anybody may choose them. */
function buildQueries(random: SeededRandom, scribe: SheetScribe, changes: number): Questions {
  const row = pastRowAt(random.between(0, pastRows - 1));
  const from = scribe.timeOf(random.between(1, changes));
  return [
    ['a cell', { organisation, row, field: 'quantity' }],
    ['a row', { organisation, row }],
    ['a person', { organisation, person: random.pick(writers) }],
    ['a day', { organisation, from, to: from + dayMs }],
    ['a person on a day', { organisation, person: random.pick(writers), from, to: from + dayMs }],
  ];
}

async function open(storage: Storage): Promise<void> {
  const document = new Y.Doc();
  applyStored(document, await loadStoredDocument(storage.journal, name));
  readSheet(document, organisation);
  document.destroy();
}

/** The rows of then, and the one change by which those of now become them, as a page makes it. */
async function restore(storage: Storage, reports: ReportReader, time: number): Promise<void> {
  const past = (await reports.readPastRows(reportId, time)) ?? [];
  const document = new Y.Doc();
  applyStored(document, await loadStoredDocument(storage.journal, name));
  const { edits, counts } = planRestore(past, readSheet(document, organisation));
  if (counts.changed === 0 || counts.inserted + counts.deleted > 0) throw new Error('a strange plan');
  document.transact(() => {
    for (const edit of edits) {
      if (edit.kind === 'set') setCell(document, edit.rowId, edit.field, edit.value);
    }
  });
  document.destroy();
}

/** What has to be done without what is kept: every change of the sheet looked at. */
async function walk({ journal }: Storage): Promise<void> {
  const replay = new HistoryReplay({ sequence: 0, moment: 0 }, { isSheet: true });
  const owners = await journal.readOwners(name);
  for (const entry of await journal.readAfter(name, 0)) replay.take([entry], owners);
  replay.destroy();
}

async function replayWhole({ journal }: Storage, sequence: number): Promise<void> {
  const document = new Y.Doc();
  for (const { update } of await journal.readAfter(name, 0, sequence)) applyWhole(document, update);
  readSheet(document, organisation);
  document.destroy();
}

async function measureFile(folder: string): Promise<number> {
  const sizes = await Promise.all(
    ['', '-wal'].map(async (end) => (await stat(`${folder}/zvit.db${end}`)).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}
