import { defaultTreeAdapter } from 'parse5';
import type { TextPiece } from '../TextTrail.ts';
import type { HtmlNode } from './readElements.ts';

const blocks: ReadonlySet<string> = new Set(['p', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The text of a part of a page, with the number of the paragraph, item or row that it stands in. */
export function readPieces(nodes: readonly HtmlNode[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let number = 0;
  const read = (node: HtmlNode): void => {
    if (defaultTreeAdapter.isTextNode(node))
      pieces.push({ text: node.value, place: `абзац ${Math.max(1, number)}` });
    if (!defaultTreeAdapter.isElementNode(node)) return;
    if (blocks.has(node.tagName)) number += 1;
    for (const child of node.childNodes) read(child);
  };
  for (const node of nodes) read(node);
  return pieces;
}
