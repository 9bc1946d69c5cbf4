import { SeededRandom } from '#tests/support/SeededRandom.ts';
import { KillWriter, type WriterSeat } from './KillWriter.ts';
import type { ServerProcess } from './ServerProcess.ts';

/** What is killed, and how to look at what it left behind. */
export type KillTarget = {
  server: ServerProcess;
  seats: readonly WriterSeat[];
  /** Words of the pieces of one document, by their keys, as they are on disk while no server runs. */
  readStored(documentName: string): Promise<Map<string, string>>;
  /** Called after every kill; throws when what is on disk is damaged. */
  checkStored(): Promise<void>;
};

export type KillResult = {
  rounds: number;
  /** Rounds in which somebody had changes on their way at the moment of the kill. */
  killedWhileWriting: number;
  /** Changes shown as saved. */
  saved: number;
  /** Of those, how many were made in a text. */
  savedInTexts: number;
  /** Of those, how many were missing after a kill. */
  lost: number;
  surprises: string[];
  /** From a change to the moment it was shown as saved, over all writers; outages included. */
  latenciesMs: number[];
};

/**
 * Twenty people type without a pause; again and again the server is killed in the middle of it, what
 * is on disk is compared with what they were told, and it is started again on the same database.
 */
export async function runKillRounds(
  target: KillTarget,
  options: { rounds: number; seed: number; pauseMs: number; stopAtLoss?: boolean },
): Promise<KillResult> {
  const { server, seats } = target;
  const random = new SeededRandom(options.seed);
  await server.start();
  const url = `ws://127.0.0.1:${server.port}`;
  const writers = seats.map((seat, index) => {
    return new KillWriter(url, seat, new SeededRandom(options.seed * 1_000 + index), options.pauseMs);
  });
  const result: KillResult = {
    rounds: 0,
    killedWhileWriting: 0,
    saved: 0,
    savedInTexts: 0,
    lost: 0,
    surprises: [],
    latenciesMs: [],
  };
  try {
    for (const writer of writers) writer.startTyping();
    for (; result.rounds < options.rounds; result.rounds += 1) {
      await waitForSaved(writers, countSaved(writers) + random.between(20, 200));
      await server.kill();
      if (writers.some((writer) => !writer.isSaved)) result.killedWhileWriting += 1;
      result.lost += await countLost(target, writers);
      await target.checkStored();
      await server.start();
    }
    for (const writer of writers) writer.stopTyping();
    await waitFor(() => writers.every((writer) => writer.isSaved), 'everything is saved in the end');
    await server.kill();
    result.lost += await countLost(target, writers);
    await target.checkStored();
  } finally {
    for (const writer of writers) {
      result.surprises.push(...writer.surprises);
      result.latenciesMs.push(...writer.latenciesMs);
      await writer.close();
    }
    await server.kill();
  }
  result.saved = countSaved(writers);
  result.savedInTexts = countSaved(writers.filter((_, index) => seats[index]?.directionId != null));
  return result;
}

async function countLost(target: KillTarget, writers: readonly KillWriter[]): Promise<number> {
  let lost = 0;
  for (const [documentName, ofDocument] of Map.groupBy(writers, (writer) => writer.documentName)) {
    const stored = await target.readStored(documentName);
    for (const writer of ofDocument) lost += writer.history.countLost(stored);
  }
  return lost;
}

function countSaved(writers: readonly KillWriter[]): number {
  return writers.reduce((sum, { history }) => sum + history.savedCount, 0);
}

/** Changes shown as saved, not a time, say when: on a slow machine the same happens later. */
function waitForSaved(writers: readonly KillWriter[], count: number): Promise<void> {
  return waitFor(() => countSaved(writers) >= count, 'changes are saved');
}

async function waitFor(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited a minute until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
