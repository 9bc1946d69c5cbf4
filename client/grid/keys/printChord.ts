import type { Chord } from './gridKeys.ts';

/** Words for the keys that carry no sign of their own in the text: the space bar and the number pad. */
export type KeyWords = { space: string; numpad: string };

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Equal: '=',
  Minus: '−',
  Semicolon: ';',
  Slash: '/',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
const numpadSigns: Record<string, string> = { NumpadAdd: '+', NumpadSubtract: '−' };
const macModifiers: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/** The keys of a chord as they are printed on a keyboard: `['Ctrl', 'Shift', 'Z']`, on a Mac `['⌘', '⇧', 'Z']`. */
export function printChord(chord: Chord, words: KeyWords, isMac: boolean): string[] {
  const parts = chord.split('+');
  const code = parts.pop() ?? '';
  return [
    ...parts.map((modifier) => (isMac ? (macModifiers[modifier] ?? modifier) : modifier)),
    printKey(code, words),
  ];
}

function printKey(code: string, words: KeyWords): string {
  const numpad = numpadSigns[code];
  if (numpad !== undefined) return `${words.numpad} ${numpad}`;
  if (code === 'Space') return words.space;
  return signs[code] ?? code.replace(/^(Key|Digit)/, '');
}

/** Whether Cmd stands where others have Ctrl. */
export function isMacKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
