import { unzipSync } from 'fflate';

/** 1.2.840.113549.1.7.2: signedData of CMS, as DER writes an object identifier. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/**
 * Whether bytes can be a signature: CMS `signedData` (a .p7s of КЕП), or an ASiC container. What it signs,
 * and by whose key, is not looked at.
 */
export function looksLikeSignature(content: Uint8Array): boolean {
  return isCms(content) || isAsic(content);
}

/** A sequence of the length that is there, whose first element is the identifier of signedData. */
function isCms(content: Uint8Array): boolean {
  if (content[0] !== 0x30) return false;
  const head = readLength(content, 1);
  if (head === null) return false;
  const isWhole = head.length === null || head.start + head.length === content.length;
  return isWhole && signedData.every((byte, index) => content[head.start + index] === byte);
}

/** Of DER, or indefinite (null), as some programs write BER. */
function readLength(content: Uint8Array, at: number): { length: number | null; start: number } | null {
  const first = content[at];
  if (first === undefined) return null;
  if (first < 0x80) return { length: first, start: at + 1 };
  if (first === 0x80) return { length: null, start: at + 1 };
  const count = first & 0x7f;
  if (count > 4 || at + count >= content.length) return null;
  let length = 0;
  for (let index = 1; index <= count; index += 1) length = length * 256 + (content[at + index] ?? 0);
  return { length, start: at + 1 + count };
}

/** ETSI EN 319 162: a ZIP archive with signatures below META-INF. */
function isAsic(content: Uint8Array): boolean {
  if (content[0] !== 0x50 || content[1] !== 0x4b) return false;
  let hasSignature = false;
  try {
    unzipSync(content, {
      // Only names are looked at: nothing is inflated.
      filter({ name }) {
        hasSignature ||= /^META-INF\/[^/]*(signature|timestamp)[^/]*\.(xml|p7s|tst)$/i.test(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return hasSignature;
}
