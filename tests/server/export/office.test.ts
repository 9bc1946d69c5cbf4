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
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { convertByOffice } from '#tests/support/office/convertByOffice.ts';
import { findOffice } from '#tests/support/office/findOffice.ts';
import { forgetResults } from '#tests/support/office/forgetResults.ts';
import { plainSpaces, readPdf } from '#tests/support/pdf/readPdf.ts';

const structure = buildExampleStructure();
const model = buildReportModel(buildContent(structure, buildExampleRows()));

/** The same in thousands, with corrections of people and of money: below zero, without codes, and by the kopiyka. */
function buildCorrectedModel() {
  const { report, indicators, directions } = structure;
  const honoured = must(
    indicators.find(({ title }) => title === 'Відзначено осіб'),
    'the indicator',
  );
  const { id: directionId } = must(directions.at(-1), 'a direction');
  const corrections = [
    buildCorrection('c1', {
      directionId: honoured.directionId,
      subject: { of: 'indicator', indicatorId: honoured.id, quantity: -12 },
    }),
    buildCorrection('c2', {
      directionId: honoured.directionId,
      subject: buildMoneySubject({
        plannedMinor: -100_00,
        actualMinor: -23_57,
        fund: 'general',
        kpkvk: '0210180',
        kekv: '2210',
      }),
    }),
    buildCorrection('c3', { directionId, subject: buildMoneySubject({ actualMinor: -1_234_567_89 }) }),
  ];
  const unit = 'thousand-uah' as const;
  const corrected = { ...structure, report: { ...report, unit }, corrections };
  return buildReportModel(buildContent(corrected, buildExampleRows()));
}

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

  it.each([
    ['as it is', model],
    ['in thousands and corrected', buildCorrectedModel()],
  ])('EXP-41 computes every formula of the workbook anew to the same value: %s', async (_, report) => {
    const xlsx = await writeReportXlsx(report, { isDraft: false });
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
