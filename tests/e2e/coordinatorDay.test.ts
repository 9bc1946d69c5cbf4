import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GridPage } from './pages/GridPage.ts';
import { readTexts } from './pages/readText.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { typeCyrillic } from './support/typeCyrillic.ts';

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

async function isFocused(place: Locator): Promise<void> {
  await expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('E2E-199 by keys alone a cell and a paragraph are found and gone to, on a phone by a button', async () => {
  const people = { browser, product };
  const path = '/reports/r2020/control';
  const { page } = await openReport(people, 'Координаторка звіту', { path });
  const dialog = page.getByRole('dialog', { name: 'Пошук' });
  await page.keyboard.press('Control+k');
  await isFocused(dialog.getByRole('searchbox'));
  await typeCyrillic(page, 'ЮВІЛЯР саксаган');
  const hit = dialog.getByRole('link', { name: /Квіти й подарунки ювілярам Саксаганського району/ });
  await hit.waitFor();
  expect(await readTexts(hit.locator('mark'))).toEqual(['ювілярам', 'Саксаганського']);
  await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/expenditures?row=*&field=measure');
  const grid = new GridPage(page);
  await expect.poll(async () => (await grid.readFocus())?.column).toBe('measure');
  const rowId = (await grid.readFocus())?.rowId ?? '';
  expect(await grid.readCell({ rowId, column: 'measure' })).toContain('ювілярам Саксаганського');

  // From the middle of a table, where letters would be typed into the cell.
  await page.keyboard.press('Control+k');
  await isFocused(dialog.getByRole('searchbox'));
  await typeCyrillic(page, 'отримували заздалегідь');
  const paragraph = dialog.getByRole('link', { name: /текст напряму 1/ });
  await paragraph.waitFor();
  await page.keyboard.press('ArrowDown');
  await isFocused(paragraph);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => String(document.getSelection())))
    .toContain('отримували електронною');
  await page.keyboard.press('Control+k');
  await dialog.getByRole('searchbox').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Пошук' }).click();
  await isFocused(dialog.getByRole('searchbox'));
  await typeCyrillic(page, 'довгинців');
  await dialog.getByText('Назви · звіт 2020').waitFor();
  await dialog.getByRole('link').first().click();
  await page.waitForURL('**/activities?organisation=dovhyntsivskyi');
  await page.context().close();
});
