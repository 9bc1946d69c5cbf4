import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as Y from 'yjs';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { HistoryReader } from '#server/collaboration/history/HistoryReader.ts';
import { loadPastDocument } from '#server/collaboration/journal/loadPastDocument.ts';
import { applyWhole } from '#server/collaboration/updates/applyWhole.ts';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { JournalEntry, Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { SeededRandom } from '#tests/support/SeededRandom.ts';
import type { CaseReport } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const rowCount = 2_000;
const writers = 20;
const entriesAtOnce = 1_000;

/** One sheet that has been through a great deal: what a question about its past costs. */
export async function runHistoryCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const changes = isQuick ? 50_000 : 200_000;
  const dir = await createTempDir();
  const storage = await openStorage({ databaseUrl: null, file: `${dir.path}/zvit.db` });
  try {
    const report = buildNewReport();
    await storage.reports.create(report);
    const reportId = report.report.id;
    const organisation = must(report.organisations[0], 'organisation').id;
    const name = sheetName(reportId, organisation);
    const random = new SeededRandom(1);
    const scribe = new Scribe(storage, name);
    await scribe.fill(changes, random);

    const ledger = new HistoryLedger(storage, { find: () => undefined });
    const reader = new HistoryReader(storage, ledger);
    const ask = (row: RowId) => reader.read(reportId, { organisation, row, field: 'quantity' });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const first = await time(() => ask(rowAt(0)));
    delay.disable();
    const later: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      // With a change of somebody since the last question.
      await scribe.write(random, 1);
      later.push(await time(() => ask(rowAt(Math.floor(random.next() * rowCount)))));
    }
    const moments: number[] = [];
    for (let index = 0; index < (isQuick ? 10 : 30); index += 1) {
      const sequence = 1 + Math.floor(random.next() * changes);
      const load = (doc: Y.Doc) => loadPastDocument(storage, name, sequence, (apply) => apply(doc));
      moments.push(await time(() => load(new Y.Doc())));
    }
    const whole = await time(async () => {
      const doc = new Y.Doc();
      for (const { update } of await storage.journal.readAfter(name, 0)) applyWhole(doc, update);
    });
    const zvit = (value: number | null) => ({ zvit: value });
    return {
      title: `History of a sheet with ${changes} changes in ${rowCount} rows`,
      measures: [
        {
          label: 'all changes of a cell, p50',
          unit: 'ms',
          values: zvit(computePercentile(later, 50)),
          budget: 10,
        },
        {
          label: 'all changes of a cell, p99',
          unit: 'ms',
          values: zvit(computePercentile(later, 99)),
          budget: 50,
        },
        {
          label: 'the sheet as it was at any moment, p50',
          unit: 'ms',
          values: zvit(computePercentile(moments, 50)),
          budget: 500,
        },
        {
          label: 'the sheet as it was at any moment, slowest',
          unit: 'ms',
          values: zvit(Math.max(...moments)),
        },
        { label: 'the whole journal replayed instead', unit: 'ms', values: zvit(whole) },
        { label: 'first question ever, which takes all in', unit: 'ms', values: zvit(first) },
        { label: 'longest time others wait meanwhile', unit: 'ms', values: zvit(delay.max / 1e6) },
      ],
      notes: [`${writers} writers, one value a change; a change since the last question before each.`],
    };
  } finally {
    await storage.close();
    await dir.remove();
  }
}

const rowAt = (index: number) => RowId.parse(`row${index}`);

async function time(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Several people at one sheet, who see each other's changes at once. */
class Scribe {
  readonly #storage: Storage;
  readonly #name: string;
  readonly #docs = Array.from({ length: writers }, () => new Y.Doc());
  #head: Pick<JournalEntry, 'sequence' | 'hash'> | null = null;

  constructor(storage: Storage, name: string) {
    this.#storage = storage;
    this.#name = name;
  }

  async fill(changes: number, random: SeededRandom): Promise<void> {
    const updates: Uint8Array[] = [];
    const first = must(this.#docs[0], 'document');
    first.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < rowCount; index += 1) {
      insertRow(first, {
        id: rowAt(index),
        kind: 'activity',
        order: 'a0',
        values: { content: `рядок ${index}` },
      });
    }
    for (const doc of this.#docs.slice(1)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
    await this.#append(updates);
    for (let done = rowCount; done < changes; done += entriesAtOnce) {
      await this.write(random, Math.min(entriesAtOnce, changes - done));
    }
  }

  /** Each writer in turn writes a share, and then all have it: as fast as a test can be honest about it. */
  async write(random: SeededRandom, count: number): Promise<void> {
    const doc = must(this.#docs[Math.floor(random.next() * writers)], 'document');
    const before = Y.encodeStateVector(doc);
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => updates.push(update);
    doc.on('update', note);
    for (let index = 0; index < count; index += 1) {
      setCell(doc, rowAt(Math.floor(random.next() * rowCount)), 'quantity', Math.floor(random.next() * 1e6));
    }
    doc.off('update', note);
    const all = Y.encodeStateAsUpdate(doc, before);
    for (const other of this.#docs) if (other !== doc) Y.applyUpdate(other, all);
    await this.#append(updates);
  }

  async #append(updates: readonly Uint8Array[]): Promise<void> {
    const entries = updates.map((update): JournalEntry => {
      const sequence = (this.#head?.sequence ?? 0) + 1;
      const entry = { documentName: this.#name, sequence, userId: null, time: 1e12 + sequence, update };
      const hash = computeEntryHash(entry, this.#head?.hash ?? null);
      this.#head = { sequence, hash };
      return { ...entry, hash };
    });
    await this.#storage.journal.append(entries, []);
  }
}
