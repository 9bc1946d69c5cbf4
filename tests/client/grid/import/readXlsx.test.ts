import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, formatColumn } from '#client/grid/import/reading/SourceBook.ts';
import { parseMoney } from '#shared/money/parseMoney.ts';
import { buildSheetData, buildXlsx, buildXlsxFiles } from '#tests/support/import/buildXlsx.ts';
import { buildZip } from '#tests/support/import/buildZip.ts';
import { readFixture, readRows, readTexts } from './openImport.ts';

const money = { kind: 'money', thousands: 0 } as const;
const period = { kind: 'period', thousands: 0 } as const;

describe('a workbook made by LibreOffice', () => {
  it('IMP-5 gives texts, numbers, dates and the last results of formulas', async () => {
    const rows = await readTexts(await readFixture('zakhody.xlsx'));
    expect(rows).toEqual([
      ['Напрям', 'Показник', 'Зміст заходу', 'К-сть', 'Дата проведення', 'Стан', 'Примітка'],
      [
        '1',
        'Пленарні засідання',
        'Сесія районної ради: ЇЖАК, Єдність, Ґанок, Іній — їжак, єдність, ґанок, іній',
        '13',
        '19.08.2020',
        'виконано',
        'сказали: «так»; далі "ні", і край',
      ],
      [
        '2',
        'Єдині дні інформування',
        'День інформування в об’єднанні «Злагода»',
        '1717',
        'березень 2020',
        'виконується',
        '',
      ],
    ]);
  });

  it('IMP-9 IMP-10 IMP-11 tells merged cells, hidden rows and columns, and rows that are no data', async () => {
    const file = await readFixture('vydatky.xlsx');
    const plain = await readRows(file, { headerRow: 3 });
    expect(plain.info).toMatchObject({
      rowCount: 8,
      columnCount: 11,
      hiddenRowCount: 1,
      hiddenColumns: [10],
    });
    expect(plain.info.merges).toContainEqual({ top: 5, bottom: 7, left: 1, right: 1 });
    expect(plain.rows.map(({ number, role }) => [number, role])).toEqual([
      [4, 'column-numbers'],
      [5, 'data'],
      [6, 'data'],
      [8, 'data'],
      [9, 'total'],
    ]);
    expect(plain.rows.map(({ cells }) => cells[1]?.text)).toEqual([
      '2',
      '1. Сприяння депутатській діяльності',
      '',
      '5',
      '',
    ]);
    const all = await readRows(file, { headerRow: 3, takesHidden: true, fillsMerges: true });
    const direction = '1. Сприяння депутатській діяльності';
    expect(all.rows.map(({ cells }) => cells[1]?.text)).toEqual([
      '2',
      direction,
      direction,
      direction,
      '5',
      '',
    ]);
  });

  it('IMP-6 IMP-7 keeps amounts to the kopiyka, codes with their zeros, and names errors', async () => {
    const readings = Array.from({ length: 11 }, (_, column) =>
      column === 6 || column === 7 ? money : period,
    );
    const { rows } = await readRows(await readFixture('vydatky.xlsx'), { headerRow: 4, readings });
    expect(rows.map(({ cells }) => cells.slice(4, 10).map(({ text }) => text))).toEqual([
      ['0210180', '2210', '390023,56', '390023,56', 'виконано', '19.08.2020'],
      ['0210180', '2240', '47 580,00', '14865,5', '=HYPERLINK("http://example.com")', '44062'],
      ['0210180', '2282', '95,5%', '', 'перший рядок\nдругий рядок', 'TRUE'],
      ['', '', '390023,56', '404890,06', '', ''],
    ]);
    expect(rows.map(({ errors }) => errors)).toEqual([[], [], [{ place: 7, code: '#REF!' }], []]);
    expect(rows[0]?.cells[9]).toEqual({
      text: '19.08.2020',
      number: { decimal: '44062', format: 'date', shownDecimals: null },
    });
  });
});

