import { describe, expect, test } from 'vitest';
import { printToday } from '#client/grid/editors/printToday.ts';
import { type EditorKeyContext, readEditorKey } from '#client/grid/editors/readEditorKey.ts';

type Pressed = Parameters<typeof readEditorKey>[0];

function press(code: string, change: Partial<Pressed> = {}): Pressed {
  return {
    code,
    key: code,
    keyCode: 0,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    ...change,
  };
}

const line: EditorKeyContext = { isLong: false, isEntering: false, isForm: false };
const long: EditorKeyContext = { ...line, isLong: true };
const entering: EditorKeyContext = { ...line, isEntering: true };
const form: EditorKeyContext = { ...long, isForm: true };

describe('keys of an editor', () => {
  test.each<[string, Pressed, EditorKeyContext, ReturnType<typeof readEditorKey>]>([
    ['Enter', press('Enter'), long, { kind: 'commit', move: 'down' }],
    ['Shift+Enter', press('Enter', { shiftKey: true }), line, { kind: 'commit', move: 'up' }],
    ['Enter of the number pad', press('NumpadEnter'), line, { kind: 'commit', move: 'down' }],
    ['Alt+Enter in a long text', press('Enter', { altKey: true }), long, { kind: 'newLine' }],
    ['Alt+Enter in one line', press('Enter', { altKey: true }), line, null],
    ['Ctrl+Enter in a cell', press('Enter', { ctrlKey: true }), long, { kind: 'fill' }],
    ['Enter in a long text of a form', press('Enter'), form, null],
    [
      'Ctrl+Enter in a long text of a form',
      press('Enter', { ctrlKey: true }),
      form,
      { kind: 'commit', move: 'stay' },
    ],
    [
      'Enter without a place, from a phone',
      press('', { key: 'Enter' }),
      line,
      { kind: 'commit', move: 'down' },
    ],
    ['Tab', press('Tab'), line, { kind: 'commit', move: 'right' }],
    ['Shift+Tab', press('Tab', { shiftKey: true }), line, { kind: 'commit', move: 'left' }],
    ['Escape', press('Escape'), long, { kind: 'cancel' }],
    ['F2', press('F2'), line, { kind: 'mode' }],
    ['Ctrl+ж, which is Ctrl+;', press('Semicolon', { key: 'ж', ctrlKey: true }), line, { kind: 'today' }],
    ['Cmd+;', press('Semicolon', { key: ';', metaKey: true }), line, { kind: 'today' }],
    ['ж', press('Semicolon', { key: 'ж' }), line, null],
    ['Alt+↓', press('ArrowDown', { altKey: true }), line, { kind: 'open' }],
    ['F4', press('F4'), line, { kind: 'open' }],
  ])('GRD-101 %s', (_name, key, context, expected) => {
    expect(readEditorKey(key, context)).toEqual(expected);
  });

  test('GRD-101 arrows move in the text after F2 and leave the cell after typing over it', () => {
    for (const [code, move] of [
      ['ArrowUp', 'up'],
      ['ArrowDown', 'down'],
      ['ArrowLeft', 'left'],
      ['ArrowRight', 'right'],
    ] as const) {
      expect(readEditorKey(press(code), line)).toBe(null);
      expect(readEditorKey(press(code), entering)).toEqual({ kind: 'commit', move });
      expect(readEditorKey(press(code, { shiftKey: true }), entering)).toBe(null);
      expect(readEditorKey(press(code, { ctrlKey: true }), entering)).toBe(null);
    }
  });

  test('GRD-101 no key belongs to the editor while an input method composes', () => {
    for (const code of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'F2']) {
      expect(readEditorKey(press(code, { isComposing: true }), entering)).toBe(null);
      expect(readEditorKey(press(code, { keyCode: 229 }), entering)).toBe(null);
    }
  });

  test('GRD-101 the day of today is written as a date cell takes it', () => {
    expect(printToday(new Date(2020, 2, 8))).toBe('08.03.2020');
    expect(printToday(new Date(2020, 10, 19, 23, 59))).toBe('19.11.2020');
  });
});
