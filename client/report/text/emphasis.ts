import { Extension } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { narrativeNodes } from '#shared/narrative/narrativeNodes.ts';

export type Emphasis = 'bold' | 'italic';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    emphasis: {
      /** Sets the emphasis on all that is selected, words and figures, or takes it from all that has it. */
      toggleEmphasis: (emphasis: Emphasis) => ReturnType;
    };
  }
}

/** Bold and italic over words and figures alike: words have marks, figures attributes of their own. */
export const FigureEmphasis = Extension.create({
  name: 'figureEmphasis',
  // Before the marks' own keys.
  priority: 1_000,

  addCommands: () => ({
    toggleEmphasis:
      (emphasis) =>
      ({ state, tr, dispatch, commands }) => {
        const { from, to, empty } = state.selection;
        const figures = listFigures(state, from, to);
        if (empty || figures.length === 0) return commands.toggleMark(emphasis);
        if (dispatch) setEmphasis(state, tr, emphasis, !hasEmphasis(state, emphasis));
        return true;
      },
  }),

  addKeyboardShortcuts() {
    return {
      'Mod-b': () => this.editor.commands.toggleEmphasis('bold'),
      'Mod-i': () => this.editor.commands.toggleEmphasis('italic'),
    };
  },

  // What is pasted or typed inside of emphasis may bring a mark along: the document would lose it.
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        const marked: { position: number; node: TextNode }[] = [];
        state.doc.descendants((node, position) => {
          if (node.type.name === narrativeNodes.figure && node.marks.length > 0)
            marked.push({ position, node });
        });
        if (marked.length === 0) return null;
        const { tr } = state;
        for (const { position, node } of marked) {
          const isMarked = (name: Emphasis) => node.marks.some(({ type }) => type.name === name);
          tr.setNodeMarkup(
            position,
            null,
            {
              ...node.attrs,
              bold: node.attrs.bold === true || isMarked('bold') ? true : null,
              italic: node.attrs.italic === true || isMarked('italic') ? true : null,
            },
            [],
          );
        }
        return tr;
      },
    }),
  ],
});

/** True when all words and figures that are selected have it. */
export function hasEmphasis(state: EditorState, emphasis: Emphasis): boolean {
  const { from, to } = state.selection;
  const type = state.schema.marks[emphasis];
  let isEverywhere = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.type.name === narrativeNodes.figure) isEverywhere &&= node.attrs[emphasis] === true;
    else if (node.isText && type !== undefined) isEverywhere &&= type.isInSet(node.marks) !== undefined;
  });
  return isEverywhere;
}

function setEmphasis(state: EditorState, tr: Transaction, emphasis: Emphasis, isOn: boolean): void {
  const { from, to } = state.selection;
  for (const { position, node } of listFigures(state, from, to)) {
    tr.setNodeMarkup(position, null, { ...node.attrs, [emphasis]: isOn ? true : null });
  }
  const type = state.schema.marks[emphasis];
  if (type === undefined) return;
  if (isOn) tr.addMark(from, to, type.create());
  else tr.removeMark(from, to, type);
}

function listFigures(state: EditorState, from: number, to: number): { position: number; node: TextNode }[] {
  const figures: { position: number; node: TextNode }[] = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name === narrativeNodes.figure) figures.push({ position, node });
  });
  return figures;
}
