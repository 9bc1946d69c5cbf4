import { Extension } from '@tiptap/core';
import type { ResolvedPos, Node as TextNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { narrativeNodes } from '#shared/narrative/narrativeNodes.ts';
import classes from './commentMarks.module.css';

/** A line of the text, or one of its figures by its number among them. */
export type LinePlace = { path: readonly number[]; figure: number | null };

/** A line that is commented on, and how it is said. */
export type MarkedLine = LinePlace & { text: string };

const key = new PluginKey<DecorationSet>('comments');

/** Marks lines and figures that somebody commented on. */
export const CommentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marks) {
          const next: DecorationSet | undefined = transaction.getMeta(key);
          return next ?? marks.map(transaction.mapping, transaction.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Shows these marks in the editor, in place of those before. */
export function markComments(
  { state, dispatch }: { state: EditorState; dispatch: (transaction: EditorState['tr']) => void },
  lines: readonly MarkedLine[],
): void {
  const marks = lines.flatMap((line) => {
    const range = findLine(state.doc, line);
    if (range === null) return [];
    const look = {
      class: (line.figure === null ? classes.line : classes.figure) ?? '',
      title: line.text,
      'aria-description': line.text,
    };
    return [Decoration.node(range.from, range.to, look)];
  });
  if (marks.length === 0 && (key.getState(state)?.find().length ?? 0) === 0) return;
  dispatch(state.tr.setMeta(key, DecorationSet.create(state.doc, marks)).setMeta('addToHistory', false));
}

/** Where a line or a figure stands in the editor's document; null when the text has changed since. */
export function findLine(doc: TextNode, { path, figure }: LinePlace): { from: number; to: number } | null {
  let node = doc;
  let from = -1;
  for (const index of path) {
    if (index >= node.childCount) return null;
    from += 1;
    for (let before = 0; before < index; before += 1) from += node.child(before).nodeSize;
    node = node.child(index);
  }
  if (!node.isTextblock) return null;
  if (figure === null) return { from, to: from + node.nodeSize };
  let place = from + 1;
  let number = 0;
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index);
    if (child.type.name === narrativeNodes.figure) {
      if (number === figure) return { from: place, to: place + child.nodeSize };
      number += 1;
    }
    place += child.nodeSize;
  }
  return null;
}

/** The line that the caret is in, or the figure that is selected; null where there is none. */
export function readSelectedLine({ selection }: EditorState): LinePlace | null {
  const isFigure = selection instanceof NodeSelection && selection.node.type.name === narrativeNodes.figure;
  return readLine(selection.$from, isFigure);
}

/** The line at a place of the editor's document; with `isFigure` the figure right behind it. */
export function readLine($place: ResolvedPos, isFigure: boolean): LinePlace | null {
  for (let { depth } = $place; depth > 0; depth -= 1) {
    const line = $place.node(depth);
    if (!line.isTextblock) continue;
    const path = Array.from({ length: depth }, (_, level) => $place.index(level));
    if (!isFigure) return { path, figure: null };
    let figure = 0;
    for (let index = 0; index < $place.index(depth); index += 1) {
      if (line.child(index).type.name === narrativeNodes.figure) figure += 1;
    }
    return { path, figure };
  }
  return null;
}
