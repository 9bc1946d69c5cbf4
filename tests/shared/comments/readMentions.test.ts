import { describe, expect, test } from 'vitest';
import { readMentions, splitMentions } from '#shared/comments/readMentions.ts';

const people = [
  { userId: 1, name: 'Олена' },
  { userId: 2, name: 'Олена Коваль' },
  { userId: 3, name: 'Олена Коваль' },
  { userId: 4, name: 'A+B (c)' },
  { userId: 5, name: null },
  { userId: 6, name: '' },
];

describe('TLK-12 mentions', () => {
  test.each<[string, number[]]>([
    ['@Олена, гляньте', [1]],
    ['@Олена Коваль і @Олена', [2, 3, 1]],
    ['@Оленака', []],
    ['олена@Олена.ua', [1]],
    ['@олена', []],
    ['@ @@', []],
    ['@A+B (c)!', [4]],
  ])('%s', (text, mentioned) => {
    expect(readMentions(text, people)).toEqual(mentioned);
  });

  test('of one name those that were chosen are meant', () => {
    expect(readMentions('@Олена Коваль', people, new Set([3]))).toEqual([3]);
    expect(readMentions('@Олена Коваль', people, new Set([1]))).toEqual([2, 3]);
  });

  test('the parts are the text again, whatever it is', () => {
    const text = 'Так, @Олена Коваль: <b>@A+B (c)</b>\n@';
    const pieces = splitMentions(text, people);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ isMention }) => isMention).map((piece) => piece.text)).toEqual([
      '@Олена Коваль',
      '@A+B (c)',
    ]);
  });
});
