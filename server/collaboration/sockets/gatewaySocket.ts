import { AuthMessageType } from '@hocuspocus/common';
import { MessageType, type WebSocketLike } from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { messagePermissionDenied } from 'y-protocols/auth';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { buildFrame } from './frames.ts';

/** y-websocket's own message types; the numbers are those of Hocuspocus. */
const inboundTypes = new Set<number>([MessageType.Sync, MessageType.Awareness, MessageType.QueryAwareness]);

/**
 * Speaks y-websocket on one side and Hocuspocus on the other: y-websocket has one document per
 * socket and no name in its messages, and knows sync, auth and awareness only.
 */
export type GatewaySocket = WebSocketLike & {
  /** A message of the plain client as a Hocuspocus frame; null when it is none of y-websocket's. */
  readInbound(data: Uint8Array): Uint8Array | null;
};

export function createGatewaySocket(socket: WebSocket, documentName: string): GatewaySocket {
  return {
    get readyState() {
      return socket.readyState;
    },
    close: (code, reason) => socket.close(code, reason),
    send(data) {
      const outbound = translateOutbound(data as Uint8Array);
      if (outbound.message) socket.send(outbound.message);
      // Of one document there is nothing more to say: the client need not ask again and again.
      if (outbound.isLast) socket.close(closeCodes.forbidden);
    },
    readInbound(data) {
      const type = data[0];
      return type !== undefined && inboundTypes.has(type) ? buildFrame(documentName, data) : null;
    },
  };
}

type Outbound = { message: Uint8Array | null; isLast: boolean };

/** Strips the name; no message for what y-websocket does not know. */
function translateOutbound(frame: Uint8Array): Outbound {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  // A copy: broadcasts share one frame between all sockets of a document.
  const payload = decoding.readTailAsUint8Array(decoder).slice();
  switch (type) {
    case MessageType.Sync:
    case MessageType.SyncReply:
      return { message: withType(MessageType.Sync, payload), isLast: false };
    case MessageType.Awareness:
      return { message: withType(MessageType.Awareness, payload), isLast: false };
    case MessageType.Auth: {
      // "Authenticated" has no counterpart; "permission denied" is the same message under another number.
      const isDenied = payload[0] === AuthMessageType.PermissionDenied;
      payload[0] = messagePermissionDenied;
      return { message: isDenied ? withType(MessageType.Auth, payload) : null, isLast: isDenied };
    }
    default:
      return { message: null, isLast: type === MessageType.CLOSE };
  }
}

function withType(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
