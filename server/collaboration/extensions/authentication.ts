import type { Extension } from '@hocuspocus/server';
import { AppError } from '#shared/errors/AppError.ts';
import type { CollaborationMetrics } from '../CollaborationMetrics.ts';
import type { ConnectionContext, Credentials } from '../ConnectionContext.ts';
import type { RightsDesk } from '../RightsDesk.ts';

/**
 * Admits a connection to a document, as reader or as writer. The token of the protocol is not looked
 * at: a socket proved who it is when it was opened.
 */
export function createAuthentication(rights: RightsDesk, metrics: CollaborationMetrics): Extension {
  return {
    async onAuthenticate({ context, documentName, connectionConfig }): Promise<ConnectionContext> {
      const { credentials } = context as { credentials: Credentials };
      try {
        const actor = await rights.identify(credentials);
        const admission = await rights.admit(actor, documentName);
        connectionConfig.readOnly = admission.writeRefusal !== null;
        return { credentials, actor, ...admission };
      } catch (error) {
        if (error instanceof AppError) metrics.refusals.inc({ code: error.code });
        throw error;
      }
    },
  };
}
