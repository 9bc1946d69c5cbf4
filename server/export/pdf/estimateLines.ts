import type { PrintedBlock, PrintedInline, PrintedTable } from '../printed/PrintedDocument.ts';

/** Letters of a table's size in a line as wide as the text; fewer than there are, so that a guess is rather high. */
const lineLetters = 75;

/** How many lines a table takes at most, by the letters of its cells: in each row its highest cell counts. */
export function estimateTableLines({ rows, columnCount }: PrintedTable): number {
  return rows.reduce((lines, slots) => {
    const heights = slots.map((slot) =>
      slot.type === 'covered'
        ? 0
        : estimateBlocksLines(slot.content, (lineLetters * slot.colspan) / columnCount),
    );
    return lines + Math.max(1, ...heights);
  }, 0);
}

function estimateBlocksLines(blocks: readonly PrintedBlock[], letters: number): number {
  return blocks.reduce((lines, block) => lines + estimateBlockLines(block, letters), 0);
}

function estimateBlockLines(block: PrintedBlock, letters: number): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return estimateInlinesLines(block.content, letters);
    case 'list':
      return block.items.reduce((lines, item) => lines + estimateBlocksLines(item, letters / 2), 0);
    case 'quote':
      return estimateBlocksLines(block.content, letters);
    case 'caption':
      return Math.ceil(block.text.length / letters);
    default:
      // As high as it likes.
      return Number.POSITIVE_INFINITY;
  }
}

function estimateInlinesLines(content: readonly PrintedInline[], letters: number): number {
  const breaks = content.filter(({ type }) => type === 'break').length;
  const length = content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 0), 0);
  return 1 + breaks + Math.ceil(length / letters);
}
