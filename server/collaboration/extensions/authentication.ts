import type { Extension } from '@hocuspocus/server';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { ConnectionContext, SocketContext } from '../ConnectionContext.ts';
import type { RightsDesk } from '../RightsDesk.ts';
import { checkSocket } from '../RightsWatch.ts';

const byState = new Set<ErrorCode>(['access.sheet-locked', 'access.finalised']);

/**
 * Admits a connection to a document, as reader or as writer. The token of the protocol is not looked
 * at: a socket proved who it is when it was opened.
 */
export function createAuthentication(rights: RightsDesk): Extension {
  return {
    async onAuthenticate({ context, documentName, connectionConfig }): Promise<ConnectionContext> {
      const { credentials, attached } = context as SocketContext;
      const { epoch } = rights;
      try {
        const actor = await rights.identify(credentials);
        const admission = await rights.admit(actor, documentName);
        connectionConfig.readOnly = admission.writeRefusal !== null;
        return { credentials, attached, actor, epoch, inspected: null, ...admission };
      } catch (error) {
        attached.delete(documentName);
        throw error;
      }
    },

    async connected({ connection, documentName, context }) {
      const { attached, epoch, writeRefusal } = context as ConnectionContext;
      connection.onClose(() => attached.delete(documentName));
      // Who comes back with changes may not have heard of it; why there is no right at all, they know.
      if (writeRefusal !== null && byState.has(writeRefusal)) {
        const message: ServerMessage = { type: 'read-only', code: writeRefusal };
        connection.sendStateless(JSON.stringify(message));
      }
      // Rights that changed while the document was loading were looked up on open connections only.
      if (epoch !== rights.epoch) await checkSocket([connection], rights);
    },
  };
}
