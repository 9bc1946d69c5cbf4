import { assertBound, importBounds } from '../importBounds.ts';
import { parseXml } from './parseXml.ts';
import { createTextCollector } from './TextCollector.ts';

/** The texts that cells refer to by their place. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  const collector = createTextCollector();
  await parseXml(chunks, {
    open(name) {
      if (name === 'si') collector.begin();
      else collector.open(name);
    },
    close(name) {
      if (name === 'si') {
        texts.push(collector.end());
        assertBound(texts.length, importBounds.sharedStrings, 'import.too-many-texts');
      } else collector.close(name);
    },
    text: collector.text,
  });
  return texts;
}
