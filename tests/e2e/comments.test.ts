import type { Page } from 'playwright-core';
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

test('E2E-166 TLK-35 the bell counts what is unread, leads to its place, and kinds are switched off in the profile', async () => {
  const { page } = coordinator;
  const bell = page.getByRole('button', { name: 'Сповіщення, 1 непрочитане' });
  await bell.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/згадує вас у коментарі: Саксаганський/)
    .waitFor();
  await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
  const cell = { rowId: await grid.findRow('Виступи в ефірі'), column: 'quantity' };
  // Where the panel leaves little room: the cell is whole in sight all the same.
  await page.setViewportSize({ width: 1024, height: 768 });
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Звідки число/ })
    .click();
  await coordinator.thread('Звідки число?').waitFor();
  await expect.poll(() => findHiddenPart(page, cell)).toEqual({ left: 0, right: 0 });
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

test('E2E-217 TLK-34 on a phone a row says how much is said about it; a comment on one of its cells is written, answered and resolved there', async () => {
  const { page } = coordinator;
  await grid.page.goto(`${product.url}/reports/r2020/activities?organisation=saksahanskyi`);
  await grid.waitForRows();
  const rowId = await grid.findRow('Виступи в ефірі');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.url}/reports/r2020/activities?organisation=saksahanskyi`);
  const card = page.locator(`a[data-row$="${rowId}"]`);
  await card.click();
  await page.getByRole('button', { name: 'Коментарі…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Коментарі' });
  await dialog.getByLabel('Про що').selectOption({ label: 'Кількість' });
  await dialog.getByRole('combobox', { name: 'Новий коментар' }).focus();
  await coordinator.type('Перевірте ще раз');
  await page.keyboard.press('Control+Enter');
  const thread = coordinator.thread('Перевірте ще раз');
  await thread.getByText('Кількість').waitFor();
  await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');

  // The colleague answers at the desk; it comes to the phone as it is.
  const cell = { rowId, column: 'quantity' };
  await grid.goTo(cell);
  await grid.press('Shift+F2');
  await editor.thread('Перевірте ще раз').getByRole('combobox').focus();
  await editor.type('Перевірено');
  await grid.press('Control+Enter');
  await thread.getByText('Перевірено').waitFor();
  await dialog.getByRole('button', { name: 'Закрити панель' }).click();
  const field = page.locator('[data-field="quantity"]');
  await expect.poll(() => field.innerText()).toContain('2 коментарі');
  await expectNoAxeViolationsInBothThemes(page, 'main');
  await page.getByRole('button', { name: 'До списку' }).click();
  await expect.poll(() => card.innerText()).toContain('2 коментарі');

  // The link of the page of all comments leads to the thread in the form.
  await page.goto(`${product.url}/reports/r2020/comments`);
  await thread.getByRole('link').first().click();
  await dialog.waitFor();
  expect(await thread.getAttribute('data-current')).toBe('true');
  await thread.getByRole('combobox').focus();
  await coordinator.type('Дякую');
  await page.keyboard.press('Control+Enter');
  await thread.getByText('Дякую').waitFor();
  await thread.getByRole('button', { name: 'Завершити' }).click();
  await expect.poll(() => thread.getByText('Завершено:', { exact: false }).count()).toBe(1);
  await dialog.getByRole('button', { name: 'Закрити панель' }).click();
  await page.getByRole('button', { name: 'Коментарі…' }).waitFor();
  expect(await field.innerText()).not.toContain('коментар');
});

/** Pixels of a cell that stand outside of the table; null while it is not drawn. */
function findHiddenPart(
  page: Page,
  cell: { rowId: string; column: string },
): Promise<{ left: number; right: number } | null> {
  return page.evaluate(({ rowId, column }) => {
    const found = document
      .querySelector(`[row-id="${rowId}"] .ag-cell[col-id="${column}"]`)
      ?.getBoundingClientRect();
    const view = document.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
    if (found === undefined || view === undefined) return null;
    const outside = (by: number) => Math.max(0, Math.round(by));
    return { left: outside(view.left - found.left), right: outside(found.right - view.right) };
  }, cell);
}
