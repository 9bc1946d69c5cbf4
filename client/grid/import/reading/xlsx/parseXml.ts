import { SaxesParser } from 'saxes';
import { AppError } from '#shared/errors/AppError.ts';
import { assertBound, importBounds } from '../importBounds.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names come without their prefix, which writers choose as they like; attributes likewise. */
export type XmlHandler = {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Markup may be read on this long without an element beginning or ending. */
const longestSilence = 4 * importBounds.cellLength + 64 * 1024;

/**
 * Reads XML as its bytes arrive. Office files have no document type, so one that has is refused:
 * nothing is ever expanded or fetched. `isDone` may end the reading early.
 *
 * @throws AppError `import.broken` for what is not well-formed
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  isDone: () => boolean = () => false,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  let silence = 0;
  parser.on('doctype', () => {
    throw new AppError('import.broken');
  });
  parser.on('error', (error) => {
    throw new AppError('import.broken', {}, { cause: error });
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    handler.open(dropPrefix(name), dropPrefixes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    handler.close?.(dropPrefix(name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));

  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= createDecoder(chunk);
    const text = decode(decoder, chunk);
    silence += text.length;
    parser.write(text);
    assertBound(silence, longestSilence, 'import.too-long-cell', {
      limit: importBounds.cellLength,
    });
    if (isDone()) return;
  }
  parser.write(decoder === null ? '' : decode(decoder)).close();
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw new AppError('import.broken', {}, { cause: error });
  }
}

/** UTF-8, unless a byte order mark says otherwise. */
function createDecoder([first, second]: Uint8Array): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function dropPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function dropPrefixes(attributes: XmlAttributes): XmlAttributes {
  // Those of a cell have none, and there are millions of cells.
  if (!Object.keys(attributes).some((name) => name.includes(':'))) return attributes;
  const plain: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) plain[dropPrefix(name)] = value;
  }
  return plain;
}
