import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareLink } from '#client/app/links.ts';
import { ReportId } from '#shared/model/ids.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { normaliseSpace, readText } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
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

const training = '5. Навчання';

test('E2E-185 a changed row and a changed sentence stand old and new beside each other, and the row opens in its table', async () => {
  const grid = await openTable({ browser, product }, 'Координаторка звіту');
  const { page } = grid;
  const shell = new Shell(page);
  const moment = Date.now();
  const rowId = await grid.findRow('Квіти й подарунки ювілярам Саксаганського району');
  const old = await grid.readCell({ rowId, column: 'actualMinor' });
  await grid.overwrite({ rowId, column: 'actualMinor' }, '1234,56');
  await shell.waitForState('Збережено');
  await shell.openTab('Звіт');
  const text = new ReportPaper(page).text(training);
  await text.getByRole('paragraph').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Додане речення.');
  await shell.waitForState('Збережено');

  await page.getByRole('button', { name: /^Обрати звіт/ }).click();
  await page.getByRole('menuitem', { name: 'Порівняти версії' }).click();
  const status = page.getByRole('main').getByRole('status');
  // The example was loaded and changed in one stretch of work: nothing has come after it.
  await status.getByText('Нічого не відрізняється.').waitFor();
  await page.goto(`${compareLink(ReportId.parse('r2020'))}?before=r2020@${moment}&after=r2020@now`);
  await status.getByText('Рядки: додано 0, вилучено 0, змінено 1.').waitFor();

  const grand = page.getByRole('region', { name: 'Суми' }).getByRole('row', { name: /^Усього/ });
  expect(await readText(grand)).toContain('437 603,56');
  const rows = page.getByRole('region', { name: 'Відмінності рядків' });
  const row = rows.getByRole('listitem');
  await expect.poll(() => row.count()).toBe(1);
  expect(normaliseSpace(await row.locator('del').innerText())).toBe(`було: ${old}`);
  expect(normaliseSpace(await row.locator('ins').innerText())).toBe('стало: 1 234,56');
  const sentence = page
    .getByRole('region', { name: 'Текст звіту' })
    .getByRole('article')
    .filter({ hasText: training });
  expect(normaliseSpace(await sentence.locator('ins').last().innerText())).toBe('додано: Додане речення.');
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Поміняти сторони місцями' }).press('Enter');
  await expect.poll(() => row.locator('ins').innerText().then(normaliseSpace)).toBe(`стало: ${old}`);
  await page.getByRole('button', { name: 'Поміняти сторони місцями' }).press('Enter');
  await expect.poll(() => row.locator('del').innerText().then(normaliseSpace)).toBe(`було: ${old}`);
  await row.getByRole('link', { name: /^Відкрити в таблиці/ }).press('Enter');
  const opened = new GridPage(page);
  await expect.poll(async () => (await opened.readFocus())?.rowId).toBe(rowId);
});
