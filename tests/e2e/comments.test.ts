import { afterAll, beforeAll, expect, test } from 'vitest';
import { Comments } from './pages/Comments.ts';
import type { GridPage } from './pages/GridPage.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let editor: Comments;
let coordinator: Comments;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Редактор: Саксаганський', {
    path: '/reports/r2020/activities?organisation=saksahanskyi',
  });
  editor = new Comments(grid.page);
  const { page } = await openReport({ browser, product }, 'Координаторка звіту', {
    path: '/reports/r2020/comments',
  });
  coordinator = new Comments(page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

test('E2E-165 a cell and a paragraph are commented on by keys, answered by a colleague, and found again', async () => {
  await coordinator.page.getByText('Відкритих коментарів немає.', { exact: false }).waitFor();
  const cell = { rowId: await grid.findRow('Виступи в ефірі'), column: 'quantity' };
  const before = await grid.readCell(cell);
  await grid.goTo(cell);
  await grid.press('Shift+F2');
  await expect.poll(() => editor.isWriting()).toBe(true);
  await editor.type('Звідки число? @Коорд');
  await editor.page
    .getByRole('listbox')
    .getByRole('option', { name: /Координаторка/ })
    .waitFor();
  await grid.press('Enter');
  await editor.type('<b>дякую</b>');
  await grid.press('Control+Enter');
  await editor.thread('Звідки число?').getByText('<b>дякую</b>').waitFor();
  await expect.poll(() => grid.cell(cell).getAttribute('data-comment')).toBe('true');
  expect(await grid.cell(cell).getAttribute('aria-description')).toContain('1 коментар');
  expect(await grid.readCell(cell)).toBe(before);
  await expectNoAxeViolationsInBothThemes(grid.page, 'aside');
  await grid.press('Escape');
  await grid.waitForFocus(cell);

  const theirs = coordinator.thread('Звідки число?');
  await theirs.getByRole('link', { name: /Виступи в ефірі/ }).waitFor();
  await theirs.getByRole('combobox').focus();
  await coordinator.type('З наказу');
  await coordinator.page.keyboard.press('Control+Enter');
  await theirs.getByText('З наказу').waitFor();
  await grid.press('Shift+F2');
  await editor.thread('Звідки число?').getByText('З наказу').waitFor();

  await coordinator.page.goto(`${product.url}/reports/r2020/report`);
  const paragraph = coordinator.page.locator('article [role=textbox] p').first();
  await paragraph.click({ position: { x: 4, y: 8 } });
  await coordinator.page.keyboard.press('Control+Alt+KeyM');
  await expect.poll(() => coordinator.isWriting()).toBe(true);
  await coordinator.type('Скоротіть');
  await coordinator.page.keyboard.press('Control+Enter');
  await coordinator.thread('Скоротіть').waitFor();
  await expect.poll(() => paragraph.getAttribute('aria-description')).toBe('1 коментар');
  await expectNoAxeViolationsInBothThemes(coordinator.page, 'aside');
  await coordinator.page.getByRole('link', { name: 'Усі коментарі звіту' }).click();
  await coordinator.thread('Скоротіть').getByRole('link').first().waitFor();
  await expectNoAxeViolationsInBothThemes(coordinator.page, 'main');
  const resolve = coordinator.thread('Звідки число?').getByRole('button', { name: 'Завершити' });
  await resolve.focus();
  await coordinator.page.keyboard.press('Enter');
  await coordinator.thread('Звідки число?').waitFor({ state: 'detached' });
  await expect.poll(() => grid.cell(cell).getAttribute('data-comment')).toBeNull();
  await coordinator.thread('Скоротіть').getByRole('link').first().click();
  await coordinator.thread('Скоротіть').waitFor();
  await expect.poll(() => paragraph.getAttribute('aria-description')).toBe('1 коментар');
});

test('E2E-166 the bell counts what is unread, leads to its place, and kinds are switched off in the profile', async () => {
  const { page } = coordinator;
  const bell = page.getByRole('button', { name: 'Сповіщення, 1 непрочитане' });
  await bell.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/згадує вас у коментарі: Саксаганський/)
    .waitFor();
  await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Звідки число/ })
    .click();
  await coordinator.thread('Звідки число?').waitFor();
  expect(new URL(page.url()).pathname).toBe('/reports/r2020/activities');
  await page.getByRole('button', { name: 'Сповіщення', exact: true }).waitFor();

  await grid.page.getByRole('button', { name: 'Сповіщення, 1 непрочитане' }).click();
  await grid.page
    .getByRole('dialog')
    .getByText(/відповідає в обговоренні/)
    .waitFor();
  await grid.page.getByRole('button', { name: 'Позначити всі прочитаними' }).click();
  await grid.page.getByRole('button', { name: 'Сповіщення', exact: true }).waitFor();
  await grid.page.getByRole('link', { name: 'Вибрати, про що сповіщати' }).click();
  const answers = grid.page.getByRole('checkbox', { name: /^Відповідь в обговоренні/ });
  await expect.poll(() => answers.isEnabled()).toBe(true);
  await answers.press('Space');
  await expect.poll(async () => (await answers.isEnabled()) && !(await answers.isChecked())).toBe(true);
  await grid.page.reload();
  await expect.poll(async () => (await answers.isEnabled()) && !(await answers.isChecked())).toBe(true);
});
