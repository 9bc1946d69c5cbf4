import * as Y from 'yjs';
import { z } from 'zod';
import { narrativeNodes, narrativeRoot } from './narrativeNodes.ts';

/**
 * Names a paragraph, a heading or a figure for as long as it is there, whatever is typed before it or in
 * it: the Yjs id of its element, `client:clock`.
 */
export const BlockId = z.string().regex(/^\d{1,16}:\d{1,16}$/);
export type BlockId = z.infer<typeof BlockId>;

/** A line of a text that can be commented on, with the figures in it. */
export type TextBlock = {
  id: BlockId;
  /** Its place among the elements of each level, from the outermost. */
  path: readonly number[];
  /** Its words; each figure is one U+FFFC. */
  text: string;
  /** In the order of the line. */
  figures: readonly BlockId[];
};

const lines: ReadonlySet<string> = new Set([narrativeNodes.paragraph, narrativeNodes.heading]);
/** Deeper than anybody writes. */
const deepest = 12;

/** Every line of a text, in order, as the document of a direction holds it. */
export function listTextBlocks(doc: Y.Doc): TextBlock[] {
  const blocks: TextBlock[] = [];
  collect(doc.getXmlFragment(narrativeRoot), [], blocks);
  return blocks;
}

/**
 * Where something stands that was said about a block: the block itself or, when it was written anew (cut
 * and put elsewhere, made a heading), the only one with the same words. Null when it is gone.
 */
export function findTextBlock(blocks: readonly TextBlock[], id: BlockId, words: string): TextBlock | null {
  const same = blocks.find((block) => block.id === id || block.figures.includes(id));
  if (same !== undefined) return same;
  const alike = words === '' ? [] : blocks.filter(({ text }) => text === words);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function collect(parent: Y.XmlFragment, path: readonly number[], blocks: TextBlock[]): void {
  if (path.length > deepest) return;
  parent.toArray().forEach((child, index) => {
    if (!(child instanceof Y.XmlElement)) return;
    const here = [...path, index];
    if (lines.has(child.nodeName)) blocks.push(readLine(child, here));
    else collect(child, here, blocks);
  });
}

function readLine(element: Y.XmlElement, path: readonly number[]): TextBlock {
  const figures: BlockId[] = [];
  let text = '';
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) text += readWords(child);
    else if (child instanceof Y.XmlElement && child.nodeName === narrativeNodes.figure) {
      figures.push(idOf(child));
      text += '\uFFFC';
    } else text += '\n';
  }
  return { id: idOf(element), path, text, figures };
}

function readWords(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

/** What is inside of a document always has an item. */
function idOf(element: Y.XmlElement): BlockId {
  const { client = 0, clock = 0 } = element._item?.id ?? {};
  return `${client}:${clock}`;
}
