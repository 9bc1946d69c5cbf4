import { type GridCommand, type GridKey, gridKeys } from './gridKeys.ts';

type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const commands = new Map<string, GridCommand>();
for (const command of Object.keys(gridKeys) as (keyof typeof gridKeys)[]) {
  const { chords }: GridKey = gridKeys[command];
  for (const chord of chords) commands.set(chord, command);
}

/** The command of a key, by the key's place: on a Ukrainian layout Ctrl+Z arrives as «я». Null: not the table's key. */
export function readGridCommand(press: KeyPress): GridCommand | null {
  return commands.get(readChord(press)) ?? (isTyping(press) ? 'type' : null);
}

/** True where the command is heard in the table's header too. */
export function isTableCommand(command: GridCommand): boolean {
  return command !== 'type' && gridKeys[command].scope === 'table';
}

function readChord({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const modifiers = `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`;
  // The number pad without its lock has arrows, Home and the like, and always an Enter.
  return modifiers + (code.startsWith('Numpad') && key.length > 1 ? key : code);
}

function isTyping({ key, ctrlKey, metaKey, altKey, isComposing }: KeyPress): boolean {
  // «Dead», «Process» and «Unidentified» begin a letter that an input method finishes.
  const isLetter = key.length === 1 || ['Dead', 'Process', 'Unidentified'].includes(key) || isComposing;
  // AltGr types letters such as ґ on some layouts, and arrives as Ctrl+Alt.
  const isAltGr = ctrlKey && altKey;
  return isLetter && (isAltGr || !(ctrlKey || metaKey || altKey));
}
