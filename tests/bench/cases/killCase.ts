import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import * as Y from 'yjs';
import { createKillTown } from '#tests/support/kill/createKillTown.ts';
import { readPiecesOf } from '#tests/support/kill/readPiecesOf.ts';
import { type KillResult, type KillTarget, runKillRounds } from '#tests/support/kill/runKillRounds.ts';
import { ServerProcess } from '#tests/support/kill/ServerProcess.ts';
import type { CaseReport } from '../report/Measure.ts';

const people = { people: 20, sheets: 4 };

/** SIGKILL in the middle of writing, again and again, on one database. */
export async function runKillCase(options: { isQuick: boolean }): Promise<CaseReport> {
  const town = await createKillTown(people);
  const ours = await runKillRounds(town, { rounds: options.isQuick ? 20 : 200, seed: 2020, pauseMs: 60 });
  const stockTarget = await createStockTarget(town.seats);
  const stock = await runKillRounds(stockTarget, {
    rounds: options.isQuick ? 3 : 10,
    seed: 2020,
    pauseMs: 60,
  });
  await town.remove();
  await stockTarget.remove();
  return {
    title: 'Killed under 20 writers',
    measures: [
      { label: 'kills', unit: '', values: { zvit: ours.rounds, hocuspocus: stock.rounds } },
      {
        label: 'of them with changes on their way',
        unit: '',
        values: { zvit: ours.killedWhileWriting, hocuspocus: stock.killedWhileWriting },
      },
      { label: 'changes shown as saved', unit: '', values: { zvit: ours.saved, hocuspocus: stock.saved } },
      { label: 'of them lost', unit: '', values: { zvit: ours.lost, hocuspocus: stock.lost }, budget: 0 },
    ],
    notes: [
      'Lost: missing on disk right after the kill. The writers keep their own copies, and give a server back what it has forgotten when they reconnect; a writer who has closed the page does not.',
      ...[...describe('Zvit', ours), ...describe('Hocuspocus', stock)],
    ],
  };
}

function describe(name: string, { surprises }: KillResult): string[] {
  return surprises.length === 0 ? [] : [`${name}: ${[...new Set(surprises)].join(', ')}.`];
}

async function createStockTarget(
  seats: KillTarget['seats'],
): Promise<KillTarget & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zvit-bench-'));
  const file = join(folder, 'stock.sqlite');
  return {
    server: new ServerProcess('tests/bench/servers/stockHocuspocus.ts', { DATABASE_FILE: file }),
    seats,
    async readStored(documentName) {
      const database = new SqliteDatabase(file);
      const row: unknown = database.prepare('select data from documents where name = ?').get(documentName);
      database.close();
      const doc = new Y.Doc();
      if (hasData(row)) Y.applyUpdate(doc, new Uint8Array(row.data));
      return readPiecesOf(documentName, doc);
    },
    checkStored: () => Promise.resolve(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function hasData(row: unknown): row is { data: Buffer } {
  return typeof row === 'object' && row !== null && 'data' in row && row.data instanceof Buffer;
}
