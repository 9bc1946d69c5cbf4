import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleReportId } from '#server/example/structure2020.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { readSheet, setCell } from '#shared/sheet/sheetDocument.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { ControlPage } from './pages/ControlPage.ts';
import { GridPage } from './pages/GridPage.ts';
import { readText, readTexts } from './pages/readText.ts';
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

test('E2E-196 E2E-197 E2E-202 totals stay in the first screen; what others did since the last look is listed and goes when it was looked at; a moment gets a name, is opened, compared and loses it', async () => {
  const people = { browser, product };
  const path = '/reports/r2020/control';
  const { page } = await openReport(people, 'Координаторка звіту', { path });
  const control = new ControlPage(page);
  const total = control.table('Виконавці й напрями').locator('tfoot tr');
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => readText(total)).toContain('437 603,56');
    const box = must(await total.locator('th').boundingBox(), 'the totals');
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
  await page.getByRole('link', { name: 'Зміни від мого останнього перегляду' }).click();
  await page.getByRole('button', { name: 'Почати відлік' }).press('Enter');
  await page.getByText(/ніхто нічого не змінив/).waitFor();

  const author = new ApiClient(product.url);
  await author.post(apiPaths.demoSession, { login: 'saksahanskyi' });
  const organisationId = OrganisationId.parse('saksahanskyi');
  const writer = new SheetClient({
    url: product.url.replace('http', 'ws'),
    cookie: author.cookie,
    origin: product.url,
    documentName: sheetName(exampleReportId, organisationId),
    organisationId,
  });
  await expect.poll(() => writer.provider.synced).toBe(true);
  const row = must(
    readSheet(writer.doc, organisationId).find(({ kind }) => kind === 'activity'),
    'an activity',
  );
  setCell(writer.doc, row.id, 'note', 'Уточнено в липні');
  await expect.poll(() => writer.isSaved).toBe(true);
  writer.stop();
  const submitted = await author.post(`/api/reports/r2020/sheets/${organisationId}/submit`, {});
  expect(submitted.status, submitted.text).toBe(200);

  await page.goto(path);
  await page.getByRole('link', { name: 'Від мого перегляду: 1 змінений аркуш, подань і рішень: 1' }).click();
  const sheets = page.getByRole('table').getByRole('row').filter({ hasText: 'Саксаганський' });
  await sheets.getByText('Подано').waitFor();
  const change = page.getByRole('listitem').filter({ hasText: 'Уточнено в липні' });
  await change.getByText('Редактор: Саксаганський').waitFor();
  await expectNoAxeViolationsInBothThemes(page, 'main');
  expect(await change.getByRole('link', { name: /^Показати в таблиці/ }).getAttribute('href')).toContain(
    `row=${row.id}&field=note`,
  );
  await page.getByRole('button', { name: 'Позначити переглянутим' }).press('Enter');
  await page.getByText(/ніхто нічого не змінив/).waitFor();

  await page.getByRole('link', { name: 'Уся історія' }).click();
  await page.getByRole('textbox', { name: 'Назвати нинішній стан' }).focus();
  await typeCyrillic(page, 'до наради');
  await page.keyboard.press('Enter');
  await page.getByText('Назву збережено.').waitFor();
  await expectNoAxeViolationsInBothThemes(page, 'main');
  const history = page.url();
  await page.getByRole('link', { name: 'Відкрити версію: до наради' }).click();
  await page.getByText('Уточнено в липні').first().waitFor();
  expect(await page.getByRole('combobox', { name: 'Мить' }).inputValue()).toMatch(/^до наради · /);
  await page.goto(history);
  await page.getByRole('link', { name: 'Порівняти з нинішнім: до наради' }).click();
  await page.waitForURL(/compare\?before=r2020%40\d+&after=r2020%40now/);
  await page.goto(history);
  await page.getByRole('button', { name: 'Прибрати назву: до наради' }).press('Enter');
  await page.getByRole('button', { name: 'Прибрати', exact: true }).press('Enter');
  await page.getByText('Прибрано 1 назву').click();
  await page.getByText(/«до наради»: .*Координаторка звіту/).waitFor();
  await page.context().close();
});

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
