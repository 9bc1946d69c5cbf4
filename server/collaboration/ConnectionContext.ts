import type { DocumentAddress } from '#shared/documents/documentName.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Actor } from '#shared/model/user.ts';
import type { InspectedUpdate } from './updates/inspectUpdate.ts';

/** How a socket proved who it is; asked anew whenever rights are looked up. */
export type Credentials = { type: 'cookie'; header: string | null } | { type: 'token'; token: string };

/** What is known of a socket before it asks for any document. */
export type SocketContext = {
  credentials: Credentials;
  /** Names of the documents it has asked for, and that were neither refused nor closed since. */
  attached: Set<string>;
};

/** What Hocuspocus carries with each connection of one document. */
export type ConnectionContext = SocketContext & {
  actor: Actor;
  address: DocumentAddress;
  /** Null when the connection may write. */
  writeRefusal: ErrorCode | null;
  /** When the decision was made; see RightsDesk. */
  epoch: number;
  /** The update that is being handled; messages of a connection are handled one after the other. */
  inspected: InspectedUpdate | null;
};
