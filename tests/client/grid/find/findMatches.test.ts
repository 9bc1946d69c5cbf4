import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseSearch } from '#client/grid/CellTexts.ts';
import {
  buildNeedle,
  type FindOptions,
  findFolded,
  findMatches,
  replaceInText,
} from '#client/grid/find/findMatches.ts';
import { foldNumber, foldText, readNumberPlaces } from '#client/grid/find/foldText.ts';

const loose: FindOptions = { isCaseSensitive: false, isWholeCell: false };
const exact: FindOptions = { isCaseSensitive: true, isWholeCell: false };
const whole: FindOptions = { isCaseSensitive: false, isWholeCell: true };

/** Letters that go wrong somewhere: İ grows in lower case, й and ї come in one part or two, emoji in many. */
const letters = fc.constantFrom(
  ...[
    'а',
    'А',
    'и',
    'й',
    'Й',
    'и\u0306',
    'ї',
    'і\u0308',
    'ґ',
    'Ґ',
    'є',
    '\u0306',
    'İ',
    'i',
    'I',
    'ı',
    'ß',
    'Σ',
    'ς',
  ],
  ...[
    'ﬁ',
    '👩',
    '👩‍👩‍👧',
    '🇺🇦',
    '🇺',
    '\u200D',
    '’',
    "'",
    'ʼ',
    ' ',
    '\u00A0',
    '\u202F',
    '\n',
    '0',
    '1',
    '\uD800',
  ],
);
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const options = fc.record({ isCaseSensitive: fc.boolean(), isWholeCell: fc.boolean() });
const segmenter = new Intl.Segmenter('uk', { granularity: 'grapheme' });

function cut(text: string, wanted: string, finding: FindOptions): string[] {
  return findMatches(text, wanted, finding).map(({ start, end }) => text.slice(start, end));
}

describe('finding', () => {
  test.each([
    ['Сесія міської ради', 'МІСЬКОЇ', loose, ['міської']],
    ['Сесія міської ради', 'МІСЬКОЇ', exact, []],
    ['Сесія', 'сесія', whole, ['Сесія']],
    ['Сесія ради', 'сесія', whole, []],
    ["Пам’ять, пам'ять, памʼять", 'пам’ять', loose, ['Пам’ять', "пам'ять", 'памʼять']],
    ['390\u00A0023,56', '390 023,56', loose, ['390\u00A0023,56']],
    ['Район и\u0306 ради', 'й', loose, ['й', 'и\u0306']],
    ['Район', 'и', loose, []],
    ['İ та i', 'i', loose, ['i']],
    ['İіİ', 'і', loose, ['і']],
    ['👩‍👩‍👧 і 👩', '👩', loose, ['👩']],
    ['ааааа', 'аа', loose, ['аа', 'аа']],
    ['Їжа', 'ї', loose, ['Ї']],
  ])('GRD-60 «%s» holds «%s»', (text, wanted, finding, expected) => {
    expect(cut(text, wanted, finding)).toEqual(expected);
  });

  test('GRD-60 every match is what is sought, in whole letters, in order, none over another', () => {
    fc.assert(
      fc.property(texts, texts, options, (text, wanted, finding) => {
        const boundaries = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
        let before = 0;
        for (const { start, end } of findMatches(text, wanted, finding)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
          expect(foldText(text.slice(start, end), finding.isCaseSensitive).text).toBe(
            foldText(wanted, finding.isCaseSensitive).text,
          );
          if (finding.isWholeCell) expect([start, end]).toEqual([0, text.length]);
          before = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('GRD-60 no place that holds it is passed over', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, wanted, isCaseSensitive) => {
        const finding = { isCaseSensitive, isWholeCell: false };
        const boundaries = [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
        const matches = findMatches(text, wanted, finding);
        const folded = foldText(wanted, isCaseSensitive).text;
        for (const start of boundaries) {
          for (const end of boundaries.filter((boundary) => boundary > start)) {
            if (foldText(text.slice(start, end), isCaseSensitive).text !== folded) continue;
            expect(matches.some((match) => match.start < end && start < match.end)).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('GRD-60 finds what the search of the rows finds', () => {
    fc.assert(
      fc.property(texts, texts, (text, wanted) => {
        if (findMatches(text, wanted, loose).length > 0)
          expect(normaliseSearch(text)).toContain(normaliseSearch(wanted));
      }),
    );
  });
});

describe('amounts', () => {
  const findNumber = (text: string, wanted: string) => {
    const needle = buildNeedle(wanted, loose);
    if (needle === null || needle.number === null) return [];
    const folded = { text: foldNumber(text), places: readNumberPlaces(text) };
    return findFolded(folded, needle.number, false).map(({ start, end }) => text.slice(start, end));
  };

  test.each([
    ['390\u00A0023,56', '390 023,56', ['390\u00A0023,56']],
    ['390\u00A0023,56', '390023,56', ['390\u00A0023,56']],
    ['390\u00A0023,56', '390023.56', ['390\u00A0023,56']],
    ['390\u00A0023,56', '390', ['390']],
    ['390\u00A0023,56', '0 0', ['0\u00A00']],
    ['\u22125\u00A0759,98', '-5759', ['\u22125\u00A0759']],
    ['390\u00A0023,56', ' ', []],
    ['390\u00A0023,56', 'сто', []],
  ])('GRD-61 «%s» is found by «%s», however the groups are parted', (text, wanted, expected) => {
    expect(findNumber(text, wanted)).toEqual(expected);
  });
});

describe('replacing', () => {
  /** Letters that join with no other, and none of which is sought. */
  const others = fc.string({ unit: fc.constantFrom('щ', 'Щ', 'ь', '7', '—'), minLength: 1, maxLength: 4 });

  test('GRD-62 after replacing all of it with something else it is found no more', () => {
    fc.assert(
      fc.property(texts, texts, others, options, (text, wanted, replacement, finding) => {
        const replaced = replaceInText(text, findMatches(text, wanted, finding), replacement);
        expect(findMatches(replaced, wanted, finding)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('GRD-62 what was not found stays as it is, letter by letter', () => {
    fc.assert(
      fc.property(texts, texts, texts, options, (text, wanted, replacement, finding) => {
        const matches = findMatches(text, wanted, finding);
        const replaced = replaceInText(text, matches, replacement);
        const between = matches.map(({ start }, index) => text.slice(matches[index - 1]?.end ?? 0, start));
        expect(replaced).toBe([...between, text.slice(matches.at(-1)?.end ?? 0)].join(replacement));
      }),
    );
  });
});
