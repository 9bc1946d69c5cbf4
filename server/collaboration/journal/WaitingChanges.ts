import * as Y from 'yjs';

type Store = Y.Doc['store'];

/**
 * Changes that build on others which have not arrived: a tab that died in the middle of sending, or
 * somebody who means harm. Yjs keeps them beside the document and hands them to everybody who syncs;
 * those would send them back with their own changes, and be refused for writing under another's
 * client id. So they are kept here, and the document is without them.
 */
export class WaitingChanges {
  #structs: Store['pendingStructs'] = null;
  #deletions: Store['pendingDs'] = null;

  get isEmpty(): boolean {
    return this.#structs === null && this.#deletions === null;
  }

  /** The structures that wait. Their encoding is the one that Yjs itself has just written. */
  decode(): ReturnType<typeof Y.decodeUpdateV2>['structs'] {
    return this.#structs === null ? [] : Y.decodeUpdateV2(this.#structs.update).structs;
  }

  /** Runs `act` with the waiting changes where Yjs looks for them, and takes out what still waits. */
  within<T>({ store }: Y.Doc, act: () => T): T {
    store.pendingStructs = this.#structs;
    store.pendingDs = this.#deletions;
    try {
      return act();
    } finally {
      this.#structs = store.pendingStructs;
      this.#deletions = store.pendingDs;
      store.pendingStructs = null;
      store.pendingDs = null;
    }
  }
}
