import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsPanel } from '#client/control/rows/RowsPanelContext.tsx';
import { useFigureFeed } from '#client/report/figures/FigureContext.tsx';
import { findChoices, listFigureChoices } from '#client/report/figures/listFigureChoices.ts';
import type { NarrativeView } from '#client/sync/NarrativeSession.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { DirectionId } from '#shared/model/ids.ts';
import type { Direction } from '#shared/model/structure.ts';
import { createTextExtensions } from './createTextExtensions.ts';
import classes from './DirectionText.module.css';
import { FigureMenu } from './FigureMenu.tsx';
import type { FigureHost } from './FigureView.ts';
import type { FigureMenuHost } from './figureMenu.ts';
import { insertFigure } from './insertFigure.ts';
import { useFigureMenu } from './useFigureMenu.ts';
import { usePasteNotices } from './usePasteNotices.ts';

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

const menuSize = 8;

/** The text of one direction: to write in where that is allowed, to read otherwise. Mount it anew for another document. */
export function DirectionText({ direction, view, labelledBy, onFocus, onAsk, onReady }: Props) {
  const { t } = useTranslation('text');
  const { actor, structure } = useReport();
  const feed = useFigureFeed();
  const panel = useRowsPanel();
  const menuId = useId();
  const menu = useFigureMenu();
  const notices = usePasteNotices();
  const choices = useMemo(
    () => listFigureChoices(structure, direction.id, (source) => t(`source.${source}`)),
    [structure, direction.id, t],
  );
  // The editor is made once, and asks for what is true now.
  const live = useRef({ choices, onAsk, onFocus, panel, t });
  live.current = { choices, onAsk, onFocus, panel, t };
  const editorRef = useRef<Editor | null>(null);
  const editing = useRef(view);
  editing.current = view;
  const [isEmpty, setIsEmpty] = useState(false);

  const extensions = useMemo(() => {
    const figures: FigureHost = {
      read: feed.read,
      isWhole: feed.isWhole,
      subscribe: feed.subscribe,
      open: (spec, opener) => live.current.panel.toggle(spec, opener),
      problemText: (problem) => live.current.t(`problem.${problem}`),
    };
    const menuHost: FigureMenuHost = {
      find: (query) => findChoices(live.current.choices, query).slice(0, menuSize),
      show: menu.show,
      handleKey: menu.handleKey,
      insert(choice) {
        const editor = editorRef.current;
        if (editor === null) return;
        if (choice === null) live.current.onAsk(editor, direction.id);
        else insertFigure(editor, choice.spec);
      },
    };
    return createTextExtensions({
      doc: view.doc,
      awareness: view.awareness,
      user: { id: actor.userId, name: actor.name },
      figures,
      menu: menuHost,
      placeholder: t('placeholder'),
    });
  }, [view.doc, view.awareness, feed, menu.show, menu.handleKey, direction.id, actor.userId, actor.name, t]);

  // One object for as long as the editor lives: other options are handed over to it with each drawing of
  // the page, and it then puts the caret back to where it was before the click that is being heard.
  const options = useMemo(() => {
    const { awareness } = editing.current;
    return {
      extensions,
      editable: editing.current.decision.allowed,
      editorProps: {
        attributes: {
          class: classes.text ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          lang: 'uk',
        },
        transformPastedHTML: notices.clean,
        handlePaste: notices.refuseFiles,
        handleDrop: notices.refuseFiles,
      },
      onFocus: ({ editor: focused }: { editor: Editor }) => {
        // Presence costs every reader a frame: it is set only where one is.
        awareness.setLocalState({ user: { id: actor.userId, name: actor.name } });
        live.current.onFocus(focused, direction.id);
      },
      onBlur: () => {
        awareness.setLocalStateField('cursor', null);
        awareness.setLocalState(null);
      },
      onCreate: ({ editor: created }: { editor: Editor }) => setIsEmpty(created.isEmpty),
      onUpdate: ({ editor: updated }: { editor: Editor }) => setIsEmpty(updated.isEmpty),
    };
  }, [extensions, labelledBy, notices, actor.userId, actor.name, direction.id]);

  const editor = useEditor(options, [options]);
  editorRef.current = editor;
  useEffect(
    () => (editor === null ? undefined : onReady(editor, direction.id)),
    [editor, onReady, direction.id],
  );
  useEffect(() => editor?.setEditable(view.decision.allowed, false), [editor, view.decision.allowed]);
  useEffect(
    () => () => {
      view.awareness.setLocalState(null);
    },
    [view.awareness],
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
