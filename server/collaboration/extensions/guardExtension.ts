import type { Connection, Extension } from '@hocuspocus/server';
import type { Logger } from '#server/log/createLogger.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { createId } from '#shared/model/ids.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { CollaborationMetrics } from '../CollaborationMetrics.ts';

/** Hooks whose failure refuses what is being asked; every other hook only takes note of something. */
const decidingHooks = new Set([
  'onAuthenticate',
  'onLoadDocument',
  'beforeSync',
  'beforeHandleMessage',
  'beforeHandleAwareness',
]);

/** What Hocuspocus sends to the client when a hook rejects: no `message`, or it prints it to the console. */
type Refusal = { code: number; reason: string };

type Options = { log: Logger; metrics: CollaborationMetrics };

/**
 * Wraps every hook of an extension. Hocuspocus leaves several hooks' promises alone, so that a throw
 * in one ends the process; here a noting hook is logged and forgotten, and a deciding one refuses
 * with a code of the error catalogue.
 */
export function guardExtension(extension: Extension, options: Options): Extension {
  const guarded: Record<string, unknown> = { ...extension };
  for (const [name, hook] of Object.entries(extension)) {
    if (typeof hook !== 'function') continue;
    guarded[name] = async (payload: { connection?: Connection }) => {
      try {
        return await Reflect.apply(hook, extension, [payload]);
      } catch (error) {
        return handleFailure(name, payload, error, options);
      }
    };
  }
  return guarded as Extension;
}

function handleFailure(
  hook: string,
  payload: { connection?: Connection },
  error: unknown,
  options: Options,
): void {
  const failure =
    error instanceof AppError ? error : new AppError('server.failed', { requestId: createId() });
  const { code, parameters } = failure;
  if (failure.status >= 500)
    options.log.error({ err: error, hook, ...parameters }, 'collaboration hook failed');
  if (!decidingHooks.has(hook)) return;
  options.metrics.refusals.inc({ code });
  if (hook === 'beforeSync') {
    // The close message that follows has room for a code only.
    const message: ServerMessage = { type: 'refused', code, parameters };
    payload.connection?.sendStateless(JSON.stringify(message));
  }
  throw { code: closeCodes.forbidden, reason: code } satisfies Refusal;
}
