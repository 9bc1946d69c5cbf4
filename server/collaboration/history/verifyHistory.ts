import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { RowChangeRecord } from '#server/storage/HistoryStore.ts';
import type { JournalEntry, Storage } from '#server/storage/Storage.ts';
import { verifyDocuments } from '#server/storage/verifyJournal.ts';
import type { JournalProblemKind } from '#shared/api/history.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import type { UserId } from '#shared/model/ids.ts';
import { UnreadableChange } from '../updates/UnreadableChange.ts';
import { HistoryReplay } from './HistoryReplay.ts';

/** `sequence` is the entry to look at, or the one that should be there. */
export type WholeFinding = { documentName: string; sequence: number; problem: JournalProblemKind };
export type WholeVerification = { documents: number; entries: number; problems: WholeFinding[] };

type Stores = Pick<Storage, 'journal' | 'history'>;

const entriesAtOnce = 100;

/** So many are looked at in one go: others type meanwhile, and what one of them writes takes several turns. */
const entriesPerTurn = 20;

/**
 * The chain of hashes of each document, and then everything that is made from it and kept: what is told
 * about its entries, whole states, and whose words they are. Rejects with the reason of `signal` when
 * that is aborted.
 */
export async function verifyWhole(
  stores: Stores,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<WholeVerification> {
  const result: WholeVerification = { documents: names.length, entries: 0, problems: [] };
  for (const name of names) {
    const { entries, problems } = await verifyDocuments(stores.journal, [name], signal);
    result.entries += entries;
    result.problems.push(...problems);
    // What is made from a journal says nothing beside one that is not what was written.
    const isJournalWhole = problems.every(({ problem }) => problem.startsWith('snapshot-'));
    if (isJournalWhole) result.problems.push(...(await verifyHistory(stores, name, signal)));
  }
  return result;
}

/**
 * Replays the journal of a document, which is taken to be whole, and holds against it what is kept beside it.
 * What has not been taken in yet is no fault: the history follows the journal.
 */
export async function verifyHistory(
  { journal, history }: Stores,
  documentName: string,
  signal?: AbortSignal,
): Promise<WholeFinding[]> {
  const problems: WholeFinding[] = [];
  const report = (sequence: number, problem: JournalProblemKind) => {
    const isTold = problems.some((told) => told.sequence === sequence && told.problem === problem);
    if (!isTold) problems.push({ documentName, sequence, problem });
  };
  const states = await listStates({ journal, history }, documentName);
  for (const { sequence, isIntact } of states) if (!isIntact) report(sequence, 'snapshot-damaged');
  const outside = await readOutside({ journal, history }, documentName);
  for (const sequence of outside) report(sequence, 'history-changed');
  const mark = await history.findMark(documentName);
  if (mark === null && states.length === 0) return problems;

  const owners = await journal.readOwners(documentName);
  const seenClients = new Set<number>();
  const isSheet = tryParseDocumentName(documentName)?.type === 'sheet';
  const replay = new HistoryReplay({ sequence: 0, moment: 0 }, { isSheet });
  try {
    for (let last = 0; ; ) {
      const entries = await journal.readAfter(documentName, last, entriesAtOnce);
      if (entries.length === 0) break;
      const until = last + entries.length;
      const told = Map.groupBy(
        await history.readBetween(documentName, last, Math.min(until, mark?.sequence ?? 0)),
        ({ sequence }) => sequence,
      );
      for (const entry of entries) {
        const { sequence } = entry;
        const changes = replay.take([entry], owners);
        if (sequence <= (mark?.sequence ?? 0) && !isSame(changes, told.get(sequence) ?? [])) {
          report(sequence, 'history-changed');
        }
        if (sequence === mark?.sequence && replay.mark.moment !== mark.moment) {
          report(sequence, 'history-changed');
        }
        if (hasForeignWords(entry, owners, seenClients)) report(sequence, 'owner-changed');
        for (const state of states) {
          if (state.sequence !== sequence || !state.isIntact) continue;
          const kept = await state.read();
          if (kept !== null && !replay.isAt(kept)) report(sequence, 'state-changed');
        }
        if (sequence % entriesPerTurn !== 0) continue;
        await setImmediate();
        signal?.throwIfAborted();
      }
      last = until;
    }
  } catch (error) {
    signal?.throwIfAborted();
    // Bytes that the chain vouches for, and that are no change all the same.
    if (!(error instanceof UnreadableChange)) throw error;
    report(replay.mark.sequence + 1, 'unreadable');
    return problems;
  } finally {
    replay.destroy();
  }
  const head = replay.mark.sequence;
  if (mark !== null && (mark.sequence > head || mark.sequence < 1)) report(mark.sequence, 'history-changed');
  for (const { sequence } of states) {
    if (sequence > head || sequence < 1) report(sequence, 'state-changed');
  }
  return problems;
}

type KeptState = { sequence: number; isIntact: boolean; read(): Promise<Uint8Array | null> };

async function listStates({ journal, history }: Stores, name: string): Promise<KeptState[]> {
  const snapshot = await journal.inspectSnapshot(name);
  const checkpoints = await history.inspectCheckpoints(name);
  return [
    ...checkpoints.map(({ sequence, isIntact }) => ({
      sequence,
      isIntact,
      read: async () => (await history.findCheckpoint(name, sequence))?.state ?? null,
    })),
    // A damaged one is told of with the chain.
    ...(snapshot?.isIntact
      ? [
          {
            ...snapshot,
            async read() {
              const now = await journal.findSnapshot(name);
              return now?.sequence === snapshot.sequence ? now.state : null;
            },
          },
        ]
      : []),
  ];
}

/** What is told about entries under the first, or behind the mark, where nothing has been taken in. */
async function readOutside({ history }: Stores, name: string): Promise<number[]> {
  const before = (await history.findMark(name))?.sequence ?? 0;
  const outside = [
    ...(await history.readBetween(name, Number.MIN_SAFE_INTEGER, 0)),
    ...(await history.readBetween(name, Math.max(before, 0), Number.MAX_SAFE_INTEGER)),
  ];
  // Somebody may have gone on with taking in meanwhile.
  const after = (await history.findMark(name))?.sequence ?? 0;
  return outside.map(({ sequence }) => sequence).filter((sequence) => sequence < 1 || sequence > after);
}

function isSame(changes: readonly RowChangeRecord[], told: readonly RowChangeRecord[]): boolean {
  return changes.length === told.length && isEqual(describe(changes), describe(told));
}

const isEqual = (one: readonly string[], other: readonly string[]) =>
  one.every((text, index) => text === other[index]);

function describe(changes: readonly RowChangeRecord[]): string[] {
  return changes
    .map(({ sequence, rowId, table, field, userId, time, moment, before, after }) =>
      JSON.stringify([sequence, rowId, table, field, userId, time, moment, before, after]),
    )
    .sort();
}

/** A client id is its first author's for good: whoever brought its first words is its owner, unless that was the server. */
function hasForeignWords(
  { userId, update }: JournalEntry,
  owners: ReadonlyMap<number, UserId>,
  seenClients: Set<number>,
): boolean {
  let isForeign = false;
  for (const clientId of Y.parseUpdateMeta(update).to.keys()) {
    if (seenClients.has(clientId)) continue;
    seenClients.add(clientId);
    const owner = owners.get(clientId);
    if (owner !== undefined && userId !== null && owner !== userId) isForeign = true;
  }
  return isForeign;
}
