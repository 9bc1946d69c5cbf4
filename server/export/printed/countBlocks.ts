import type { PrintedBlock, PrintedDocument } from './PrintedDocument.ts';

/** How many blocks and lines there are to write, at every depth: what progress is measured by. */
export function countBlocks({ blocks, annexes }: Pick<PrintedDocument, 'blocks' | 'annexes'>): number {
  return annexes.reduce((sum, annex) => sum + countAll(annex.blocks), countAll(blocks));
}

function countAll(blocks: readonly PrintedBlock[]): number {
  return blocks.reduce((sum, block) => sum + 1 + countInside(block), 0);
}

function countInside(block: PrintedBlock): number {
  switch (block.type) {
    case 'list':
      return block.items.reduce((sum, item) => sum + countAll(item), 0);
    case 'quote':
      return countAll(block.content);
    case 'table':
      return block.rows.reduce(
        (sum, slots) =>
          sum + slots.reduce((own, slot) => own + (slot.type === 'cell' ? countAll(slot.content) : 0), 0),
        0,
      );
    case 'grid':
      return block.lineCount;
    default:
      return 0;
  }
}
