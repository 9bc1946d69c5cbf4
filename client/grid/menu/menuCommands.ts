import type { GridCommand, gridKeys, otherKeys } from '../keys/gridKeys.ts';

/** The clipboard's three do not come as commands: the browser hands the clipboard out by events. */
export type MenuCommand =
  | Exclude<GridCommand, 'type'>
  | Extract<keyof typeof otherKeys, 'copy' | 'cut' | 'paste'>;

/** What the menu of a cell offers, with a line between the groups. Each is a key as well. */
export const menuCommands = [
  ['edit'],
  ['cut', 'copy', 'paste'],
  ['insertAbove', 'insertRow', 'duplicateRows', 'deleteRow'],
  ['fillDown', 'clear'],
  ['undo', 'redo'],
  ['comment', 'cellHistory'],
  ['showKeys'],
] as const satisfies (MenuCommand & keyof (typeof gridKeys & typeof otherKeys))[][];

/** Those that change something: left out for whoever may not write the row. */
export const writingCommands: ReadonlySet<MenuCommand> = new Set([
  'edit',
  'cut',
  'paste',
  'insertAbove',
  'insertRow',
  'duplicateRows',
  'deleteRow',
  'fillDown',
  'clear',
]);
