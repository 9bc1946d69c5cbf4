import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtraColumn } from '#shared/model/columns.ts';
import { createKillTown } from '#tests/support/kill/createKillTown.ts';
import { ServerProcess } from '#tests/support/kill/ServerProcess.ts';
import type { Dialect } from '../client/Dialect.ts';

export const serverNames = ['zvit', 'hocuspocus', 'y-websocket'] as const;
export type ServerName = (typeof serverNames)[number];

/** A server under measurement, in a process of its own, on a database of its own. */
export type BenchServer = {
  name: ServerName;
  dialect: Dialect;
  process: ServerProcess;
  /** `ws://127.0.0.1:port` */
  url: string;
  documents: readonly string[];
  /** What the `index`-th client sends along: who it is. */
  headersOf(index: number): Record<string, string>;
  stop(): Promise<void>;
};

/** Starts one with `documents` sheets; client `index` belongs to document `index % documents`. */
export async function startBenchServer(
  name: ServerName,
  documents: number,
  people: number,
): Promise<BenchServer> {
  if (name === 'zvit') return startZvit(documents, people);
  const folder = await mkdtemp(join(tmpdir(), 'zvit-bench-'));
  const process =
    name === 'hocuspocus'
      ? new ServerProcess('tests/bench/servers/stockHocuspocus.ts', {
          DATABASE_FILE: join(folder, 'stock.sqlite'),
        })
      : new ServerProcess('node_modules/y-websocket-server/bin/server.cjs', {});
  await process.start();
  return {
    name,
    dialect: name === 'hocuspocus' ? 'hocuspocus' : 'y-websocket',
    process,
    url: `ws://127.0.0.1:${process.port}`,
    documents: Array.from({ length: documents }, (_, index) => `sheet/r1/o${index}`),
    headersOf: () => ({}),
    async stop() {
      await process.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With what only the product has: people, one of them a coordinator. */
export async function startZvit(
  documents: number,
  people: number,
  columns: readonly ExtraColumn[] = [],
): Promise<BenchServer & { coordinatorCookie: string }> {
  const town = await createKillTown({ people, sheets: documents, columns });
  await town.server.start();
  const { port } = town.server;
  return {
    name: 'zvit',
    dialect: 'hocuspocus',
    process: town.server,
    url: `ws://127.0.0.1:${port}`,
    documents: Array.from({ length: documents }, (_, index) => `sheet/r1/o${index}`),
    headersOf: (index) => ({
      cookie: town.seats[index % town.seats.length]?.cookie ?? '',
      origin: `http://127.0.0.1:${port}`,
    }),
    coordinatorCookie: town.coordinatorCookie,
    async stop() {
      await town.server.kill();
      await town.remove();
    },
  };
}
