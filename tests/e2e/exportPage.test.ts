import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { must } from '#shared/must.ts';
import { ExportPage } from './pages/ExportPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { Shell } from './pages/Shell.ts';
import { fillClipboard } from './support/clipboard.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

const brokenTable = `<table><tr><th>Захід</th><th>Грн</th></tr><tr><td>А</td><td>100,00</td></tr>
<tr><td>Б</td><td>200,00</td></tr><tr><td>Усього</td><td>400,00</td></tr></table>`;

describe('the page of exports', () => {
  test('E2E-179 E2E-180 the check and the files follow a colleague’s row; a broken text blocks and leads to its place', async () => {
    const reader = await openReport({ browser, product }, 'Спостерігачка');
    const files = new ExportPage(reader.page);
    await files.open();
    await files.waitForVerdict('Усе сходиться до копійки.');
    expect(await files.readSum('Рядки й загальний підсумок')).toBe('437 603,56');
    await expectNoAxeViolations(reader.page);

    const grid = await openTable({ browser, product }, 'Координаторка звіту');
    const shell = new Shell(grid.page);
    const rowId = must(await grid.rows().first().getAttribute('row-id'), 'a row');
    const old = await grid.readCell({ rowId, column: 'actualMinor' });
    await grid.overwrite({ rowId, column: 'actualMinor' }, '1000000,01');
    await shell.waitForState('Збережено');

    const sum = printMinor(43_760_356 - parseMinor(old) + 100_000_001);
    await reader.page.getByText('Після перевірки суми змінилися').waitFor();
    await files.checkAgain();
    await files.waitForVerdict('Усе сходиться до копійки.');
    expect(await files.readSum('Рядки й загальний підсумок')).toBe(sum);
    const docx = await files.download('Остаточний: Документ Word (DOCX)');
    expect(docx.fileName).toBe('Звіт_2020.docx');
    const words = strFromU8(must(unzipSync(docx.bytes)['word/document.xml'], 'the text of the document'));
    expect(words.replaceAll(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toContain(sum);
    const xlsx = await files.download('Остаточний: Excel (XLSX)');
    const cells = must(readWorkbook(xlsx.bytes).sheets.get('Зведення'), 'the summary').cells;
    expect([...cells.values()].map(({ value }) => value)).toContain(parseMinor(sum) / 100);

    const paper = new ReportPaper(grid.page);
    await shell.openTab('Звіт');
    const text = paper.text('5. Навчання');
    await text.getByRole('paragraph').last().click();
    await grid.page.keyboard.press('Control+End');
    await grid.page.keyboard.press('Enter');
    await fillClipboard(grid.page, { text: '', html: brokenTable });
    await grid.page.keyboard.press('Control+v');
    const place = reader.page.getByRole('link', { name: /^Напрям 5: .*400,00/ });
    await place.waitFor();
    await reader.page.getByRole('button', { name: 'Остаточний: PDF' }).click();
    const refusal = reader.page.getByRole('alert').filter({ hasText: 'Файл не сформовано' });
    await refusal.getByText('400,00').waitFor();
    const draft = await files.download('Чернетка: Excel (XLSX)');
    expect(draft.fileName).toBe('Звіт_2020_чернетка.xlsx');
    await place.click();
    const direction = new ReportPaper(reader.page).direction('5. Навчання');
    await expect
      .poll(() => direction.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(600);
    await expect
      .poll(() => direction.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThan(-100);
  });
});

function parseMinor(text: string): number {
  return Number(text.replaceAll(/[^\d]/g, ''));
}

function printMinor(minor: number): string {
  const whole = String(Math.floor(minor / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return `${whole},${String(minor % 100).padStart(2, '0')}`;
}
