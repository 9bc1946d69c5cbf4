import { MessageType } from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';

/** How every frame of the Hocuspocus protocol begins. */
export type FrameHead = { documentName: string; type: number };

/** What a browser of ours may send: not the server's own broadcast, and nothing unknown. */
const clientMessageTypes = new Set<number>([
  MessageType.Sync,
  MessageType.Awareness,
  MessageType.Auth,
  MessageType.QueryAwareness,
  MessageType.SyncReply,
  MessageType.CLOSE,
]);

/** Null for anything that is not a frame about a document that could exist. */
export function tryReadFrame(data: Uint8Array): FrameHead | null {
  try {
    const decoder = decoding.createDecoder(data);
    const documentName = decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (!clientMessageTypes.has(type) || !tryParseDocumentName(documentName)) return null;
    return { documentName, type };
  } catch {
    // lib0 throws on every truncated value; the caller closes the socket with a code.
    return null;
  }
}

export function buildFrame(documentName: string, rest: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentName);
  encoding.writeUint8Array(encoder, rest);
  return encoding.toUint8Array(encoder);
}

/** The message with which a connection asks for a document; its token is not looked at. */
export function buildAuthFrame(documentName: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentName);
  encoding.writeVarUint(encoder, MessageType.Auth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, '');
  return encoding.toUint8Array(encoder);
}
