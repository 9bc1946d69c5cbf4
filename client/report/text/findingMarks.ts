import { Extension } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TextFinding, TextPlace } from '#shared/checks/text/TextFinding.ts';
import { findBlock, offsetOf } from './findBlock.ts';
import classes from './findingMarks.module.css';

/** A finding of this text, and what it says in the reader's language. */
export type MarkedFinding = { finding: TextFinding; text: string };

const key = new PluginKey<DecorationSet>('findings');

/** Underlines what the checks found, where it stands. Figures mark themselves. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
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
      props: {
        decorations: (state) => key.getState(state),
      },
    }),
  ],
});

/** Shows these findings in the editor, in place of those before. */
export function markFindings(
  { state, dispatch }: { state: EditorState; dispatch: (transaction: EditorState['tr']) => void },
  findings: readonly MarkedFinding[],
): void {
  const marks = findings.flatMap(({ finding, text }) => {
    const range = findRange(state.doc, finding.place);
    if (range === null) return [];
    const look = { class: classes[finding.severity] ?? '', title: text };
    return [Decoration.inline(range.from, range.to, look)];
  });
  dispatch(state.tr.setMeta(key, DecorationSet.create(state.doc, marks)).setMeta('addToHistory', false));
}

/** Where a finding's words stand in the editor's document; null when the text has changed since. */
export function findRange(doc: TextNode, place: TextPlace): { from: number; to: number } | null {
  if (place.inline === null) return null;
  const block = findBlock(doc, place.path);
  if (block === null) return null;
  const { node, start } = block;
  if (!node.isTextblock || place.inline.index >= node.childCount) return null;
  const from = start + offsetOf(node, place.inline.index) + place.inline.offset;
  const to = from + place.quote.length;
  if (to > start + node.content.size) return null;
  return doc.textBetween(from, to, undefined, '\uFFFC') === place.quote ? { from, to } : null;
}
