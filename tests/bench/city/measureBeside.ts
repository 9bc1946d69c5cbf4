import { BenchClient } from '../client/BenchClient.ts';
import { doEvenly } from '../client/Crowd.ts';
import { EditLog } from '../client/EditLog.ts';
import { computePercentile } from '../report/percentile.ts';
import type { CityServer } from './CityServer.ts';

const editsPerSecond = 50;
const aloneSeconds = 3;

/** How long others wait for “saved”, in milliseconds. */
export type Waits = { p50: number | null; p99: number | null; longest: number };

export type Beside = { ms: number; alone: Waits; meanwhile: Waits };

/**
 * Somebody types into another sheet, fifty values a second: for a while alone, and while `act` runs. The server
 * confirms an edit in order when its one thread gets to it, so the longest wait is how long that was elsewhere.
 */
export async function measureBeside(
  { process, origin, cookie }: CityServer,
  documentName: string,
  act: () => Promise<unknown>,
): Promise<Beside> {
  const log = new EditLog(1);
  const client = new BenchClient({
    url: `ws://127.0.0.1:${process.port}`,
    dialect: 'hocuspocus',
    documentName,
    headers: { cookie, origin },
    log,
  });
  try {
    await client.whenSynced;
    client.addRow();
    await doEvenly(editsPerSecond, 1, () => client.edit());
    log.startMeasuring();
    await doEvenly(editsPerSecond, aloneSeconds, () => client.edit());
    await whenConfirmed(log);
    const alone = readWaits(log);
    log.startMeasuring();
    const started = performance.now();
    let endedAt = Number.NaN;
    const acting = act().finally(() => {
      endedAt = performance.now();
    });
    // Once more at least: what is over at once may have kept somebody waiting all the same.
    do await doEvenly(editsPerSecond, 0.2, () => client.edit());
    while (Number.isNaN(endedAt));
    await acting;
    await whenConfirmed(log);
    return { ms: endedAt - started, alone, meanwhile: readWaits(log) };
  } finally {
    client.close();
  }
}

async function whenConfirmed(log: EditLog): Promise<void> {
  while (log.acknowledgedMs().length < log.edits) await new Promise((resolve) => setTimeout(resolve, 20));
}

function readWaits(log: EditLog): Waits {
  const waits = log.acknowledgedMs();
  return {
    p50: computePercentile(waits, 50),
    p99: computePercentile(waits, 99),
    longest: Math.max(...waits),
  };
}
