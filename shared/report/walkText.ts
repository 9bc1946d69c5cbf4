import type { TextBlock } from './TextModel.ts';

export type PlacedBlock = {
  block: TextBlock;
  /** Indices from the text down to the block: of a block, then of an item, or of a row and a cell. */
  path: readonly number[];
};

/** Every block of a text in the order it is read, each before what is in it. */
export function* walkText(
  blocks: readonly TextBlock[],
  above: readonly number[] = [],
): Generator<PlacedBlock> {
  for (const [index, block] of blocks.entries()) {
    const path = [...above, index];
    yield { block, path };
    if (block.type === 'quote') yield* walkText(block.content, path);
    if (block.type === 'list') {
      for (const [item, content] of block.items.entries()) yield* walkText(content, [...path, item]);
    }
    if (block.type === 'table') {
      for (const [row, { cells }] of block.rows.entries()) {
        for (const [cell, { content }] of cells.entries()) yield* walkText(content, [...path, row, cell]);
      }
    }
  }
}

/** Nothing in it would print: an editor that was opened and left leaves an empty paragraph. */
export function isBlankText(blocks: readonly TextBlock[]): boolean {
  for (const { block } of walkText(blocks)) {
    if (block.type === 'rows') return false;
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    for (const inline of block.content) {
      if (inline.type === 'figure' || (inline.type === 'text' && inline.text.trim() !== '')) return false;
    }
  }
  return true;
}
