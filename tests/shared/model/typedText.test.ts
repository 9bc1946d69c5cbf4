import { describe, expect, it } from 'vitest';
import { optionalText, typedLine, typedText } from '#shared/model/typedText.ts';

describe('what people type', () => {
  it.each([
    ['  Відділ\tпреси\r\nі зв’язків ', 'Відділ преси і зв’язків'],
    ['м.\u00A0Кривий Ріг', 'м.\u00A0Кривий Ріг'],
    ['а\u0000б\u001Bв\u0085г\u2028д', 'абв г д'],
    ['\u202Eтівз\u202C', 'тівз'],
    ['лист \u{1F4E8}\uD83D', 'лист \u{1F4E8}\uFFFD'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('ACC-128 a name is one line of what can be seen: %j', (typed, kept) => {
    expect(typedLine(100).parse(typed)).toBe(kept);
  });

  it('ACC-128 a name without anything to be seen is none', () => {
    for (const name of ['', ' \t ', '\u200B\u200D', '\u202E', '\u0000'])
      expect(typedLine(10).safeParse(name).success, JSON.stringify(name)).toBe(false);
    expect(typedLine(3).safeParse('дуже').success).toBe(false);
  });

  it('ACC-128 a note keeps its lines', () => {
    expect(typedText(100).parse('  перше\r\nдруге\rтретє\u2029\u0007 ')).toBe('перше\nдруге\nтретє');
    expect(optionalText(10).parse(' \n ')).toBe('');
    expect(typedText(10).safeParse(' \n ').success).toBe(false);
  });
});
