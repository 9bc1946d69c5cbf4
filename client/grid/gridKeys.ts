/** What a key means in the grid while nothing is being edited. */
export type GridCommand =
  | { command: 'edit' }
  /** The key itself goes into the editor, as the browser types it. */
  | { command: 'type' }
  | { command: 'clear' }
  | { command: 'undo' }
  | { command: 'redo' }
  | { command: 'insertRow' }
  | { command: 'deleteRow' }
  | { command: 'leave' };

type Key = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** Shortcuts go by the key's place: on a Ukrainian layout Ctrl+Z arrives as «я». Null: the grid's own key. */
export function readGridCommand(key: Key): GridCommand | null {
  const isCommand = key.ctrlKey || key.metaKey;
  if (isCommand && !key.altKey) {
    if (key.code === 'KeyZ') return { command: key.shiftKey ? 'redo' : 'undo' };
    if (key.code === 'KeyY') return { command: 'redo' };
    if (key.code === 'Delete') return { command: 'deleteRow' };
    if (key.code === 'Enter' || key.code === 'NumpadEnter') return { command: 'insertRow' };
    return null;
  }
  switch (key.code) {
    case 'Enter':
    case 'NumpadEnter':
    case 'F2':
      return { command: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { command: 'clear' };
    case 'Insert':
      return { command: 'insertRow' };
    case 'Escape':
      return { command: 'leave' };
  }
  // «Dead», «Process» and «Unidentified» begin a letter that an input method finishes.
  const isTyping =
    key.key.length === 1 || ['Dead', 'Process', 'Unidentified'].includes(key.key) || key.isComposing;
  // AltGr types letters such as ґ on some layouts, and arrives as Ctrl+Alt.
  const isAltGr = key.ctrlKey && key.altKey;
  return isTyping && (isAltGr || (!isCommand && !key.altKey)) ? { command: 'type' } : null;
}
