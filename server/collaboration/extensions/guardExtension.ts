import type { Extension } from '@hocuspocus/server';
import type { Logger } from '#server/log/createLogger.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';

/** Hooks whose failure refuses what is being asked; every other hook only takes note of something. */
const decidingHooks = new Set([
  'onAuthenticate',
  'onLoadDocument',
  'beforeSync',
  'beforeHandleMessage',
  'beforeHandleAwareness',
]);

/** What Hocuspocus sends to the client when a hook rejects: no `message`, or it prints it to the console. */
export type Refusal = { code: number; reason: string };

export function buildRefusal(error: unknown): Refusal {
  return { code: closeCodes.forbidden, reason: error instanceof AppError ? error.code : 'server.failed' };
}

/**
 * Wraps every hook of an extension. Hocuspocus leaves several hooks' promises alone, so that a throw
 * in one ends the process; here a noting hook is logged and forgotten, and a deciding one refuses
 * with a code of the error catalogue.
 */
export function guardExtension(extension: Extension, log: Logger): Extension {
  const guarded: Record<string, unknown> = { ...extension };
  for (const [name, hook] of Object.entries(extension)) {
    if (typeof hook !== 'function') continue;
    guarded[name] = async (payload: unknown) => {
      try {
        return await Reflect.apply(hook, extension, [payload]);
      } catch (error) {
        const isExpected = error instanceof AppError && error.status < 500;
        if (!isExpected) log.error({ err: error, hook: name }, 'collaboration hook failed');
        if (decidingHooks.has(name)) throw buildRefusal(error);
        return undefined;
      }
    };
  }
  return guarded as Extension;
}
