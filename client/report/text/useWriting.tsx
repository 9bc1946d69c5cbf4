import type { Editor } from '@tiptap/core';
import { type ReactNode, useCallback, useState } from 'react';
import { emptyForm, readForm, unitFormats } from '#client/report/figures/figureForm.ts';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { insertFigure, readSelectedFigure } from './insertFigure.ts';
import { LinkDialog } from './LinkDialog.tsx';

export type Writing = {
  /** The text that has, or last had, the focus. */
  editor: Editor | null;
  setEditor(editor: Editor, directionId: DirectionId): void;
  /** Every text of the page, also those that are only read. Returns what takes it off. */
  register(editor: Editor, directionId: DirectionId): () => void;
  editors: ReadonlyMap<DirectionId, Editor>;
  askFigure(): void;
  askFigureAt(editor: Editor, directionId: DirectionId): void;
  askLink(): void;
  /** What is being asked now. */
  dialog: ReactNode;
};

/** An editor and whose text it writes. */
type Place = { editor: Editor; directionId: DirectionId };

type Asking = Place & { what: 'figure' | 'link' };

/** The text being written on this page, and what is asked for it. */
export function useWriting(): Writing {
  const [place, setPlace] = useState<Place | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const current = place?.editor.isDestroyed === false && place.editor.isEditable ? place : null;
  const setEditor = useCallback((editor: Editor, directionId: DirectionId) => {
    setPlace({ editor, directionId });
  }, []);
  const askFigureAt = useCallback((editor: Editor, directionId: DirectionId) => {
    setAsking({ what: 'figure', editor, directionId });
  }, []);
  const [editors, setEditors] = useState<ReadonlyMap<DirectionId, Editor>>(new Map());
  const register = useCallback((editor: Editor, directionId: DirectionId) => {
    setEditors((known) => new Map(known).set(directionId, editor));
    return () =>
      setEditors((known) => {
        if (known.get(directionId) !== editor) return known;
        const others = new Map(known);
        others.delete(directionId);
        return others;
      });
  }, []);
  const ask = (what: Asking['what']) => current !== null && setAsking({ what, ...current });
  return {
    editor: current?.editor ?? null,
    setEditor,
    register,
    editors,
    askFigureAt,
    askFigure: () => ask('figure'),
    askLink: () => ask('link'),
    dialog: asking === null ? null : <Dialog asking={asking} onClose={() => setAsking(null)} />,
  };
}

function Dialog({ asking: { what, editor, directionId }, onClose }: { asking: Asking; onClose: () => void }) {
  const unit = useMoneyUnit();
  if (what === 'link') return <LinkDialog editor={editor} onClose={onClose} />;
  const selected = readSelectedFigure(editor);
  return (
    <FigureDialog
      initial={
        selected === null
          ? { ...emptyForm, filter: { directionId }, format: unitFormats[unit] }
          : readForm(selected)
      }
      isNew={selected === null}
      onDone={(spec) => {
        onClose();
        insertFigure(editor, spec);
      }}
      onClose={onClose}
    />
  );
}
