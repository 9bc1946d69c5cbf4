import { AppError } from '#shared/errors/AppError.ts';
import { assertBound, importBounds } from '../importBounds.ts';

export type ZipEntry = {
  name: string;
  /** 0 is stored, 8 is deflated; nothing else occurs in workbooks. */
  method: number;
  isEncrypted: boolean;
  crc32: number;
  packed: Uint8Array;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xffff;
/** Stands in a field of 32 bits whose value is in the ZIP64 extra field. */
const elsewhere = 0xffffffff;
const zip64Extra = 0x0001;

/**
 * The files of a ZIP archive by name, still packed. The list at the end of the archive decides, as in
 * every office program. Sizes are only used to cut the packed bytes out, and must lie in the file;
 * what comes out of them is counted by whoever inflates.
 *
 * @throws AppError `import.broken`, `import.too-many-entries`
 */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  assertBound(count, importBounds.entries, 'import.too-many-entries');
  const entries = new Map<string, ZipEntry>();
  let place = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (place + entryLength > bytes.length || view.getUint32(place, true) !== entrySignature) throw broken();
    const nameLength = view.getUint16(place + 28, true);
    const extraLength = view.getUint16(place + 30, true);
    const next = place + entryLength + nameLength + extraLength + view.getUint16(place + 32, true);
    if (next > bytes.length) throw broken();
    const nameEnd = place + entryLength + nameLength;
    const name = new TextDecoder().decode(bytes.subarray(place + entryLength, nameEnd)).replaceAll('\\', '/');
    const extra = new DataView(bytes.buffer, bytes.byteOffset + nameEnd, extraLength);
    const sizes = readSizes(view, place, extra);
    entries.set(name, {
      name,
      method: view.getUint16(place + 10, true),
      isEncrypted: (view.getUint16(place + 8, true) & 1) !== 0,
      crc32: view.getUint32(place + 16, true),
      packed: cutPacked(bytes, view, sizes),
    });
    place = next;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let place = view.byteLength - endLength; place >= first; place -= 1) {
    if (view.getUint32(place, true) === endSignature) return place;
  }
  throw broken();
}

type Sizes = { packedSize: number; offset: number };

/** Writers that stream put sizes of small files, too, into the extra field for large ones. */
function readSizes(view: DataView, place: number, extra: DataView): Sizes {
  let packedSize = view.getUint32(place + 20, true);
  const plainSize = view.getUint32(place + 24, true);
  let offset = view.getUint32(place + 42, true);
  let field = 0;
  while (field + 4 <= extra.byteLength) {
    const length = extra.getUint16(field + 2, true);
    if (extra.getUint16(field, true) === zip64Extra) {
      let at = field + 4;
      const readNext = (): number => {
        if (at + 8 > Math.min(field + 4 + length, extra.byteLength)) throw broken();
        const value = Number(extra.getBigUint64(at, true));
        at += 8;
        return value;
      };
      if (plainSize === elsewhere) readNext();
      if (packedSize === elsewhere) packedSize = readNext();
      if (offset === elsewhere) offset = readNext();
    }
    field += 4 + length;
  }
  return { packedSize, offset };
}

function cutPacked(bytes: Uint8Array, view: DataView, { packedSize, offset }: Sizes): Uint8Array {
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature) throw broken();
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw broken();
  return bytes.subarray(start, start + packedSize);
}

function broken(): AppError {
  return new AppError('import.broken');
}
