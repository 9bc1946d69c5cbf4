import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeReportDocx } from '#server/export/writeReportDocx.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { convertByOffice } from '#tests/support/office/convertByOffice.ts';
import { findOffice } from '#tests/support/office/findOffice.ts';
import { forgetResults } from '#tests/support/office/forgetResults.ts';
import { plainSpaces, readPdf } from '#tests/support/pdf/readPdf.ts';

const model = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));

let office: string;
let temp: TempDir;
beforeAll(async () => {
  office = await findOffice();
  temp = await createTempDir();
}, 900_000);
afterAll(() => temp.remove());

const convert = (fileName: string, content: Uint8Array, target: string) =>
  convertByOffice(office, { folder: temp.path, fileName, content, target });

describe('LibreOffice', () => {
  it('EXP-41 opens the Word document, and its pages hold every total', async () => {
    const docx = await writeReportDocx(buildPrintedDocument(model, { isDraft: true }));
    const { pages, text } = await readPdf(await convert('Звіт_2020.docx', docx, 'pdf'));
    expect(text).toContain(plainSpaces(formatMoney(model.totals.grand.actualMinor)));
    for (const { title, money } of model.directions) {
      expect(text).toContain(title);
      expect(text).toContain(plainSpaces(formatMoney(money.actualMinor)).replace(' грн', ''));
    }
    for (const indicator of model.totals.indicators) expect(text).toContain(plainSpaces(indicator.text));
    for (const [index, { text: own }] of pages.entries()) {
      expect(own).toContain('ЧЕРНЕТКА');
      // The number stands at the head of each page but the first.
      expect(new RegExp(`^\\s*${index + 1}\\s+ЧЕРНЕТКА`).test(own)).toBe(index > 0);
      expect(own.length).toBeGreaterThan(100);
    }
    const [first] = pages;
    expect([first?.width, first?.height].map((size) => Math.round(size ?? 0))).toEqual([595, 842]);
    expect(pages.some(({ width, height }) => width > height)).toBe(true);
  });

  it('EXP-41 computes every formula of the workbook anew to the same value', async () => {
    const xlsx = await writeReportXlsx(model, { isDraft: false });
    const recomputed = await convert('Звіт_2020.xlsx', forgetResults(xlsx), 'xlsx:Calc MS Excel 2007 XML');
    const before = readWorkbook(xlsx).sheets;
    const after = readWorkbook(recomputed).sheets;
    let formulas = 0;
    for (const { name, cells } of before.values()) {
      const others = must(after.get(name), name).cells;
      for (const [address, { formula, value }] of cells) {
        if (formula === null) continue;
        formulas += 1;
        const other = others.get(address)?.value;
        if (typeof value === 'number')
          expect([name, address, Number(other)]).toEqual([name, address, expect.closeTo(value, 6)]);
        else expect([name, address, other]).toEqual([name, address, value]);
      }
    }
    expect(formulas).toBeGreaterThan(200);
  });
});
