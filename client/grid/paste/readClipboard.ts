import type { Steps } from '#client/sync/runSteps.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { type Block, type BlockCell, buildBlock } from './Block.ts';
import { parseTsv } from './parseTsv.ts';
import { readHtmlSteps } from './readHtmlBlock.ts';

/** What a paste brings; `html` is empty when only plain text is there, or wanted. */
export type ClipboardTexts = { readonly html: string; readonly text: string };

/** More is an import of a file. Characters, save where the name says otherwise. */
export const clipboardLimits = {
  text: 16_000_000,
  /** A spreadsheet writes four to ten times as much HTML as it has text. */
  html: 48_000_000,
  lines: 50_000,
  cells: 1_000_000,
} as const;

/**
 * The block on the clipboard. A table's HTML tells more than its text: numbers as they are kept, what
 * was hidden and merged. The text has line breaks and spaces as they are, so where both agree on the
 * cells, each gives what it knows best. Yields how many lines are read.
 *
 * @throws AppError clipboard.too-large, clipboard.too-many-lines, before anything is parsed where possible
 */
export function* readClipboardSteps({ html, text }: ClipboardTexts): Steps<Block> {
  if (text.length > clipboardLimits.text) throw tooLarge(text.length);
  const isHtmlTaken = html !== '' && html.length <= clipboardLimits.html && /<table[\s>]/i.test(html);
  if (!isHtmlTaken && text === '' && html.length > clipboardLimits.html) throw tooLarge(html.length);
  const plain = parseTsv(text);
  yield 0;
  assertLines(plain.length);
  const fromHtml = isHtmlTaken ? yield* readHtml(html) : null;
  if (fromHtml === null) return buildBlock(text === '' ? [] : plain);
  assertLines(fromHtml.lines.length);
  return joinTexts(fromHtml, plain);
}

function* readHtml(html: string): Steps<Block | null> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  yield 0;
  return yield* readHtmlSteps(document, clipboardLimits);
}

/** Takes the plain texts where both have the same cells, apart from spaces and line breaks. */
function joinTexts(block: Block, plain: readonly (readonly string[])[]): Block {
  if (block.lines.length !== plain.length) return block;
  const lines = block.lines.map((cells, index) => {
    const texts = plain[index] ?? [];
    if (texts.length > cells.length) return cells;
    return cells.map((cell, place): BlockCell => {
      const text = texts[place] ?? '';
      return isAlike(cell.text, text) ? { ...cell, text: text.replaceAll(/\r\n?/g, '\n') } : cell;
    });
  });
  return { ...block, lines };
}

function isAlike(a: string, b: string): boolean {
  return a === b || a.replaceAll(/\s+/g, '') === b.replaceAll(/\s+/g, '');
}

function assertLines(count: number): void {
  if (count <= clipboardLimits.lines) return;
  throw new AppError('clipboard.too-many-lines', { count, limit: clipboardLimits.lines });
}

function tooLarge(length: number): AppError {
  const [size, limit] = [length, clipboardLimits.text].map((count) => Math.ceil(count / 1_000_000));
  return new AppError('clipboard.too-large', { size: size ?? 0, limit: limit ?? 0 });
}
