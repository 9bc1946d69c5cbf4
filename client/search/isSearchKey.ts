type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where typing means letters: a field, a text, a cell of a table. */
const typing =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="grid"], [role="treegrid"]';

export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typing) !== null;
}

/** Ctrl+K on any layout; / alone only where it is no letter that somebody types. */
export function isSearchKey(press: Press, isTyping: boolean): boolean {
  const { code, key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (altKey || shiftKey) return false;
  if (ctrlKey || metaKey) return code === 'KeyK';
  return key === '/' && !isTyping;
}
