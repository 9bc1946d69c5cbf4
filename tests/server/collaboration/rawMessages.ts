import { MessageType } from '@hocuspocus/server';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';

/** Frames as a hostile client would build them: nothing here asks whether they make sense. */
function buildMessage(
  documentName: string,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentName);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export function buildUpdateMessage(documentName: string, update: Uint8Array): Uint8Array {
  return buildMessage(documentName, MessageType.Sync, (encoder) => {
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function buildAwarenessMessage(
  documentName: string,
  awareness: Awareness,
  clients: number[],
): Uint8Array {
  return buildMessage(documentName, MessageType.Awareness, (encoder) => {
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients));
  });
}

export function buildTypedMessage(documentName: string, type: number, payload = ''): Uint8Array {
  return buildMessage(documentName, type, (encoder) => encoding.writeVarString(encoder, payload));
}
