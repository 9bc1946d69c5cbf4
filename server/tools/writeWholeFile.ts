import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';

/**
 * A file that is there whole or not at all: written beside its place, flushed, and only then given
 * its name. AppError `export.not-written`; what was there before is then unchanged.
 */
export async function writeWholeFile(folder: string, name: string, content: Uint8Array): Promise<string> {
  const target = join(folder, name);
  const partial = join(folder, `.${name}.${process.pid}.partial`);
  let isBegun = false;
  try {
    const file = await open(partial, 'wx');
    isBegun = true;
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    return target;
  } catch (error) {
    if (isBegun) await rm(partial, { force: true });
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('export.not-written', { file: target, detail }, { cause: error });
  }
}
