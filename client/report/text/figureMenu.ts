import { Extension } from '@tiptap/core';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { FigureChoice } from '#client/report/figures/listFigureChoices.ts';

/** The list that «/» opens, as long as it is open. */
export type FigureMenuState = {
  /** Without those that do not fit the words typed after the stroke. */
  choices: readonly FigureChoice[];
  /** Where the stroke stands on the screen. */
  place: DOMRect | null;
  /** Puts the choice in place of the stroke and the words; null opens the dialog instead. */
  choose(choice: FigureChoice | null): void;
};

export type FigureMenuHost = {
  find(query: string): FigureChoice[];
  show(state: FigureMenuState | null): void;
  /** True when the key was the list's. */
  handleKey(event: KeyboardEvent): boolean;
  insert(choice: FigureChoice | null): void;
};

/** «/» at the beginning of a word lists what can be put in. */
export function createFigureMenu(host: FigureMenuHost): Extension {
  const show = (props: SuggestionProps<FigureChoice, FigureChoice | null>) =>
    host.show({ choices: props.items, place: props.clientRect?.() ?? null, choose: props.command });
  return Extension.create({
    name: 'figureMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<FigureChoice, FigureChoice | null>({
          editor: this.editor,
          char: '/',
          allowSpaces: true,
          allowedPrefixes: [' ', '\u00A0', '(', '«'],
          items: ({ query }) => host.find(query),
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run();
            host.insert(props);
          },
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => host.show(null),
            onKeyDown: ({ event }) => {
              if (event.code === 'Escape') return false;
              return host.handleKey(event);
            },
          }),
        }),
      ];
    },
  });
}
