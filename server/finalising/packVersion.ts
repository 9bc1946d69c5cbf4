import { strToU8, zipSync } from 'fflate';
import {
  checksumNameOf,
  formatChecksum,
  manifestName,
  type SignatureList,
  signatureListName,
} from '#shared/finalising/manifest.ts';
import { sha256 } from './sha256.ts';

/** The first a ZIP archive knows: its files have no time of their own, so that equal content is an equal file. */
const noTime = new Date(1980, 0, 1);

export type Package = ReadonlyMap<string, Uint8Array>;

export function encodeJson(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

/** The files of a package by name: the lists with their own checksums first. */
export function layOutPackage(version: {
  manifest: Uint8Array;
  files: ReadonlyMap<string, Uint8Array>;
  signatures: SignatureList;
  signatureFiles: ReadonlyMap<string, Uint8Array>;
}): Package {
  const list = encodeJson(version.signatures);
  return new Map([
    ...withChecksum(manifestName, version.manifest),
    ...withChecksum(signatureListName, list),
    ...version.files,
    ...version.signatureFiles,
  ]);
}

function withChecksum(name: string, content: Uint8Array): [string, Uint8Array][] {
  return [
    [name, content],
    [checksumNameOf(name), strToU8(formatChecksum(sha256(content), name))],
  ];
}

/**
 * One archive of a package: names in order, nothing packed. Most of its files are packed already; and so
 * whoever has the files can tell of every byte of the archive what it has to be.
 */
export function zipPackage(files: Package): Uint8Array {
  const names = [...files.keys()].sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()])), {
    level: 0,
    mtime: noTime,
  });
}
