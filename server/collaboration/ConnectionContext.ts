import type { DocumentAddress } from '#shared/documents/documentName.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Actor } from '#shared/model/user.ts';

/** How a socket proved who it is; asked anew whenever rights are looked up. */
export type Credentials = { type: 'cookie'; header: string | null } | { type: 'token'; token: string };

/** What Hocuspocus carries with each connection of one document. */
export type ConnectionContext = {
  credentials: Credentials;
  actor: Actor;
  address: DocumentAddress;
  /** Null when the connection may write. */
  writeRefusal: ErrorCode | null;
};
