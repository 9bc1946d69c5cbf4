import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Lets the editor hear where the caret is before it acts on a key. A browser moves the caret at once and
 * tells of it later; a key handled between the two, or a colleague’s caret drawn between them, would act
 * on the old place and put the caret back there. Telling it twice costs nothing: it compares first.
 */
export const PromptSelection = Extension.create({
  name: 'promptSelection',
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleDOMEvents: { keydown: tell, keyup: tell, click: tell } } }),
  ],
});

function tell({ dom }: { dom: HTMLElement }): false {
  dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  return false;
}
