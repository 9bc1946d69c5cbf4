import { Worker } from 'node:worker_threads';
import { RowId } from '#shared/model/ids.ts';
import { insertRows, type NewRow } from '#shared/sheet/sheetDocument.ts';
import type { BenchClient } from '../client/BenchClient.ts';
import { Crowd, doEvenly, pause } from '../client/Crowd.ts';
import type { CaseReport } from '../report/Measure.ts';
import { type BenchServer, type ServerName, serverNames, startBenchServer } from '../servers/BenchServer.ts';

const people = 100;
const rowsAtOnce = 500;
const cellsPerRow = 8;

type ReconnectResult = { allInSyncMs: number; longestWaitMs: number | null };

/** After an outage everybody comes back at once and fetches all of a large sheet, while somebody writes. */
export async function runReconnectCase(options: { isQuick: boolean }): Promise<CaseReport> {
  const cells = options.isQuick ? 20_000 : 100_000;
  const results = {} as Record<ServerName, ReconnectResult>;
  for (const name of serverNames) results[name] = await measureReconnect(name, cells);
  const pick = (read: (result: ReconnectResult) => number | null) =>
    Object.fromEntries(serverNames.map((name) => [name, read(results[name])]));
  return {
    title: `${people} people come back to a sheet of ${cells} cells at once`,
    measures: [
      {
        label: 'all of them in sync',
        unit: 'ms',
        values: pick(({ allInSyncMs }) => allInSyncMs),
        budget: 1_000,
      },
      {
        label: 'longest wait for a confirmation meanwhile',
        unit: 'ms',
        values: pick(({ longestWaitMs }) => longestWaitMs),
        budget: 100,
      },
    ],
    notes: [],
  };
}

async function measureReconnect(name: ServerName, cells: number): Promise<ReconnectResult> {
  const server = await startBenchServer(name, 1, people);
  const writers = new Crowd(server, 1);
  try {
    await writers.open(1);
    const [writer] = writers.clients;
    if (!writer) throw new Error('nobody writes');
    await fill(writer, cells, name !== 'y-websocket');
    writer.addRow();
    await pause(3_000);
    writers.log.startMeasuring();
    const [allInSyncMs] = await Promise.all([comeBack(server), doEvenly(20, 2, () => writer.edit())]);
    await writers.drain(10_000);
    const waits = writers.log.acknowledgedMs();
    return { allInSyncMs, longestWaitMs: waits.length === 0 ? null : Math.max(...waits) };
  } finally {
    writers.close();
    await server.stop();
  }
}

function comeBack({ url, dialect, documents, headersOf }: BenchServer): Promise<number> {
  const [documentName = ''] = documents;
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const thread = new Worker(new URL('../client/crowdThread.ts', import.meta.url), {
    workerData: Array.from({ length: people }, (_, index) => ({
      url,
      dialect,
      documentName,
      headers: headersOf(index),
    })),
  });
  thread.once('message', resolve);
  thread.once('error', reject);
  return promise;
}

async function fill(writer: BenchClient, cells: number, isConfirmed: boolean): Promise<void> {
  for (let row = 0; row < cells / cellsPerRow; row += rowsAtOnce) {
    const rows = Array.from({ length: rowsAtOnce }, (_, index): NewRow => buildRow(row + index));
    const confirmed = writer.change((doc) => insertRows(doc, rows));
    await (isConfirmed ? confirmed : pause(50));
  }
}

function buildRow(row: number): NewRow {
  return {
    id: RowId.parse(`row${row}`),
    kind: 'expenditure',
    order: 'a0',
    values: {
      measure: `Видаток ${row}`,
      fund: 'general',
      kpkvk: '0210180',
      kekv: '2210',
      plannedMinor: row * 100,
      actualMinor: row * 99,
      document: `Договір ${row}`,
      note: 'за планом',
    },
  };
}
