import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsPanel } from '#client/control/rows/RowsPanelContext.tsx';
import { useFigureFeed } from '#client/report/figures/FigureContext.tsx';
import { findChoices, listFigureChoices } from '#client/report/figures/listFigureChoices.ts';
import type { NarrativeView } from '#client/sync/NarrativeSession.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { DirectionId } from '#shared/model/ids.ts';
import { createTextExtensions } from './createTextExtensions.ts';
import classes from './DirectionText.module.css';
import type { FigureHost } from './FigureView.ts';
import type { FigureMenuHost } from './figureMenu.ts';
import { insertFigure } from './insertFigure.ts';
import type { useFigureMenu } from './useFigureMenu.ts';
import { usePasteNotices } from './usePasteNotices.ts';

type Options = {
  directionId: DirectionId;
  view: NarrativeView;
  labelledBy: string;
  menu: ReturnType<typeof useFigureMenu>;
  onFocus(editor: Editor, directionId: DirectionId): void;
  onAsk(editor: Editor, directionId: DirectionId): void;
};

const menuSize = 8;

/** The editor of one text, made once for each document, and whether anything is in it. */
export function useTextEditor(options: Options): { editor: Editor | null; isEmpty: boolean } {
  const { directionId, view, labelledBy, menu } = options;
  const { t } = useTranslation('text');
  const { actor, structure } = useReport();
  const feed = useFigureFeed();
  const panel = useRowsPanel();
  const notices = usePasteNotices();
  const choices = useMemo(
    () => listFigureChoices(structure, directionId, (source) => t(`source.${source}`)),
    [structure, directionId, t],
  );
  // The editor is made once, and asks for what is true now.
  const now = { ...options, choices, panel, t };
  const live = useRef(now);
  live.current = now;
  const editorRef = useRef<Editor | null>(null);
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
        if (choice === null) live.current.onAsk(editor, directionId);
        else insertFigure(editor, choice.spec);
      },
    };
    return createTextExtensions({
      doc: view.doc,
      awareness: view.awareness,
      user: { id: actor.userId, name: actor.name },
      figures,
      menu: menuHost,
      placeholder: () => live.current.t('placeholder'),
    });
  }, [view.doc, view.awareness, feed, menu.show, menu.handleKey, directionId, actor.userId, actor.name]);

  // One object for as long as the editor lives: other options are handed over to it with each drawing of
  // the page, and it then puts the caret back to where it was before the click that is being heard.
  const settings = useMemo(() => {
    const { awareness } = live.current.view;
    return {
      extensions,
      editable: live.current.view.decision.allowed,
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
        live.current.onFocus(focused, directionId);
      },
      onBlur: () => {
        awareness.setLocalStateField('cursor', null);
        awareness.setLocalState(null);
      },
      onCreate: ({ editor: created }: { editor: Editor }) => setIsEmpty(created.isEmpty),
      onUpdate: ({ editor: updated }: { editor: Editor }) => setIsEmpty(updated.isEmpty),
    };
  }, [extensions, labelledBy, notices, actor.userId, actor.name, directionId]);

  const editor = useEditor(settings, [settings]);
  editorRef.current = editor;
  useEffect(() => editor?.setEditable(view.decision.allowed, false), [editor, view.decision.allowed]);
  useEffect(
    () => () => {
      view.awareness.setLocalState(null);
    },
    [view.awareness],
  );

  return { editor, isEmpty };
}
