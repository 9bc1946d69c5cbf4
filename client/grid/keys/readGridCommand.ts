import { type GridCommand, type GridKey, gridKeys } from './gridKeys.ts';

type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

type Zone = 'header' | 'elsewhere';

/** A header has keys of its own, which mean something else in a cell. */
const commands: Record<Zone, Map<string, GridCommand>> = { header: new Map(), elsewhere: new Map() };
for (const command of Object.keys(gridKeys) as (keyof typeof gridKeys)[]) {
  const { chords, scope }: GridKey = gridKeys[command];
  for (const chord of chords) {
    if (scope !== 'header') commands.elsewhere.set(chord, command);
    if (scope !== 'cell') commands.header.set(chord, command);
  }
}

/** The command of a key, by the key's place: on a Ukrainian layout Ctrl+Z arrives as «я». Null: not the table's key. */
export function readGridCommand(press: KeyPress, zone: Zone = 'elsewhere'): GridCommand | null {
  return commands[zone].get(readChord(press)) ?? (isTyping(press) ? 'type' : null);
}

export function readScope(command: GridCommand): GridKey['scope'] {
  return command === 'type' ? 'cell' : gridKeys[command].scope;
}

/** The place of the key. The number pad without its lock has arrows, Home and the like, and always an Enter. */
export function readKeyCode({ code, key }: Pick<KeyPress, 'code' | 'key'>): string {
  return code.startsWith('Numpad') && key.length > 1 ? key : code;
}

function readChord(press: KeyPress): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  const modifiers = `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`;
  return modifiers + readKeyCode(press);
}

function isTyping({ key, ctrlKey, metaKey, altKey, isComposing }: KeyPress): boolean {
  // «Dead», «Process» and «Unidentified» begin a letter that an input method finishes.
  const isLetter = key.length === 1 || ['Dead', 'Process', 'Unidentified'].includes(key) || isComposing;
  // AltGr types letters such as ґ on some layouts, and arrives as Ctrl+Alt.
  const isAltGr = ctrlKey && altKey;
  return isLetter && (isAltGr || !(ctrlKey || metaKey || altKey));
}
