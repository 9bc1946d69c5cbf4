import type { Narrative, NarrativeBlock, NarrativeInline } from './Narrative.ts';

/** Stands for a figure where only words are wanted. */
const figureMark = '[…]';

/** The words of a text, a line for each paragraph, heading and cell; empty ones are left out. */
export function listLines(narrative: Narrative): string[] {
  return narrative.flatMap(linesOf).filter((line) => line.trim() !== '');
}

function linesOf(block: NarrativeBlock): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content.map(wordsOf).join('')];
    case 'list':
      return block.items.flat().flatMap(linesOf);
    case 'quote':
      return block.content.flatMap(linesOf);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content.flatMap(linesOf)));
    case 'rows':
      return [];
  }
}

function wordsOf(inline: NarrativeInline): string {
  if (inline.type === 'break') return '\n';
  return inline.type === 'text' ? inline.text : figureMark;
}
