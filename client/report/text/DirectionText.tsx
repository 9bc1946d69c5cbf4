import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { useEffect, useId } from 'react';
import type { NarrativeView } from '#client/sync/NarrativeSession.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import type { Direction } from '#shared/model/structure.ts';
import classes from './DirectionText.module.css';
import { FigureMenu } from './FigureMenu.tsx';
import { useFigureMenu } from './useFigureMenu.ts';
import { useTextEditor } from './useTextEditor.ts';

type Props = {
  direction: Direction;
  view: NarrativeView;
  labelledBy: string;
  /** The editor that has got the focus: the toolbar's. */
  onFocus(editor: Editor, directionId: DirectionId): void;
  /** To ask for a figure, to be put where the caret is. */
  onAsk(editor: Editor, directionId: DirectionId): void;
  onReady(editor: Editor, directionId: DirectionId): () => void;
};

/** The text of one direction: to write in where that is allowed, to read otherwise. Mount it anew for another document. */
export function DirectionText({ direction, view, labelledBy, onFocus, onAsk, onReady }: Props) {
  const menuId = useId();
  const menu = useFigureMenu();
  const { editor, isEmpty } = useTextEditor({
    directionId: direction.id,
    view,
    labelledBy,
    menu,
    onFocus,
    onAsk,
  });
  useEffect(
    () => (editor === null ? undefined : onReady(editor, direction.id)),
    [editor, onReady, direction.id],
  );
  useEffect(() => {
    if (editor === null) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-readonly', String(!view.decision.allowed));
    // The list that is open over the text is heard through it.
    if (menu.state === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', `${menuId}-${menu.active}`);
  }, [editor, view.decision.allowed, menu.state, menu.active, menuId]);

  const { state } = menu;
  return (
    <div
      className={classes.frame}
      data-empty={isEmpty}
      data-editable={view.decision.allowed}
      onKeyDownCapture={(event) => {
        // Alt and =, as a sum is put into a cell of a spreadsheet.
        if (!event.altKey || event.code !== 'Equal' || !view.decision.allowed || editor === null) return;
        event.preventDefault();
        onAsk(editor, direction.id);
      }}
    >
      <EditorContent editor={editor} />
      {state !== null && state.place !== null && (
        <FigureMenu
          id={menuId}
          choices={state.choices}
          place={state.place}
          active={menu.active}
          onChoose={state.choose}
        />
      )}
    </div>
  );
}