describe('a workbook', () => {
  it('IMP-5 reads shared, rich, inline and computed texts, with their coded characters', async () => {
    const sheet = `<sheetData>
      <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>
      <row><c t="inlineStr"><is><r><t>їж</t></r><r><t xml:space="preserve">ак </t></r></is></c>
        <c t="str"><f>A1&amp;"x"</f><v>a_x000D_b_x005F_x000D_</v></c><c t="b"><v>1</v></c><c><f>A9</f></c><c/></row>
    </sheetData>`;
    const file = new Blob([
      buildXlsx({
        sheets: { Аркуш1: sheet },
        sharedStrings: [
          '<t>ґанок &lt;1&gt;</t><phoneticPr fontId="1"/>',
          '<r><rPr><b/></rPr><t>від</t></r><r><t>діл</t></r><rPh sb="0" eb="1"><t>читання</t></rPh>',
        ],
      }),
    ]);
    const { rows } = await readRows(file);
    expect(rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
      [2, '', 'ґанок <1>', '', 'відділ'],
      [3, 'їжак ', 'a\rb_x000D_', 'TRUE', ''],
    ]);
    expect(rows[1]?.errors).toEqual([{ place: 3, code: '=' }]);
  });

  it.each([
    ['dd.mm.yyyy', 44_062, '19.08.2020'],
    ['[$-422]d mmmm yyyy" р.";@', 44_062, '19.08.2020'],
    ['mmm.yy', 43_891, '03.2020'],
    ['yyyy-mm-dd hh:mm', 44_062.604_166_666_664, '19.08.2020 14:30'],
    ['dd.mm.yyyy', 44_062.604_166_666_664, '19.08.2020'],
    ['hh:mm', 0.5, '12:00'],
    ['[h]:mm:ss', 1.5, '1,5'],
    ['0.00%', 0.123, '12,3%'],
    ['0000000', 210_180, '0210180'],
    ['# ##0.00\\ "грн за день"', 1_234.5, '1234,5'],
    ['[Red]# ##0.00;-# ##0.00', 0.1 + 0.2, '0,3'],
    ['General', 60, '60'],
    ['dd.mm.yyyy', 60, '60'],
    ['dd.mm.yyyy', 59, '28.02.1900'],
    ['@', 12, '12'],
  ])('IMP-5 shows %s of %d as «%s»', async (format, value, text) => {
    const file = new Blob([
      buildXlsx({
        sheets: { A: `<sheetData><row><c s="1"><v>${value}</v></c></row></sheetData>` },
        formats: [format],
      }),
    ]);
    expect(await readTexts(file)).toEqual([[text]]);
  });

  it('IMP-5 counts days from 1904 where the workbook does, and reads ISO dates', async () => {
    const row = '<row><c s="1"><v>42600</v></c><c t="d"><v>2020-08-19T14:30:00Z</v></c></row>';
    const file = new Blob([
      buildXlsx({ sheets: { A: `<sheetData>${row}</sheetData>` }, formats: ['dd.mm.yyyy'], is1904: true }),
    ]);
    const { rows } = await readRows(file);
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['19.08.2020', '19.08.2020 14:30']);
    expect(rows[0]?.cells[0]?.number?.decimal).toBe('44062');
  });

  it('IMP-5 reads workbooks with prefixes, in UTF-16, and with sizes in ZIP64 fields', async () => {
    const files = buildXlsxFiles({ sheets: { A: buildSheetData([['їжак', 1]]) } });
    const prefixed = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name,
        xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replaceAll('xmlns=', 'xmlns:x='),
      ]),
    );
    const utf16 = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [name, Buffer.from(`\uFEFF${xml}`, 'utf16le')]),
    );
    for (const bytes of [buildZip(prefixed), buildZip(utf16), buildZip(files, { isZip64: true })]) {
      expect(await readTexts(new Blob([bytes]))).toEqual([['їжак', '1']]);
    }
  });

  it('IMP-6 holds every amount that an amount can be, whatever the machine made of its fraction', async () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 20 }), async (amounts) => {
        const cells = amounts.map((minor) => `<row><c><v>${minor / 100}</v></c></row>`).join('');
        const file = new Blob([buildXlsx({ sheets: { A: `<sheetData>${cells}</sheetData>` } })]);
        const texts = await readTexts(file, { readings: [money] });
        expect(texts.map(([text = '']) => parseMoney(text))).toEqual(amounts);
      }),
      { numRuns: 30 },
    );
  });
});

it('names a cell as every spreadsheet does', () => {
  expect([0, 25, 26, 701, 702].map(formatColumn)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(formatAddress('Аркуш1', 17, 2)).toBe('Аркуш1!C17');
  expect(formatAddress(null, 17, 2)).toBe('C17');
});
