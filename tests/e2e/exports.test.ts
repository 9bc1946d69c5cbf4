import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/must.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
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

test('E2E-177 the whole report leaves as files by one menu, and open data ask about personal data first', async () => {
  const { page } = await openReport({ browser, product }, 'Координаторка звіту');
  const shell = new Shell(page);
  const docx = await shell.download('Документ Word (DOCX)');
  expect(docx.fileName).toBe('Звіт_2020.docx');
  const text = strFromU8(must(unzipSync(docx.bytes)['word/document.xml'], 'the text of the document'));
  expect(text.replaceAll(/<[^>]+>/g, '')).toContain('437\u00A0603,56\u00A0грн');
  expect(text).not.toContain('ЧЕРНЕТКА');
  const page2020 = await shell.download('Вебсторінка (HTML)');
  expect(page2020.fileName).toBe('Звіт_2020.html');

  await shell.openTab('Видатки');
  const grid = new GridPage(page);
  await grid.waitForRows();
  const rowId = (await grid.rows().first().getAttribute('row-id')) ?? '';
  await grid.overwrite({ rowId, column: 'note' }, 'Телефон 067 123 45 67');
  await shell.waitForState('Збережено');
  await page.getByRole('button', { name: 'Експорт' }).click();
  await page.getByRole('menuitem', { name: 'Відкриті дані (ZIP)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Схоже на персональні дані' });
  await dialog.getByText('067 123 45 67').waitFor();
  await dialog.getByRole('link', { name: /^рядок/ }).waitFor();
  await expectNoAxeViolations(page, '[role="dialog"]');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Це можна публікувати' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Звіт_2020_відкриті_дані.zip');
});
