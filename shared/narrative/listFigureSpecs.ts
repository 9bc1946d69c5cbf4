import type { FigureSpec } from '../figures/FigureSpec.ts';
import type { Narrative, NarrativeBlock, NarrativeInline } from './Narrative.ts';

/** What every readable figure of a text shows, in the order it is read. */
export function listFigureSpecs(narrative: Narrative): FigureSpec[] {
  return narrative.flatMap(listOfBlock);
}

function listOfBlock(block: NarrativeBlock): FigureSpec[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.flatMap(listOfInline);
    case 'list':
      return block.items.flatMap(listFigureSpecs);
    case 'quote':
      return listFigureSpecs(block.content);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => listFigureSpecs(content)));
    case 'rows':
      return block.spec === null ? [] : [block.spec];
  }
}

function listOfInline(inline: NarrativeInline): FigureSpec[] {
  return inline.type === 'figure' && inline.spec !== null ? [inline.spec] : [];
}
