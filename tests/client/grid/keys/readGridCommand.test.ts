import { expect, test } from 'vitest';
import { type GridKey, gridKeys } from '#client/grid/keys/gridKeys.ts';
import { readGridCommand } from '#client/grid/keys/readGridCommand.ts';

function press(code: string, key: string, modifiers = '') {
  return readGridCommand({
    code,
    key,
    ctrlKey: modifiers.includes('c'),
    shiftKey: modifiers.includes('s'),
    altKey: modifiers.includes('a'),
    metaKey: modifiers.includes('m'),
    isComposing: false,
  });
}

test('GRD-4 shortcuts work on a Ukrainian layout', () => {
  expect(press('KeyZ', 'я', 'c')).toBe('undo');
  expect(press('KeyZ', 'Я', 'cs')).toBe('redo');
  expect(press('KeyY', 'н', 'c')).toBe('redo');
  expect(press('KeyZ', 'z', 'm')).toBe('undo');
});

test.each([
  ['KeyF', 'а', ''],
  ['KeyF', 'A', 's'],
  ['Digit7', '7', ''],
  ['Space', ' ', ''],
  ['KeyU', 'ґ', 'ca'],
  ['BracketLeft', 'Dead', ''],
  ['KeyA', 'Process', ''],
])('GRD-4 %s that makes «%s» begins typing', (code, key, modifiers) => {
  expect(press(code, key, modifiers)).toBe('type');
});

test.each([
  ['ArrowDown', 'ArrowDown', ''],
  ['Tab', 'Tab', ''],
  ['Home', 'Home', ''],
  ['F5', 'F5', ''],
  ['KeyC', 'c', 'c'],
  ['KeyV', 'м', 'c'],
  ['KeyR', 'r', 'c'],
  ['KeyA', 'a', 'a'],
  ['ControlLeft', 'Control', 'c'],
  ['ShiftLeft', 'Shift', 's'],
])('%s (%s) is not ours', (code, key, modifiers) => {
  expect(press(code, key, modifiers)).toBeNull();
});

test('the keys of a table', () => {
  expect(press('Enter', 'Enter')).toBe('edit');
  expect(press('F2', 'F2')).toBe('edit');
  expect(press('Delete', 'Delete')).toBe('clear');
  expect(press('Backspace', 'Backspace')).toBe('clear');
  expect(press('Delete', 'Delete', 'c')).toBe('deleteRow');
  expect(press('Enter', 'Enter', 'c')).toBe('insertRow');
  expect(press('Escape', 'Escape')).toBe('leave');
});

test('GRD-4 the number pad without its lock has the same keys', () => {
  expect(press('NumpadEnter', 'Enter')).toBe('edit');
  expect(press('NumpadDecimal', 'Delete')).toBe('clear');
  expect(press('NumpadDecimal', ',')).toBe('type');
});

test('GRD-20 no key means two things, and each is written with its modifiers in one order', () => {
  const chords = Object.values(gridKeys).flatMap((key: GridKey) => key.chords);
  expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  for (const chord of chords) expect(chord).toMatch(/^(Ctrl\+)?(Alt\+)?(Shift\+)?[A-Z][A-Za-z0-9]+$/);
});
