import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { AppError } from '#shared/errors/AppError.ts';
import { type Package, zipPackage } from './packVersion.ts';

/** The archive is not, byte for byte, what its own files make. */
export type ReadPackage = { files: Package; isArchiveChanged: boolean };

/** A package from a folder, or from its archive. AppError `file.missing`. */
export async function readPackageFiles(path: string): Promise<ReadPackage> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError('file.missing', { file: path });
  if (!found.isDirectory()) return readArchive(await readFile(path));
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(
      full
        .slice(path.length + 1)
        .replaceAll(sep, '/')
        .normalize('NFC'),
      await readFile(full),
    );
  }
  return { files, isArchiveChanged: false };
}

function readArchive(archive: Uint8Array): ReadPackage {
  try {
    const files = new Map(Object.entries(unzipSync(archive)));
    return { files, isArchiveChanged: !Buffer.from(zipPackage(files)).equals(archive) };
  } catch {
    return { files: new Map(), isArchiveChanged: true };
  }
}
