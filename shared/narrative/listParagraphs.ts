import { listLines } from './listLines.ts';
import type { Narrative, NarrativeBlock } from './Narrative.ts';

/** A paragraph, heading or line of a cell, with the indices that lead to it from the text down. */
export type Paragraph = {
  /** Of a block, then of an item, or of a row and a cell, then of a block in it. */
  path: readonly number[];
  text: string;
};

/** Every paragraph of a text that has words, in order; a figure in it is `[…]`. */
export function listParagraphs(narrative: Narrative): Paragraph[] {
  return listWithin(narrative, []);
}

function listWithin(blocks: readonly NarrativeBlock[], path: readonly number[]): Paragraph[] {
  return blocks.flatMap((block, index) => listOf(block, [...path, index]));
}

function listOf(block: NarrativeBlock, path: readonly number[]): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return listLines([block]).map((text) => ({ path, text }));
    case 'list':
      return block.items.flatMap((item, place) => listWithin(item, [...path, place]));
    case 'quote':
      return listWithin(block.content, path);
    case 'table':
      return block.rows.flatMap(({ cells }, row) =>
        cells.flatMap(({ content }, cell) => listWithin(content, [...path, row, cell])),
      );
    case 'rows':
      return [];
  }
}
