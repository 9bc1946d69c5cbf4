import { describe, expect, it } from 'vitest';
import { GrammaticalCase } from '#shared/figures/FigureSpec.ts';
import { activityNoun, hryvnia, kopiyka, pickDeclinedForm } from '#shared/language/declinedNouns.ts';
import { formatMoneyInWords } from '#shared/language/moneyInWords.ts';
import { pickNounForm } from '#shared/language/nouns.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('a noun after a number in a case', () => {
  it.each([
    [1, 'гривня гривні гривні гривню гривнею гривні'],
    [2, 'гривні гривень гривням гривні гривнями гривнях'],
    [5, 'гривень гривень гривням гривень гривнями гривнях'],
    [11, 'гривень гривень гривням гривень гривнями гривнях'],
    [21, 'гривня гривні гривні гривню гривнею гривні'],
    [114, 'гривень гривень гривням гривень гривнями гривнях'],
    [0, 'гривень гривень гривень гривень гривень гривень'],
    [3_000, 'гривень гривень гривень гривень гривень гривень'],
    [1_000_002, 'гривні гривень гривням гривні гривнями гривнях'],
  ])('LNG-33 after %s it is %s', (count, forms) => {
    expect(GrammaticalCase.options.map((each) => pickDeclinedForm(hryvnia, count, each)).join(' ')).toBe(
      forms,
    );
  });

  it('LNG-33 in the nominative it is the form of LNG-1 for every number to a million', () => {
    const forms = { one: 'копійка', few: 'копійки', many: 'копійок' };
    for (let count = 0; count <= 1_000_000; count += 1) {
      const form = pickDeclinedForm(kopiyka, count, 'nominative');
      if (form !== pickNounForm(forms, count)) expect.fail(`${count}: ${form}`);
    }
    expect(pickDeclinedForm(activityNoun, 13, 'locative')).toBe('заходах');
  });

  it.each([
    [43_760_356n, 'nominative', 'чотириста тридцять сім тисяч шістсот три гривні 56 копійок'],
    [
      43_760_356n,
      'instrumental',
      'чотирмастами тридцятьма сьома тисячами шістьмастами трьома гривнями 56 копійками',
    ],
    [4_758_000n, 'genitive', 'сорока семи тисяч п’ятисот вісімдесяти гривень 00 копійок'],
    [2_102n, 'accusative', 'двадцять одну гривню 02 копійки'],
    [101n, 'dative', 'одній гривні 01 копійці'],
    [0n, 'nominative', 'нуль гривень 00 копійок'],
    [200_000n, 'instrumental', 'двома тисячами гривень 00 копійок'],
    [-205n, 'nominative', 'мінус дві гривні 05 копійок'],
  ] as const)('LNG-34 %s kopiykas in the %s are «%s»', (minor, grammaticalCase, words) => {
    expect(plain(formatMoneyInWords(minor, grammaticalCase))).toBe(words);
  });
});
