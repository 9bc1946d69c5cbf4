import { type Document, MessageType } from '@hocuspocus/server';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** Kept as long as somebody asks for it; a herd that comes back does so within seconds. */
const keptMs = 10_000;
/** What has changed since may grow to this share of the whole before the whole is encoded anew. */
const longestRestShare = 1 / 4;
const shortestRestBytes = 64 * 1024;

/**
 * A whole document as messages, for those who have nothing of it. Encoding a large sheet takes as long
 * as hundreds of edits, so it is done once for all who come within some seconds; what has changed since
 * follows as a message of its own.
 */
export class FullState {
  readonly #document: Document;
  #whole: Uint8Array | null = null;
  #since: Uint8Array[] = [];
  #sinceBytes = 0;
  #rest: Uint8Array | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(document: Document) {
    this.#document = document;
    document.on('update', (update: Uint8Array) => this.#note(update));
    document.on('destroy', () => this.#forget());
  }

  /** In the order in which they are to be sent; shared between all who get them. */
  messages(): Uint8Array[] {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#forget(), keptMs).unref();
    this.#whole ??= this.#build(messageYjsSyncStep2, Y.encodeStateAsUpdate(this.#document));
    if (this.#since.length === 0) return [this.#whole];
    this.#rest ??= this.#build(messageYjsUpdate, Y.mergeUpdates(this.#since));
    return [this.#whole, this.#rest];
  }

  #note(update: Uint8Array): void {
    if (this.#whole === null) return;
    this.#since.push(update);
    this.#sinceBytes += update.byteLength;
    this.#rest = null;
    const longest = Math.max(shortestRestBytes, this.#whole.byteLength * longestRestShare);
    if (this.#sinceBytes > longest) this.#forget();
  }

  #forget(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#whole = null;
    this.#rest = null;
    this.#since = [];
    this.#sinceBytes = 0;
  }

  #build(step: number, update: Uint8Array): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarString(encoder, this.#document.name);
      encoding.writeVarUint(encoder, MessageType.Sync);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, update);
    });
  }
}
