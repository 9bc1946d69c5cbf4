/**
 * Websocket close codes. A refusal of one document travels as its reason (an error code) in the
 * permission-denied or close message of that document; these close the whole socket.
 */
export const closeCodes = {
  /** The session ended or was revoked: sign in, then connect again. */
  sessionEnded: 4401,
  /** Not allowed at all: do not reconnect. */
  forbidden: 4403,
  /** A frame the server cannot read. */
  badFrame: 4400,
  /** A limit was passed; the reason says which. */
  limit: 4413,
  /** The server stops in order: reconnect with back-off. */
  stopping: 1012,
  /** A frame over the payload limit; sent by the websocket library itself. */
  tooBig: 1009,
} as const;

/** Reason of a document's close when the person may now write where they could only read: attach again. */
export const rightsGrantedReason = 'rights.granted';
