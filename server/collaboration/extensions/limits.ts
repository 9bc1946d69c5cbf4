import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import type { ConnectionContext } from '../ConnectionContext.ts';
import type { Limits } from '../Limits.ts';
import { inspectUpdate } from '../updates/inspectUpdate.ts';

/**
 * Looks into every update before anything else does: its size, its structures, its values. What it
 * found is left in the connection's context for the journal, which comes next and need not look again.
 */
export function createLimitsExtension(limits: Limits): Extension {
  return {
    async beforeSync({ connection, context, type, payload }) {
      if (type === messageYjsSyncStep1 || connection.readOnly) return;
      const documentContext = context as ConnectionContext;
      documentContext.inspected = inspectUpdate(payload, documentContext.address, limits);
    },
  };
}
