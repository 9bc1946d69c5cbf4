import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSnippet } from '#shared/search/buildSnippet.ts';
import { findWordPlaces, foldWords, hasAllWords, parseSearchWords } from '#shared/search/words.ts';

const finds = (text: string, query: string) => hasAllWords(foldWords(text), parseSearchWords(query));

test('SRC-1 case, ґ for г, the kind of apostrophe or none, and stress marks make no difference', () => {
  for (const apostrophe of ["'", '’', 'ʼ', '‘', '`', '′', '']) {
    expect(finds('Свято ім’янинників і сім`ї', `ІМ${apostrophe}Янинник`)).toBe(true);
  }
  expect(finds('Ґрунтовний ґанок', 'грунтовн ганок')).toBe(true);
  expect(finds('Грунтовний', 'ґрунт')).toBe(true);
  expect(finds('за́мок ї й', 'ЗАМОК')).toBe(true);
  // Put together of two signs, as some keyboards do.
  expect(finds('Їжак і йогурт', 'Їжак й'.normalize('NFD'))).toBe(true);
});

test('SRC-2 a word is found by its beginning and not by its middle, and every word has to be there', () => {
  expect(finds('Пленарні засідання ради', 'засід плен')).toBe(true);
  expect(finds('Пленарні засідання ради', 'сідання')).toBe(false);
  expect(finds('Пленарні засідання ради', 'засідання комісій')).toBe(false);
  expect(finds('будинок №12-А/4', '12 а 4')).toBe(true);
  expect(finds('437 603,56', '437 603,56')).toBe(true);
});

test('SRC-3 signs mean themselves, and what has less than two letters looks for nothing', () => {
  for (const query of ['', ' ', 'а', '.*', '(((((', '%_', '\\', '«»', '\u0000\u0001', "'"]) {
    expect(parseSearchWords(query)).toEqual([]);
  }
  expect(parseSearchWords('a+b* (c|d)')).toEqual(['a', 'b', 'c', 'd']);
  expect(finds('абв', 'а.в')).toBe(false);
});

test('SRC-3 any query on any text is answered in time that grows with its length', () => {
  const nasty = `${'а’'.repeat(50_000)} ${'('.repeat(50_000)}${'\u0301'.repeat(50_000)}`;
  expect(hasAllWords(foldWords(nasty), parseSearchWords(nasty.slice(0, 200)))).toBe(true);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
      const words = parseSearchWords(query);
      expect(typeof hasAllWords(foldWords(text), words)).toBe('boolean');
      // Folding twice is folding once, or a word would not find itself.
      expect(foldWords(foldWords(text))).toBe(foldWords(text));
    }),
  );
});

test('SRC-4 a snippet shows what was found, marked where it stands, and cuts no word in two before it', () => {
  const text = `${'слово '.repeat(60)}шукане ім’я ${'далі '.repeat(60)}`;
  const words = parseSearchWords('шук імя');
  const { text: piece, marks } = buildSnippet(text, words);
  expect(piece.length).toBeLessThanOrEqual(162);
  expect(piece.startsWith('…слово')).toBe(true);
  expect(marks.map(({ start, end }) => piece.slice(start, end))).toEqual(['шукане', 'ім’я']);
  expect(buildSnippet('Коротке', parseSearchWords('кор'))).toEqual({
    text: 'Коротке',
    marks: [{ start: 0, end: 7 }],
  });
});

test('SRC-4 in any text that has the words one of them is marked, and a mark is a word that was looked for', () => {
  const word = fc.constantFrom('рада', "об'єкт", 'Ґанок', '12,5', 'и\u0306', 'слово-слово', 'İstanbul');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), fc.nat(), (list, index) => {
      const text = list.join(' ');
      const words = parseSearchWords(list[index % list.length] ?? '');
      fc.pre(words.length > 0);
      expect(hasAllWords(foldWords(text), words)).toBe(true);
      expect(findWordPlaces(text.normalize('NFC'), words).length).toBeGreaterThan(0);
      const { text: piece, marks } = buildSnippet(text, words);
      expect(marks.length).toBeGreaterThan(0);
      for (const { start, end } of marks) {
        expect(words.some((part) => foldWords(piece.slice(start, end)).startsWith(` ${part}`))).toBe(true);
      }
    }),
  );
});
