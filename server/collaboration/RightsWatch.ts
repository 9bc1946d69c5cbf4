import type { Connection, Hocuspocus } from '@hocuspocus/server';
import type { Logger } from '#server/log/createLogger.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { closeCodes, rightsGrantedReason } from '#shared/errors/closeCodes.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { ConnectionContext } from './ConnectionContext.ts';
import type { RightsDesk } from './RightsDesk.ts';

export type RightsWatch = {
  /** Looks up the rights of a person's open connections now; null means everybody's. */
  check(userId: UserId | null): Promise<void>;
  /** The same for all who have one document open. */
  checkDocument(documentName: string): Promise<void>;
  stop(): void;
};

/**
 * Rights are decided when a connection is made, and looked up again whenever something about them
 * changed and at least every `intervalMs`. A connection whose rights are no longer what they were
 * is closed with the reason; the client comes back and is admitted as what it is now.
 */
export function createRightsWatch(
  hocuspocus: Hocuspocus,
  rights: RightsDesk,
  options: { intervalMs: number; log: Logger },
): RightsWatch {
  const checkAll = async (connections: Connection<ConnectionContext>[]) => {
    const bySocket = Map.groupBy(connections, (connection) => connection.webSocket);
    for (const ofSocket of bySocket.values()) await checkSocket(ofSocket, rights);
  };
  const check = (userId: UserId | null) => {
    rights.epoch += 1;
    return checkAll(listConnections(hocuspocus, userId));
  };
  const checkDocument = (documentName: string) => {
    rights.epoch += 1;
    const connections = hocuspocus.documents.get(documentName)?.getConnections() ?? [];
    return checkAll(connections as Connection<ConnectionContext>[]);
  };
  const timer = setInterval(() => {
    check(null).catch((error: unknown) => options.log.error({ err: error }, 'looking up rights failed'));
  }, options.intervalMs);
  return { check, checkDocument, stop: () => clearInterval(timer) };
}

function listConnections(hocuspocus: Hocuspocus, userId: UserId | null): Connection<ConnectionContext>[] {
  const connections = [...hocuspocus.documents.values()].flatMap((document) => document.getConnections());
  return (connections as Connection<ConnectionContext>[]).filter(
    ({ context }) => userId === null || context.actor.userId === userId,
  );
}

/** Looks up the rights of some connections of one socket, and closes those that are not what they were. */
export async function checkSocket(
  connections: Connection<ConnectionContext>[],
  rights: RightsDesk,
): Promise<void> {
  const [first] = connections;
  if (!first) return;
  try {
    const actor = await rights.identify(first.context.credentials);
    let hasChanged = false;
    for (const connection of connections) {
      hasChanged = (await checkConnection(connection, rights, actor)) || hasChanged;
    }
    if (hasChanged) first.sendStateless(JSON.stringify({ type: 'rights-changed' } satisfies ServerMessage));
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    for (const connection of connections) connection.readOnly = true;
    first.webSocket.close(closeCodes.sessionEnded, error.code);
  }
}

/** True when the connection had other rights than now and was closed. */
async function checkConnection(
  connection: Connection<ConnectionContext>,
  rights: RightsDesk,
  actor: ConnectionContext['actor'],
): Promise<boolean> {
  const { context } = connection;
  try {
    const { writeRefusal } = await rights.admit(actor, connection.document.name);
    context.actor = actor;
    if ((writeRefusal === null) === (context.writeRefusal === null)) return false;
    close(connection, writeRefusal ?? rightsGrantedReason);
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    close(connection, error.code);
  }
  return true;
}

function close(connection: Connection<ConnectionContext>, reason: string): void {
  // What is still waiting in the connection's queue is handled after the close; it must not be written.
  connection.readOnly = true;
  connection.close({ code: closeCodes.forbidden, reason });
}
