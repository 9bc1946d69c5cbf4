import { describe, expect, it } from 'vitest';
import { formatCount, formatCountWithNoun, pickNounForm } from '#shared/language/nouns.ts';

const sitting = { one: 'пленарне засідання', few: 'пленарні засідання', many: 'пленарних засідань' };
const person = { one: 'особа', few: 'особи', many: 'осіб' };
const event = { one: 'захід', few: 'заходи', many: 'заходів' };

describe('nouns after numbers', () => {
  it.each([
    [0, 'many'],
    [1, 'one'],
    [2, 'few'],
    [4, 'few'],
    [5, 'many'],
    [11, 'many'],
    [12, 'many'],
    [14, 'many'],
    [21, 'one'],
    [22, 'few'],
    [100, 'many'],
    [101, 'one'],
    [111, 'many'],
    [112, 'many'],
    [1_717, 'many'],
    [1_000_001, 'one'],
  ] as const)('LNG-1 %s takes the form for %s', (count, form) => {
    expect(pickNounForm(person, count)).toBe(person[form]);
  });

  it('LNG-1 follows the rule of the language for every number to a million', () => {
    // The grammar's own wording: the last digit decides, except after a one in the tens.
    for (let count = 0; count <= 1_000_000; count += 1) {
      const last = count % 10;
      const isTeen = Math.floor(count / 10) % 10 === 1;
      const form = isTeen || last === 0 || last >= 5 ? 'many' : last === 1 ? 'one' : 'few';
      if (pickNounForm(person, count) !== person[form])
        expect.fail(`${count}: ${pickNounForm(person, count)}`);
    }
  });

  it('LNG-1 a fraction takes few, a number below zero the form of its size', () => {
    expect(pickNounForm(person, 1.5)).toBe('особи');
    expect(pickNounForm(person, -1)).toBe('особа');
  });

  it.each([
    [0, '0'],
    [1_717, '1717'],
    [9_999, '9999'],
    [10_000, '10\u00A0000'],
    [47_580, '47\u00A0580'],
    [1_234_567, '1\u00A0234\u00A0567'],
    [-12_345, '\u221212\u00A0345'],
    [12_345.5, '12\u00A0345,5'],
  ])('LNG-2 prints %s as %s', (count, printed) => {
    expect(formatCount(count)).toBe(printed);
  });

  it.each([
    [1, '1 пленарне засідання'],
    [2, '2 пленарні засідання'],
    [13, '13 пленарних засідань'],
    [17_171, '17\u00A0171 пленарне засідання'],
  ])('LNG-3 prints %s with its noun', (value, printed) => {
    expect(formatCountWithNoun({ forms: sitting, overStep: null }, value)).toBe(printed);
  });

  it.each([
    [93, 10, 'понад 90 заходів'],
    [99, 10, 'понад 90 заходів'],
    [90, 10, '90 заходів'],
    [91, 10, 'понад 90 заходів'],
    [7, 10, '7 заходів'],
    [3, 10, '3 заходи'],
    [0, 10, '0 заходів'],
    [25, 21, 'понад 21 захід'],
    [93, 1, '93 заходи'],
    [12_345, 1_000, 'понад 12\u00A0000 заходів'],
  ])('LNG-4 prints %s with the step %s as %s', (value, overStep, printed) => {
    expect(formatCountWithNoun({ forms: event, overStep }, value)).toBe(printed);
  });
});
