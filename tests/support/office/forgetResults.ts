import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The workbook without the stored results of its formulas: whoever opens it has to compute them. */
export function forgetResults(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx);
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const xml = strFromU8(bytes).replaceAll(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1');
    files[name] = strToU8(xml);
  }
  return zipSync(files);
}
