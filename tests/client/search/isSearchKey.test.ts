import { expect, test } from 'vitest';
import { isSearchKey } from '#client/search/isSearchKey.ts';

const press = {
  code: 'KeyK',
  key: 'k',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

test('SRC-10 Ctrl+K opens the search on any layout, and no other chord does', () => {
  expect(isSearchKey({ ...press, ctrlKey: true }, true)).toBe(true);
  expect(isSearchKey({ ...press, ctrlKey: true, key: 'л' }, false)).toBe(true);
  expect(isSearchKey({ ...press, metaKey: true }, false)).toBe(true);
  expect(isSearchKey(press, false)).toBe(false);
  expect(isSearchKey({ ...press, ctrlKey: true, shiftKey: true }, false)).toBe(false);
  expect(isSearchKey({ ...press, ctrlKey: true, altKey: true }, false)).toBe(false);
  expect(isSearchKey({ ...press, code: 'KeyR', key: 'k', ctrlKey: true }, false)).toBe(false);
});

test('SRC-10 a / opens it wherever it stands on the keyboard, and the sign on its key does not', () => {
  expect(isSearchKey({ ...press, code: 'Slash', key: '/' }, false)).toBe(true);
  expect(isSearchKey({ ...press, code: 'Backslash', key: '/' }, false)).toBe(true);
  expect(isSearchKey({ ...press, code: 'Slash', key: '.' }, false)).toBe(false);
  expect(isSearchKey({ ...press, code: 'Slash', key: '/', ctrlKey: true }, false)).toBe(false);
  expect(isSearchKey({ ...press, code: 'Slash', key: '/' }, true)).toBe(false);
});
