import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file's content, or a folder's names, so that a power cut does not take back what was reported as done. */
export function flushToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Windows flushes no folders and no files opened for reading.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(handle);
  }
}
