import { AppError, formatError } from '#shared/errors/AppError.ts';

/** What a tool does, ended the same way for all: 0 when it gives true, else 1; errors in both languages. */
export async function runTool(work: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof AppError)) throw error;
    console.error(formatError(error.code, error.parameters, 'uk'));
    console.error(formatError(error.code, error.parameters, 'en'));
    if (error.cause instanceof Error) console.error(`(${error.cause.message})`);
  }
}
