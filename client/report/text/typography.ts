import { Extension, InputRule } from '@tiptap/core';

/**
 * What Ukrainian print wants and the keyboard has no key for: «ялинки», the apostrophe, a dash between
 * words. Ctrl+Z right after gives what was typed.
 */
export const Typography = Extension.create({
  name: 'typography',

  // Each looks behind at what stands there already, and takes no more than it replaces.
  addInputRules: () => [
    // At the beginning, after a space or an opening bracket a quote opens.
    replaceBy('«', /(?<=^|[\s([«„–—\u00A0])"$/),
    replaceBy('»', /(?<=[^\s([«„\u00A0])"$/),
    replaceBy('’', /(?<=\p{L})['‘`]$/u),
    replaceBy(' – ', /(?<=[\p{L}\p{N}»)]) - $/u),
  ],
});

function replaceBy(mark: string, find: RegExp): InputRule {
  return new InputRule({
    find,
    handler({ state, range }) {
      state.tr.insertText(mark, range.from, range.to);
    },
  });
}
