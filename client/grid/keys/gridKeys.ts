/** Headings of the list of keys, in its order. */
export const keyGroups = ['editing', 'rows', 'table'] as const;
export type KeyGroup = (typeof keyGroups)[number];

type Modifiers = `${'Ctrl+' | ''}${'Alt+' | ''}${'Shift+' | ''}`;
/** Modifiers in this order, then the `code` of the key: its place, whatever the layout makes of it. Cmd is Ctrl. */
export type Chord = `${Modifiers}${string}`;

export type GridKey = {
  group: KeyGroup;
  /** Where it is heard: in a cell, or anywhere in the table, its header included. */
  scope: 'cell' | 'table';
  chords: readonly Chord[];
};

/**
 * Every key of the table. The handler and the list of keys are both made of this, so that neither knows
 * what the other does not. What a command is called stands in the translations, `hands:keys.<command>`.
 */
export const gridKeys = {
  edit: { group: 'editing', scope: 'cell', chords: ['F2', 'Enter'] },
  clear: { group: 'editing', scope: 'cell', chords: ['Delete', 'Backspace'] },
  undo: { group: 'editing', scope: 'table', chords: ['Ctrl+KeyZ'] },
  redo: { group: 'editing', scope: 'table', chords: ['Ctrl+KeyY', 'Ctrl+Shift+KeyZ'] },
  insertRow: { group: 'rows', scope: 'cell', chords: ['Ctrl+Enter', 'Insert'] },
  deleteRow: { group: 'rows', scope: 'cell', chords: ['Ctrl+Delete'] },
  leave: { group: 'table', scope: 'table', chords: ['Escape'] },
} as const satisfies Record<string, GridKey>;

/** What a key asks for. `type` is any key that makes a letter. */
export type GridCommand = keyof typeof gridKeys | 'type';
