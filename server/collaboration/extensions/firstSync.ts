import {
  type Connection,
  type Document,
  type Extension,
  MessageType,
  OutgoingMessage,
} from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { FullState } from '../FullState.ts';

/** A state vector without any client in it. */
const emptyVector = 0;

/**
 * Answers those who have nothing of a document yet. Hocuspocus would encode the whole of it for each
 * of them anew: after an outage a hundred people come back at once, and a large sheet would be encoded
 * a hundred times over while everybody's edits wait.
 */
export function createFirstSync(): Extension {
  const states = new WeakMap<Document, FullState>();
  const waiting: (() => void)[] = [];

  function answer(document: Document, connection: Connection): void {
    // Closed meanwhile: the answer would reach whoever has the document open on this socket by now.
    if (!document.hasConnection(connection)) return;
    const question = new OutgoingMessage(connection.messageAddress).createSyncMessage();
    connection.send(question.writeFirstSyncStepFor(document).toUint8Array());
    let state = states.get(document);
    if (state === undefined) {
      state = new FullState(document);
      states.set(document, state);
    }
    for (const message of state.messages()) connection.send(message);
  }

  // One in a turn of the event loop: handing megabytes to the system takes milliseconds, and the edits
  // of those who are here already come in between.
  function takeTurn(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(takeTurn);
  }

  return {
    // Nothing here waits: Hocuspocus takes in a connection's frames one after the other, and behind one
    // that waits would queue the leave and the next sign-in of the same person.
    async beforeHandleMessage({ connection, document, update: frame }) {
      const typeOffset = findFirstRequest(frame);
      if (typeOffset === null) return;
      // Hocuspocus goes on with this frame, and there is no way to tell it that it is answered: as an
      // empty stateless message, which nobody listens to, there is nothing left in it to answer.
      frame[typeOffset] = MessageType.Stateless;
      waiting.push(() => answer(document, connection));
      if (waiting.length === 1) setImmediate(takeTurn);
    },
  };
}

/** Where the type stands in a frame that asks for everything; null for any other frame. */
function findFirstRequest(frame: Uint8Array): number | null {
  const decoder = decoding.createDecoder(frame);
  const nameBytes = decoding.readVarUint(decoder);
  const typeOffset = decoder.pos + nameBytes;
  const [type, step, length, vector] = frame.subarray(typeOffset);
  const isFirst =
    type === MessageType.Sync && step === messageYjsSyncStep1 && length === 1 && vector === emptyVector;
  return isFirst ? typeOffset : null;
}
