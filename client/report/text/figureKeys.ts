import { Extension } from '@tiptap/core';
import { createParagraphNear } from '@tiptap/pm/commands';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { narrativeNodes, readInlineSpec } from '#shared/narrative/narrativeNodes.ts';
import type { FigureHost } from './FigureView.ts';

/**
 * Keys at a number, or at a table of rows, that the caret has come to. Typing there would replace it,
 * as it does any object: a comma meant to stand behind a number would take the number away.
 */
export const FigureKeys = Extension.create<{ host: FigureHost | null }>({
  name: 'figureKeys',
  // Before the keys of paragraphs and lists.
  priority: 1_000,
  addOptions: () => ({ host: null }),

  addProseMirrorPlugins() {
    const { host } = this.options;
    return [
      new Plugin({
        props: {
          handleKeyDown(view, event) {
            const { selection } = view.state;
            if (!(selection instanceof NodeSelection) || event.ctrlKey || event.metaKey || event.altKey)
              return false;
            if (event.key === 'Enter' && !event.shiftKey) return openRows(view, selection, host);
            // What an input method writes has no key of its own yet.
            if (event.key.length === 1 || event.key === 'Process' || event.key === 'Unidentified')
              stepBehind(view, selection);
            return false;
          },
        },
      }),
    ];
  },
});

function openRows(view: EditorView, { node, from }: NodeSelection, host: FigureHost | null): boolean {
  if (node.type.name !== narrativeNodes.figure) return false;
  const spec = readInlineSpec(node.attrs.spec);
  const dom = view.nodeDOM(from);
  if (spec !== null && dom instanceof HTMLElement) host?.open(spec, dom);
  return true;
}

/** The browser then writes at the caret, by whichever rules hold for what is typed. */
function stepBehind(view: EditorView, { node, to }: NodeSelection): void {
  if (node.isBlock) createParagraphNear(view.state, view.dispatch);
  else view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, to)));
}
