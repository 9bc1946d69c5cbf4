import { type NumberLook, readNumberFormat } from './numberFormat.ts';
import { parseXml, type XmlAttributes } from './parseXml.ts';

/** How each style of the workbook shows a number, by the style's place, which is what a cell names. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<NumberLook[]> {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let isCellStyle = false;
  await parseXml(chunks, {
    open(name, attributes: XmlAttributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) {
        const id = Number(attributes.numFmtId ?? 0);
        looks.push(readNumberFormat(id, codes.get(id) ?? null));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return looks;
}
