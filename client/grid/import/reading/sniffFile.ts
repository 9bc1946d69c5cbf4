import { AppError } from '#shared/errors/AppError.ts';

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const emptyZipSignature = [0x50, 0x4b, 0x05, 0x06];
/** Enough for a text's first tag or a program's signature. */
const headBytes = 4_096;

/**
 * What a file is, by its content: names lie, and people rename files to make them open.
 *
 * @throws AppError that says what to do with a file of another kind
 */
export function sniffFile(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new AppError('import.empty');
  if (startsWith(bytes, oleSignature)) throw new AppError(findOleKind(bytes));
  if (startsWith(bytes, zipSignature)) return 'xlsx';
  if (startsWith(bytes, emptyZipSignature)) throw new AppError('import.no-workbook');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  if (head.startsWith('%PDF')) throw new AppError('import.pdf');
  if (head.startsWith('{\\rtf')) throw new AppError('import.document');
  // Programs that "export to Excel" often write one of these and call it .xls.
  const markup = head.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (/^<(?:!doctype html|html|table|meta|\?xml|workbook)/i.test(markup)) throw new AppError('import.markup');
  return 'csv';
}

/** Old Office formats and protected new ones are the same container; the names of its parts tell them apart. */
function findOleKind(bytes: Uint8Array) {
  if (holdsName(bytes, 'EncryptedPackage')) return 'import.password';
  if (holdsName(bytes, 'WordDocument') || holdsName(bytes, 'PowerPoint Document')) return 'import.document';
  return holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book') ? 'import.xls' : 'import.not-a-table';
}

/** Names in the container are UTF-16 and begin on an entry of 128 bytes. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name, '\u0000'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let place = 512; place + wanted.length <= bytes.length; place += 128) {
    if (wanted.every((byte, index) => bytes[place + index] === byte)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
