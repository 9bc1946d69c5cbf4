import { MessageType } from '@hocuspocus/server';
import * as encoding from 'lib0/encoding';

/** The two wire protocols: Hocuspocus puts the document's name before what y-websocket says. */
export type Dialect = 'hocuspocus' | 'y-websocket';

export type InboundFrame =
  | { kind: 'authenticated' | 'ack' | 'awareness' | 'other' | 'refused' }
  /** The server wants to know what we have. */
  | { kind: 'sync-request' }
  | { kind: 'sync-answer' }
  /** `offset` is where the update begins in the frame. */
  | { kind: 'update'; offset: number };

const syncMessages = { request: 0, answer: 1, update: 2 } as const;
const other = { kind: 'other' } as const;

export function readFrame(frame: Uint8Array, prefixLength: number): InboundFrame {
  const type = frame[prefixLength];
  if (type === MessageType.Sync || type === MessageType.SyncReply) {
    const step = frame[prefixLength + 1];
    if (step === syncMessages.update) return { kind: 'update', offset: prefixLength + 2 };
    return { kind: step === syncMessages.request ? 'sync-request' : 'sync-answer' };
  }
  if (type === MessageType.Awareness) return { kind: 'awareness' };
  // Only Hocuspocus knows these.
  if (prefixLength === 0) return other;
  if (type === MessageType.SyncStatus) return { kind: frame[prefixLength + 1] === 1 ? 'ack' : 'refused' };
  if (type === MessageType.Auth) return { kind: frame[prefixLength + 1] === 2 ? 'authenticated' : 'refused' };
  if (type === MessageType.CLOSE) return { kind: 'refused' };
  return other;
}

/** What stands before every frame. */
export function buildPrefix(dialect: Dialect, documentName: string): Uint8Array {
  if (dialect === 'y-websocket') return new Uint8Array();
  return encoding.encode((encoder) => encoding.writeVarString(encoder, documentName));
}

export function buildAuthFrame(prefix: Uint8Array): Uint8Array {
  return build(prefix, MessageType.Auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'bench');
  });
}

/** Asks for everything: we have nothing. */
export function buildSyncRequest(prefix: Uint8Array): Uint8Array {
  return buildSync(prefix, syncMessages.request, new Uint8Array([0]));
}

export function buildSyncAnswer(prefix: Uint8Array, update: Uint8Array): Uint8Array {
  return buildSync(prefix, syncMessages.answer, update);
}

export function buildUpdateFrame(prefix: Uint8Array, update: Uint8Array): Uint8Array {
  return buildSync(prefix, syncMessages.update, update);
}

export function buildAwarenessFrame(
  prefix: Uint8Array,
  clientId: number,
  clock: number,
  state: unknown,
): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return build(prefix, MessageType.Awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

function buildSync(prefix: Uint8Array, step: number, payload: Uint8Array): Uint8Array {
  return build(prefix, MessageType.Sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function build(prefix: Uint8Array, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}
