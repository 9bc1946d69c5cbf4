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
  ['ArrowDown', 'ArrowDown', 'ca'],
  ['Tab', 'Tab', 'c'],
  ['F5', 'F5', ''],
  ['KeyC', 'c', 'c'],
  ['KeyV', 'м', 'c'],
  ['KeyR', 'r', 'cs'],
  ['KeyA', 'a', 'a'],
  ['ControlLeft', 'Control', 'c'],
  ['ShiftLeft', 'Shift', 's'],
])('%s (%s) is not ours', (code, key, modifiers) => {
  expect(press(code, key, modifiers)).toBeNull();
});

test('GRD-20 Enter goes down, F2 opens, with Shift and Ctrl the same keys do more', () => {
  expect(press('Enter', 'Enter')).toBe('goDown');
  expect(press('Enter', 'Enter', 's')).toBe('goUp');
  expect(press('F2', 'F2')).toBe('edit');
  expect(press('Delete', 'Delete')).toBe('clear');
  expect(press('Backspace', 'Backspace')).toBe('clear');
  expect(press('Delete', 'Delete', 'c')).toBe('deleteRow');
  expect(press('Equal', '+', 'cs')).toBe('insertRow');
  expect(press('ArrowDown', 'ArrowDown')).toBe('move');
  expect(press('ArrowDown', 'ArrowDown', 'cs')).toBe('extendToEdge');
  expect(press('ArrowDown', 'ArrowDown', 'ms')).toBe('extendToEdge');
  expect(press('Escape', 'Escape')).toBe('leave');
});

test('GRD-4 the number pad without its lock has the same keys', () => {
  expect(press('NumpadEnter', 'Enter')).toBe('goDown');
  expect(press('Numpad4', 'ArrowLeft', 's')).toBe('extend');
  expect(press('Numpad4', '4')).toBe('type');
  expect(press('NumpadDecimal', 'Delete')).toBe('clear');
  expect(press('NumpadDecimal', ',')).toBe('type');
});

test('GRD-20 no key means two things, and each is written with its modifiers in one order', () => {
  const keys: GridKey[] = Object.values(gridKeys);
  // A header is no cell: there the same key may do another thing.
  for (const apart of ['cell', 'header']) {
    const chords = keys.filter(({ scope }) => scope !== apart).flatMap((key) => key.chords);
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  }
  for (const chord of keys.flatMap((key) => key.chords))
    expect(chord).toMatch(/^(Ctrl\+)?(Alt\+)?(Shift\+)?[A-Z][A-Za-z0-9]+$/);
});
