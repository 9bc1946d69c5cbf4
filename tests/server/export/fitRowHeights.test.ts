import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { countLines, fitRowHeights } from '#server/export/xlsx/fitRowHeights.ts';

describe('row heights', () => {
  it.each([
    ['', 10, 1],
    ['коротко', 20, 1],
    ['одне слово і ще кілька слів', 12, 3],
    ['рядок\nдругий', 40, 2],
    ['а'.repeat(50), 12, 5],
  ])('EXP-5 «%s» in %i digits takes %i lines', (text, width, lines) => {
    expect(countLines(text, width)).toBe(lines);
  });

  it('EXP-5 a row is as high as its tallest wrapped text; hidden, cut and set heights do not count', () => {
    const sheet = new ExcelJS.Workbook().addWorksheet('Аркуш');
    sheet.columns = [{ width: 12 }, { width: 12, hidden: true }, { width: 12 }];
    const long = 'довгий текст, який не стане в один рядок';
    for (const row of [1, 2, 3, 4]) sheet.getCell(row, row).value = long;
    for (const row of [1, 2, 4]) sheet.getCell(row, row).alignment = { wrapText: true };
    sheet.getRow(4).height = 6;
    sheet.getCell(5, 1).value = 'стане';
    sheet.getCell(5, 1).alignment = { wrapText: true };
    fitRowHeights(sheet);
    expect(sheet.getRow(1).height).toBe(15 * countLines(long, 12));
    expect([2, 3, 5].map((row) => sheet.getRow(row).height)).toEqual([undefined, undefined, undefined]);
    expect(sheet.getRow(4).height).toBe(6);
  });
});
