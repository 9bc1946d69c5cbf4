import type { GridMove } from '../GridCell.ts';

/** What a key means inside an editor. */
export type EditorKey =
  | { kind: 'commit'; move: GridMove }
  /** Into everything that is selected. */
  | { kind: 'fill' }
  | { kind: 'cancel' }
  | { kind: 'newLine' }
  /** The day it is, as text. */
  | { kind: 'today' }
  /** Between arrows that move in the text and arrows that move on. */
  | { kind: 'mode' }
  /** What hangs below: the calendar. */
  | { kind: 'open' };

export type EditorKeyContext = {
  /** Several lines are one value. */
  isLong: boolean;
  /** Arrows leave the cell, as in a spreadsheet after typing over it. */
  isEntering: boolean;
  /** In a form Enter makes a line of a long text: a phone has no other key for it. */
  isForm: boolean;
};

type Key = Pick<
  KeyboardEvent,
  'code' | 'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const arrows: Record<string, GridMove> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What an input method's key says while it composes: that key is not ours, whatever it is called. */
const composing = 229;

/** By the key's place, as all shortcuts. Null is a key of the text itself. */
export function readEditorKey(key: Key, { isLong, isEntering, isForm }: EditorKeyContext): EditorKey | null {
  if (key.isComposing || key.keyCode === composing) return null;
  const isCommand = key.ctrlKey || key.metaKey;
  // A phone's keyboard tells no place, only the key.
  switch (key.code === '' ? key.key : key.code) {
    case 'Enter':
    case 'NumpadEnter':
      if (key.altKey) return isLong ? { kind: 'newLine' } : null;
      if (isForm && isLong && !isCommand) return null;
      if (isCommand) return isForm ? { kind: 'commit', move: 'stay' } : { kind: 'fill' };
      return { kind: 'commit', move: key.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { kind: 'commit', move: key.shiftKey ? 'left' : 'right' };
    case 'Escape':
      return { kind: 'cancel' };
    case 'F2':
      return { kind: 'mode' };
    case 'F4':
      return { kind: 'open' };
    case 'Semicolon':
      return isCommand && !key.altKey && !key.shiftKey ? { kind: 'today' } : null;
    default:
      return readArrow(key, isCommand, isEntering);
  }
}

function readArrow(key: Key, isCommand: boolean, isEntering: boolean): EditorKey | null {
  const move = arrows[key.code];
  if (move === undefined || isCommand || key.shiftKey) return null;
  if (key.altKey) return move === 'down' ? { kind: 'open' } : null;
  return isEntering ? { kind: 'commit', move } : null;
}
