import { MessageType } from '@hocuspocus/server';
import type { SocketContext } from '../ConnectionContext.ts';
import type { FrameHead } from './frames.ts';

/**
 * A client asks for a document first. What it says of one that it has not asked for since it was
 * closed or refused is left over from before: Hocuspocus would keep it for the connection that is made
 * next, where a leaving message would end it, and the answer to an old change would confirm a new one.
 */
export function isExpectedFrame({ documentName, type }: FrameHead, { attached }: SocketContext): boolean {
  if (type === MessageType.Auth) attached.add(documentName);
  return attached.has(documentName);
}
