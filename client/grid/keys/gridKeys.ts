/** Headings of the list of keys, in its order. */
export const keyGroups = ['moving', 'selecting', 'editing', 'filling', 'rows', 'columns', 'table'] as const;
export type KeyGroup = (typeof keyGroups)[number];

type Modifiers = `${'Ctrl+' | ''}${'Alt+' | ''}${'Shift+' | ''}`;
/** Modifiers in this order, then the `code` of the key: its place, whatever the layout makes of it. Cmd is Ctrl. */
export type Chord = `${Modifiers}${string}`;

export type GridKey = {
  group: KeyGroup;
  /**
   * Where it is heard: in a cell; in a header, before all others; anywhere in the table; anywhere on the page but
   * in a field, which has such keys of its own; or in fields and the cell's editor too.
   */
  scope: 'cell' | 'header' | 'table' | 'page' | 'everywhere';
  chords: readonly Chord[];
};

/**
 * Every key of the table. The handler and the list of keys are both made of this, so that neither knows
 * what the other does not. What a command is called stands in the translations, `hands:keys.<command>`.
 */
export const gridKeys = {
  move: { group: 'moving', scope: 'cell', chords: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  moveToEdge: {
    group: 'moving',
    scope: 'cell',
    chords: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight'],
  },
  moveInRow: { group: 'moving', scope: 'cell', chords: ['Home', 'End'] },
  moveInTable: { group: 'moving', scope: 'cell', chords: ['Ctrl+Home', 'Ctrl+End'] },
  movePage: { group: 'moving', scope: 'cell', chords: ['PageUp', 'PageDown'] },
  goDown: { group: 'moving', scope: 'cell', chords: ['Enter'] },
  goUp: { group: 'moving', scope: 'cell', chords: ['Shift+Enter'] },
  goRight: { group: 'moving', scope: 'cell', chords: ['Tab'] },
  goLeft: { group: 'moving', scope: 'cell', chords: ['Shift+Tab'] },
  extend: {
    group: 'selecting',
    scope: 'cell',
    chords: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'],
  },
  extendToEdge: {
    group: 'selecting',
    scope: 'cell',
    chords: ['Ctrl+Shift+ArrowUp', 'Ctrl+Shift+ArrowDown', 'Ctrl+Shift+ArrowLeft', 'Ctrl+Shift+ArrowRight'],
  },
  extendInRow: { group: 'selecting', scope: 'cell', chords: ['Shift+Home', 'Shift+End'] },
  extendInTable: { group: 'selecting', scope: 'cell', chords: ['Ctrl+Shift+Home', 'Ctrl+Shift+End'] },
  extendPage: { group: 'selecting', scope: 'cell', chords: ['Shift+PageUp', 'Shift+PageDown'] },
  selectAll: { group: 'selecting', scope: 'table', chords: ['Ctrl+KeyA'] },
  selectRows: { group: 'selecting', scope: 'cell', chords: ['Shift+Space'] },
  selectColumns: { group: 'selecting', scope: 'cell', chords: ['Ctrl+Space'] },
  edit: { group: 'editing', scope: 'cell', chords: ['F2', 'Alt+ArrowDown'] },
  clear: { group: 'editing', scope: 'cell', chords: ['Delete', 'Backspace'] },
  today: { group: 'editing', scope: 'cell', chords: ['Ctrl+Semicolon'] },
  undo: { group: 'editing', scope: 'page', chords: ['Ctrl+KeyZ'] },
  redo: { group: 'editing', scope: 'page', chords: ['Ctrl+KeyY', 'Ctrl+Shift+KeyZ'] },
  fillDown: { group: 'filling', scope: 'cell', chords: ['Ctrl+KeyD'] },
  fillRight: { group: 'filling', scope: 'cell', chords: ['Ctrl+KeyR'] },
  fillSelection: { group: 'filling', scope: 'cell', chords: ['Ctrl+Enter'] },
  insertRow: { group: 'rows', scope: 'cell', chords: ['Ctrl+Shift+Equal', 'Ctrl+NumpadAdd', 'Insert'] },
  insertAbove: { group: 'rows', scope: 'cell', chords: ['Alt+Insert'] },
  duplicateRows: { group: 'rows', scope: 'cell', chords: ['Ctrl+Shift+KeyD'] },
  moveRows: { group: 'rows', scope: 'cell', chords: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'] },
  foldAll: { group: 'table', scope: 'cell', chords: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'] },
  deleteRow: { group: 'rows', scope: 'cell', chords: ['Ctrl+Delete', 'Ctrl+Minus', 'Ctrl+NumpadSubtract'] },
  columnMenu: { group: 'columns', scope: 'header', chords: ['Alt+ArrowDown', 'Shift+F10'] },
  moveColumn: { group: 'columns', scope: 'header', chords: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
  resizeColumn: { group: 'columns', scope: 'header', chords: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  import: { group: 'table', scope: 'page', chords: ['Ctrl+KeyO'] },
  find: { group: 'table', scope: 'everywhere', chords: ['Ctrl+KeyF'] },
  replace: { group: 'table', scope: 'everywhere', chords: ['Ctrl+KeyH'] },
  findNext: { group: 'table', scope: 'everywhere', chords: ['F3', 'Ctrl+KeyG'] },
  findPrevious: { group: 'table', scope: 'everywhere', chords: ['Shift+F3', 'Ctrl+Shift+KeyG'] },
  nextFinding: { group: 'table', scope: 'everywhere', chords: ['F8'] },
  previousFinding: { group: 'table', scope: 'everywhere', chords: ['Shift+F8'] },
  cellHistory: { group: 'table', scope: 'cell', chords: ['Ctrl+Shift+KeyH'] },
  comment: { group: 'table', scope: 'cell', chords: ['Shift+F2'] },
  menu: { group: 'table', scope: 'cell', chords: ['Shift+F10'] },
  showKeys: { group: 'table', scope: 'everywhere', chords: ['Ctrl+Slash'] },
  leave: { group: 'table', scope: 'table', chords: ['Escape'] },
} as const satisfies Record<string, GridKey>;

/** Keys that come by another way, for the list of keys alone: the browser's clipboard, the open editor, the grid's header. */
export const otherKeys = {
  copy: { group: 'editing', chords: ['Ctrl+KeyC'] },
  cut: { group: 'editing', chords: ['Ctrl+KeyX'] },
  paste: { group: 'editing', chords: ['Ctrl+KeyV'] },
  pasteText: { group: 'editing', chords: ['Ctrl+Shift+KeyV'] },
  sortColumn: { group: 'columns', chords: ['Enter'] },
  newLine: { group: 'editing', chords: ['Alt+Enter'] },
  cancel: { group: 'editing', chords: ['Escape'] },
} as const satisfies Record<string, Omit<GridKey, 'scope'>>;

/** What a key asks for. `type` is any key that makes a letter. */
export type GridCommand = keyof typeof gridKeys | 'type';
