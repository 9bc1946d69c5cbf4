import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, type TextEncoding } from '#client/grid/import/reading/csv/decodeText.ts';
import { readCsv } from '#client/grid/import/reading/csv/readCsv.ts';
import { readFixture, readTexts } from './openImport.ts';

const letters = 'їжак, єдність, ґанок, іній; ЇЖАК, ЄДНІСТЬ, ҐАНОК, ІНІЙ';

/** What an 8-bit encoding makes of a text, by trying every byte. */
function encode(text: string, encoding: TextEncoding): Uint8Array<ArrayBuffer> {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 63);
}

function encodeUtf16(text: string, isBig: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

describe('the encoding of a text', () => {
  it.each(['zakhody-utf8.csv', 'zakhody-windows-1251.csv', 'zakhody-utf16.csv'])(
    'IMP-2 is recognised in %s, and every Ukrainian letter arrives',
    async (name) => {
      const rows = await readTexts(await readFixture(name));
      const expected = await readTexts(await readFixture('zakhody.xlsx'));
      expect(rows).toEqual(expected);
    },
  );

  const table = `Напрям;Зміст\r\n1;${letters}\r\n2;Виготовлення дипломів, грамот\r\n`;
  it.each<[string, TextEncoding, Uint8Array]>([
    ['UTF-8', 'utf-8', new TextEncoder().encode(table)],
    ['UTF-8 with its mark', 'utf-8', new TextEncoder().encode(`\uFEFF${table}`)],
    ['UTF-16', 'utf-16le', encodeUtf16(`\uFEFF${table}`, false)],
    ['UTF-16 without its mark', 'utf-16le', encodeUtf16(table, false)],
    ['big UTF-16', 'utf-16be', encodeUtf16(`\uFEFF${table}`, true)],
    ['windows-1251', 'windows-1251', encode(table, 'windows-1251')],
    ['KOI8-U', 'koi8-u', encode(table, 'koi8-u')],
    ['code page 866', 'ibm866', encode(table.replaceAll(/[іїґІЇҐ]/g, 'и'), 'ibm866')],
  ])('IMP-2 %s', (_name, encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    const expected = encoding === 'ibm866' ? table.replaceAll(/[іїґІЇҐ]/g, 'и') : table;
    expect(decoded.text).toBe(expected);
  });

  it('IMP-2 is windows-1251 for any Ukrainian words in it, and UTF-8 for any in that', () => {
    const word = fc
      .array(fc.constantFrom(...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’'), { minLength: 4, maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 30 }), (words) => {
        const text = words.join(' ');
        expect(decodeText(encode(text, 'windows-1251'))).toEqual({ text, encoding: 'windows-1251' });
        expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8' });
      }),
    );
  });

  it('IMP-2 is what the person says where the guess is wrong', () => {
    expect(decodeText(encode('їжак', 'windows-1251'), 'windows-1251').text).toBe('їжак');
  });
});

const cellsOf = (text: string) => readCsv(text).rows.map(({ number, cells }) => [number, ...cells]);

describe('a CSV file', () => {
  it.each([';', ',', '\t', '|'] as const)('IMP-3 is cut at «%s»', (mark) => {
    const lines = [
      ['Захід', 'План, грн', 'Факт, грн'],
      ['Папір; ручки, теки', '390 023,56', '390 023,56'],
      ['Зв’язок', '1 000,00', '900,50'],
    ];
    const text = lines.map((line) => line.map((cell) => `"${cell}"`).join(mark)).join('\r\n');
    expect(readCsv(text).delimiter).toBe(mark);
    expect(cellsOf(text)).toEqual(lines.map((line, index) => [index + 1, ...line]));
  });

  it('IMP-3 may name its delimiter in a first line, as Excel understands it', () => {
    expect(cellsOf('sep=|\nа;б|в\n')).toEqual([[2, 'а;б', 'в']]);
  });

  it('IMP-3 keeps line breaks, delimiters and quotes inside of quotes, whatever ends its lines', () => {
    const expected = [
      [1, 'а\nб', 'в"г'],
      [3, 'ґ', 'д;е'],
    ];
    expect(cellsOf('"а\r\nб";"в""г"\r\n\r\nґ;"д;е"\r\n')).toEqual(expected);
    expect(cellsOf('"а\rб";"в""г"\r\rґ;"д;е"')).toEqual(expected);
  });

  it('IMP-3 with a quotation mark that nobody closes is refused by its line', () => {
    expect(() => readCsv('а;б\nв;"г\nд;е\n')).toThrowError(
      expect.objectContaining({ code: 'import.quotes', parameters: { row: 2 } }),
    );
  });

  it('IMP-4 loses what protected its cells from a spreadsheet', () => {
    expect(cellsOf(`="0210180";'=1+1;''=1;'просто;"=""01"""`)).toEqual([
      [1, '0210180', '=1+1', "'=1", "'просто", '01'],
    ]);
  });
});
