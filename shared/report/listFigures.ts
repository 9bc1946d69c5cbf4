import type { FigureModel, TextBlock } from './TextModel.ts';
import { walkText } from './walkText.ts';

/** Every figure of a text, in the order it is read. */
export function listFigures(blocks: readonly TextBlock[]): FigureModel[] {
  return Array.from(walkText(blocks), ({ block }) => {
    if (block.type === 'rows') return [block.figure];
    if (block.type !== 'paragraph' && block.type !== 'heading') return [];
    return block.content.flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : []));
  }).flat();
}
