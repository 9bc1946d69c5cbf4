import type { TextInline } from '../../report/TextModel.ts';

/** Text that is read as one piece: adjacent runs, whatever their emphasis. */
export type TextSegment = {
  text: string;
  /** Nothing stands before it in its block. */
  isFirst: boolean;
  /** The inline and the offset in it of a place in the text. */
  locate(offset: number): { index: number; offset: number };
};

/** A figure, a line break and the text of a link end a segment; links are addresses, not statements. */
export function readSegments(content: readonly TextInline[]): TextSegment[] {
  const segments: TextSegment[] = [];
  let runs: { index: number; start: number }[] = [];
  let text = '';
  const close = (): void => {
    const placed = runs;
    if (text !== '') {
      segments.push({
        text,
        isFirst: placed[0]?.index === 0,
        locate(offset) {
          const run = placed.findLast(({ start }) => start <= offset) ?? { index: 0, start: 0 };
          return { index: run.index, offset: offset - run.start };
        },
      });
    }
    runs = [];
    text = '';
  };
  for (const [index, inline] of content.entries()) {
    if (inline.type !== 'text' || inline.link !== null) {
      close();
      continue;
    }
    runs.push({ index, start: text.length });
    text += inline.text;
  }
  close();
  return segments;
}
