import type { Editor, Range } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { FigureSpec, InlineFigure } from '#shared/figures/FigureSpec.ts';
import {
  figureAttributes,
  narrativeNodes,
  readInlineSpec,
  readTableSpec,
  writeSpec,
} from '#shared/narrative/narrativeNodes.ts';

/** Puts a figure where the caret is, or in place of the one that is selected, whose emphasis it keeps. */
export function insertFigure(editor: Editor, spec: FigureSpec): void {
  const { selection } = editor.state;
  const kept = selection instanceof NodeSelection ? selection.node.attrs : {};
  const type = spec.kind === 'table' ? narrativeNodes.rows : narrativeNodes.figure;
  const attrs = {
    ...(spec.kind === 'table' ? {} : { bold: kept.bold ?? null, italic: kept.italic ?? null }),
    [figureAttributes.spec]: writeSpec(spec),
  };
  editor.chain().focus().insertContent({ type, attrs }).run();
}

/** The figure that is selected; null when something else is. */
export function readSelectedFigure(editor: Editor): FigureSpec | null {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return null;
  const { type, attrs } = selection.node;
  if (type.name === narrativeNodes.figure) return readInlineSpec(attrs.spec);
  return type.name === narrativeNodes.rows ? readTableSpec(attrs.spec) : null;
}

/** A figure in place of a number that was typed by hand. */
export function replaceByFigure(editor: Editor, range: Range, spec: InlineFigure): void {
  const attrs = { [figureAttributes.spec]: writeSpec(spec) };
  editor.chain().focus().insertContentAt(range, { type: narrativeNodes.figure, attrs }).run();
}
