import { afterAll, beforeAll, expect, test } from 'vitest';
import { GridPage } from './pages/GridPage.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

test('E2E-193 E2E-194 COL-18 COL-19 COL-20 COL-21 a column that is added shows at once in a table where somebody is typing, takes what its kind takes, is sorted, found and undone like any other, and stands in the form of a phone; with values it is renamed but not removed', async () => {
  await setUpTown(product.url);
  const setup = { browser, product };
  const path = '/reports/r2020/activities';
  const editor = { login: 'saksahanskyi', password: townPassword };
  const table = await openTable(setup, editor, { path: `${path}?organisation=saksahanskyi` });
  const { page: desk } = await openReport(
    setup,
    { login: 'administrator', password: townPassword },
    { path: '/reports/r2020/structure' },
  );
  const rowId = (await table.rows().first().getAttribute('row-id')) ?? '';
  const note = { rowId, column: 'note' };
  await table.goTo(note);
  await table.type('недописане');

  await desk.getByRole('button', { name: 'Додати стовпець у таблицю «Заходи»' }).click();
  await desk.getByLabel('Назва').fill('Примітка');
  await desk
    .getByRole('textbox', { name: 'Що в ньому' })
    .or(desk.getByRole('combobox', { name: 'Що в ньому' }))
    .click();
  await desk.getByRole('option', { name: 'Вибір зі списку' }).click();
  await desk.getByRole('button', { name: 'Додати', exact: true }).click();
  await desk.getByText('Впишіть хоча б одне значення').waitFor();
  await desk.getByLabel('Значення, по одному в рядку').fill('Відкритий захід\n За запрошенням ');
  await desk.getByLabel('Обов’язковий').check();
  await expectNoAxeViolations(desk);
  await desk.getByRole('button', { name: 'Додати', exact: true }).click();
  // The product's own title: the dialog stays, with all that was filled in.
  await desk.getByRole('alert').filter({ hasText: 'Стовпець із назвою «Примітка»' }).waitFor();
  await desk.getByLabel('Назва').fill('Формат участі');
  await desk.getByRole('button', { name: 'Додати', exact: true }).click();
  await desk.getByText('Вибір зі списку · Відкритий захід, За запрошенням · обов’язковий').waitFor();
  await desk.getByRole('button', { name: 'Додати стовпець у таблицю «Заходи»' }).click();
  await desk.getByLabel('Назва').fill('Кошторис');
  await desk
    .getByRole('textbox', { name: 'Що в ньому' })
    .or(desk.getByRole('combobox', { name: 'Що в ньому' }))
    .click();
  await desk.getByRole('option', { name: 'Сума, грн' }).click();
  await desk.getByRole('button', { name: 'Додати', exact: true }).click();
  await desk.getByRole('listitem').filter({ hasText: 'Кошторис' }).waitFor();

  // The editor that was open is still open, with what was typed in it.
  expect(await table.editor().inputValue()).toBe('недописане');
  await table.press('Enter');
  await expect.poll(() => table.readCell(note)).toBe('недописане');
  await table.goTo(note);
  await table.press('End');
  const choiceHeader = table.page.getByRole('columnheader', { name: 'Формат участі' });
  await choiceHeader.waitFor();
  const choice = { rowId, column: (await choiceHeader.getAttribute('col-id')) ?? '' };
  const moneyHeader = table.page.getByRole('columnheader', { name: 'Кошторис, грн' });
  const money = { rowId, column: (await moneyHeader.getAttribute('col-id')) ?? '' };
  await table.waitForFocus(money);
  await table.type('390,023');
  await table.press('Enter');
  await table.problem().waitFor();
  await table.press('Control+a');
  await table.type('1250,5');
  await table.press('Enter');
  await expect.poll(() => table.readCell(money)).toBe('1 250,50');
  await table.cell(choice).click();
  await table.type('за');
  await table.press('Enter');
  await expect.poll(() => table.readCell(choice)).toBe('За запрошенням');

  // Its rows are found by it, and it is undone and done again.
  await table.search().fill('за запрош');
  await expect.poll(() => table.rows().count()).toBe(1);
  await table.search().fill('');
  await expect.poll(() => table.rows().count()).toBeGreaterThan(1);
  await table.cell(choice).click();
  await table.press('Control+z');
  await expect.poll(() => table.readCell(choice)).toBe('');
  await table.press('Control+y');
  await expect.poll(() => table.readCell(choice)).toBe('За запрошенням');
  // The server keeps it.
  const kept = table.page.waitForResponse(
    (answer) =>
      answer.request().method() === 'PUT' && answer.request().postData()?.includes(money.column) === true,
  );
  await moneyHeader.click({ modifiers: ['Alt'] });
  await moneyHeader.click({ modifiers: ['Alt'] });
  await expect.poll(() => moneyHeader.getAttribute('aria-sort')).toBe('descending');
  expect((await kept).status()).toBe(204);
  await expect.poll(() => table.rows().first().getAttribute('row-id')).toBe(rowId);
  await expectNoAxeViolations(table.page);

  // What adds up in it stands under the table; rows are narrowed by what is chosen, and a view keeps the column hidden.
  await expect.poll(() => table.readTotal(money.column)).toBe('1 250,50');
  await table.page.getByRole('button', { name: 'Формат участі: Формат участі' }).click();
  await table.page.getByRole('option', { name: 'За запрошенням' }).click();
  await expect.poll(() => table.rows().count()).toBe(1);
  await table.page.getByRole('option', { name: '(порожньо)' }).click();
  await expect.poll(() => table.rows().count()).toBeGreaterThan(1);
  await table.page.getByRole('option', { name: '(порожньо)' }).click();
  await expect.poll(() => new URL(table.page.url()).search).toContain('choice.');
  await expectNoAxeViolations(table.page);
  await table.page.keyboard.press('Escape');
  await table.page.getByRole('button', { name: 'Зняти відбір' }).click();
  await expect.poll(() => table.rows().count()).toBeGreaterThan(1);

  // With values it stays, and is renamed, which the open table shows.
  await desk.getByRole('button', { name: 'Дії: Кошторис' }).click();
  await desk.getByRole('menuitem', { name: 'Видалити…' }).click();
  await desk.getByRole('button', { name: 'Видалити', exact: true }).click();
  await desk.getByRole('alert').filter({ hasText: 'рядків у таблицях — 1' }).waitFor();
  await desk.getByRole('button', { name: 'Скасувати' }).click();
  await desk.getByRole('button', { name: 'Дії: Кошторис' }).click();
  await desk.getByRole('menuitem', { name: 'Змінити…' }).click();
  await desk.getByLabel('Назва').fill('Вартість заходу');
  await desk.getByRole('button', { name: 'Зберегти' }).click();
  await table.page.getByRole('columnheader', { name: 'Вартість заходу, грн' }).waitFor();
  expect(await table.readCell(money)).toBe('1 250,50');

  // On a phone it is a line of the row's form.
  await table.page.setViewportSize({ width: 390, height: 844 });
  const card = table.page.locator(`a[data-row$="${rowId}"]`);
  await expect.poll(() => card.innerText()).toMatch(/Вартість заходу, грн: 1\s250,50/);
  await expect.poll(() => card.innerText()).toContain('Формат участі: За запрошенням');
  await card.click();
  const field = table.page.locator(`[data-field="${money.column}"]`);
  await expect.poll(() => field.innerText()).toMatch(/Вартість заходу, грн\s+1\s250,50/);
  await field.click();
  await new GridPage(table.page).page.locator('[data-editor] input').fill('99');
  await table.press('Enter');
  await expect.poll(() => field.innerText()).toMatch(/99,00/);
  await expectNoAxeViolations(table.page);
}, 120_000);
