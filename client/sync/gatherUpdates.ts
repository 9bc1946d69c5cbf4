import * as Y from 'yjs';

const batchMs = 1_000;

/**
 * Hands a document's changes to `keep`: one's own at once, others' gathered for a second, since the
 * server has those and each write costs more than the change itself. Nothing is handed over before
 * what it stands on. Returns what ends it, handing over what still waits.
 *
 * @param isKept tells by its origin that a change comes from where it would be kept
 */
export function gatherUpdates(
  doc: Y.Doc,
  keep: (update: Uint8Array) => void,
  isKept: (origin: unknown) => boolean,
): () => void {
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return;
    const updates = waiting;
    waiting = [];
    keep(Y.mergeUpdates(updates));
  }

  function take(update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (isKept(origin)) return;
    waiting.push(update);
    if (transaction.local) flush();
    else timer ??= setTimeout(flush, batchMs);
  }

  doc.on('update', take);
  return () => {
    doc.off('update', take);
    flush();
  };
}
