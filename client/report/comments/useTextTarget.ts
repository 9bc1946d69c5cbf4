import { type MouseEvent, useCallback, useEffect, useState } from 'react';
import { type LinePlace, readLine, readSelectedLine } from '#client/report/text/commentMarks.ts';
import type { Writing } from '#client/report/text/useWriting.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TextPlace } from '#shared/comments/CommentPlace.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import { listTextBlocks } from '#shared/narrative/textBlocks.ts';

/** What one would comment on: its place, the words of its line, and what a figure shows. */
export type TextTarget = { place: TextPlace; words: string; shown: string };

/** The line that the caret is in or that was clicked, also in a text that one only reads; or a figure. */
export function useTextTarget(
  { editors }: Pick<Writing, 'editors'>,
  isOn: boolean,
): { target: TextTarget | null; onClick(event: MouseEvent): void } {
  const { session } = useReport();
  const [target, setTarget] = useState<TextTarget | null>(null);

  const aim = useCallback(
    (directionId: DirectionId, line: LinePlace | null, shown: string) => {
      if (line === null) return;
      const blocks = listTextBlocks(session.narrative(directionId).get().doc);
      const block = blocks.find(({ path }) => path.join() === line.path.join());
      const figure = line.figure === null ? null : (block?.figures[line.figure] ?? null);
      if (block === undefined) return;
      setTarget({
        place:
          figure === null
            ? { kind: 'paragraph', directionId, block: block.id }
            : { kind: 'figure', directionId, block: figure },
        words: block.text.replaceAll('\uFFFC', '…'),
        shown: figure === null ? '' : shown,
      });
    },
    [session],
  );

  useEffect(() => {
    if (!isOn) return;
    const stops = [...editors].map(([directionId, editor]) => {
      const look = () => {
        const line = readSelectedLine(editor.state);
        const dom = editor.view.nodeDOM(editor.state.selection.from);
        aim(directionId, line, line?.figure == null ? '' : (dom?.textContent ?? ''));
      };
      if (editor.isFocused) look();
      editor.on('selectionUpdate', look);
      return () => editor.off('selectionUpdate', look);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [editors, isOn, aim]);

  const onClick = (event: MouseEvent) => {
    if (!isOn || !(event.target instanceof Element)) return;
    for (const [directionId, editor] of editors) {
      if (editor.isDestroyed || !editor.view.dom.contains(event.target)) continue;
      const figure = event.target.closest('[data-figure]');
      const place = editor.state.doc.resolve(editor.view.posAtDOM(figure ?? event.target, 0));
      aim(directionId, readLine(place, figure !== null), figure?.textContent ?? '');
    }
  };
  return { target, onClick };
}
