import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '#client/grid/conflict/mergeTexts.ts';
import { compareTexts, shortenParts } from '#shared/compare/compareTexts.ts';
import { joinTokens, tokenise } from '#shared/compare/textTokens.ts';

const words = fc
  .array(
    fc.constantFrom('квіти', 'та', 'район', 'п’ять', '№', '7', ',', '.', ' ', ' ', '\n', '😀', 'e\u0301'),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));
const texts = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 60 }));
const join = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('');

describe('comparing', () => {
  test('GRD-96 what a comparison shows is all of both texts, in order', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = compareTexts(before, after);
        expect(join(parts.filter(({ kind }) => kind !== 'added'))).toBe(before);
        expect(join(parts.filter(({ kind }) => kind !== 'removed'))).toBe(after);
      }),
    );
  });

  test('GRD-96 a changed word is that word', () => {
    expect(compareTexts('Придбано квіти ювілярам', 'Придбано грамоти ювілярам')).toEqual([
      { kind: 'same', text: 'Придбано ' },
      { kind: 'removed', text: 'квіти' },
      { kind: 'added', text: 'грамоти' },
      { kind: 'same', text: ' ювілярам' },
    ]);
  });

  test('GRD-96 far from a change the text is left out, with a mark', () => {
    const parts = compareTexts(
      `${'а б '.repeat(500)}було${' в г'.repeat(500)}`,
      `${'а б '.repeat(500)}є${' в г'.repeat(500)}`,
    );
    expect(shortenParts(parts, 8)).toEqual([
      { kind: 'same', text: '…а б а б ' },
      { kind: 'removed', text: 'було' },
      { kind: 'added', text: 'є' },
      { kind: 'same', text: ' в г в г…' },
    ]);
  });

  test.each(['а '.repeat(5_000), ' '.repeat(10_000), 'ні. '.repeat(2_500), 'слово\n'.repeat(1_600)])(
    'GRD-96 a text that repeats itself costs no more pairs than any other (%#)',
    (text) => {
      const other = `${text.slice(0, 3_000)}інше${text.slice(3_000)}`;
      expect(join(compareTexts(text, other).filter(({ kind }) => kind !== 'added'))).toBe(text);
      expect(mergeTexts(text, other, `${text}кінець`).text).toContain('кінець');
      const [first = [], second = []] = tokenise([text, other]);
      expect(joinTokens(first)).toBe(text);
      const counts = Map.groupBy(first, (token) => token);
      expect(second.reduce((sum, token) => sum + (counts.get(token)?.length ?? 0), 0)).toBeLessThanOrEqual(
        40_000,
      );
    },
  );
});

describe('merging', () => {
  test('GRD-97 what only one has changed is as they made it', () => {
    fc.assert(
      fc.property(texts, texts, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toEqual({ text: changed, overlapCount: 0 });
        expect(mergeTexts(base, base, changed)).toEqual({ text: changed, overlapCount: 0 });
        expect(mergeTexts(base, changed, changed)).toEqual({ text: changed, overlapCount: 0 });
      }),
    );
  });

  test('GRD-97 words that somebody added stand in the proposal, whoever else changed what', () => {
    fc.assert(
      fc.property(words, fc.nat(40), fc.nat(40), (base, place, other) => {
        const insert = (word: string, at: number) => `${base.slice(0, at)} ${word} ${base.slice(at)}`;
        const { text } = mergeTexts(base, insert('їхнє', place), insert('моє', other));
        expect(text).toContain('їхнє');
        expect(text).toContain('моє');
      }),
    );
  });

  test('GRD-97 changes of different words are both taken, without a question', () => {
    expect(
      mergeTexts(
        'Придбано квіти та подарунки ювілярам району.',
        'Придбано квіти, грамоти та подарунки ювілярам району.',
        'Придбано квіти та подарунки 12 ювілярам району. Захід у березні.',
      ),
    ).toEqual({
      text: 'Придбано квіти, грамоти та подарунки 12 ювілярам району. Захід у березні.',
      overlapCount: 0,
    });
  });

  test('GRD-97 where both changed the same word both wordings stand, theirs first, and it is said', () => {
    expect(mergeTexts('Подарунки ювілярам', 'Листівки ювілярам', 'Букети ювілярам')).toEqual({
      text: 'Листівки Букети ювілярам',
      overlapCount: 1,
    });
  });
});
