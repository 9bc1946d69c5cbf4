import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { sectionId } from '#client/report/sectionId.ts';
import { scrollFirmly } from '#client/ui/scrollFirmly.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { findBlock } from './findBlock.ts';

/**
 * Goes to the paragraph that the address names, once its text is here: the words are selected, which is
 * how they are seen. When it is not there any more, to the beginning of its direction.
 */
export function useParagraphTarget(editors: ReadonlyMap<DirectionId, Editor>, isReady: boolean): void {
  const [query] = useSearchParams();
  const { key } = useLocation();
  const gone = useRef<string | null>(null);
  const direction = DirectionId.safeParse(query.get('text'));
  const directionId = direction.success ? direction.data : null;
  const at = query.get('at');
  const editor = directionId === null ? undefined : editors.get(directionId);
  useEffect(() => {
    if (!isReady || directionId === null || at === null || gone.current === key) return;
    if (editor === undefined || editor.isDestroyed) return;
    gone.current = key;
    const block = /^\d{1,6}(\.\d{1,6}){0,40}$/.test(at)
      ? findBlock(editor.state.doc, at.split('.').map(Number))
      : null;
    if (block === null || !block.node.isTextblock) {
      document.getElementById(sectionId(directionId))?.scrollIntoView();
      return;
    }
    const { node, start } = block;
    editor
      .chain()
      .focus(null, { scrollIntoView: false })
      .setTextSelection({ from: start, to: start + node.content.size })
      .run();
    const place = editor.view.domAtPos(start).node;
    const element = place instanceof Element ? place : place.parentElement;
    // Not at the edge: bars lie over the page there.
    scrollFirmly(() => element?.scrollIntoView({ block: 'center' }));
  }, [isReady, directionId, at, editor, key]);
}
