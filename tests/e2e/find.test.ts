import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FindBar } from './pages/FindBar.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Find and replace with real keys. «ювілярам» stands in the rows of seven districts, one of them one's own. */

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let bar: FindBar;
let colleague: GridPage;
let rowId: string;
const at = (column: string): Cell => ({ rowId, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [grid, colleague] = await Promise.all([
    openTable({ browser, product }, 'Редактор: Саксаганський'),
    openTable({ browser, product }, 'Координаторка звіту'),
  ]);
  bar = new FindBar(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

beforeEach(async () => {
  await grid.page.goto('/reports/r2020/expenditures');
  await grid.waitForRows();
  await new Shell(grid.page).waitForState('Збережено');
  await grid.search().fill('ювілярам Саксаганського');
  rowId = await grid.findRow('ювілярам Саксаганського');
  await grid.search().fill('');
  await expect.poll(() => grid.readCount()).toBe('32 рядки');
  await grid.rows().first().locator('.ag-cell[col-id="measure"]').click();
});

describe('finding', () => {
  test('E2E-100 Ctrl+F on a Ukrainian layout finds over all rows, also those out of sight', async () => {
    await pressControlCyrillic(grid.page, 'а');
    await bar.field().waitFor();
    await expect.poll(() => bar.field().evaluate((field) => field === document.activeElement)).toBe(true);
    await grid.type('ЮВІЛЯРАМ');
    await expect.poll(() => bar.readCount()).toBe('1 з 7');
    const first = await bar.readCurrentCell();
    await grid.press('Enter', 'Enter');
    await expect.poll(() => bar.readCount()).toBe('3 з 7');
    await grid.press('Shift+Enter', 'Shift+Enter', 'Shift+Enter');
    await expect.poll(() => bar.readCount()).toBe('7 з 7');
    await bar.currentMark().waitFor();
    expect(await bar.currentMark().innerText()).toBe('ювілярам');
    await grid.press('F3');
    await expect.poll(() => bar.readCount()).toBe('1 з 7');
    await expect.poll(() => bar.readCurrentCell()).toEqual(first);
    await grid.press('Escape');
    await grid.waitForFocus(first);
    expect(await bar.bar().count()).toBe(0);
    expect(await bar.readMarks()).toEqual([]);
  });

  test('E2E-100 an amount is found with ordinary spaces or none, and in one column alone', async () => {
    await grid.press('Control+f');
    for (const text of ['9 480,00', '9480', '9480.00']) {
      await bar.field().fill(text);
      await expect.poll(() => bar.readCount()).toBe('1 з 2');
      await expect.poll(async () => (await bar.readMarks())[0]).toMatch(/^9 480/);
    }
    await bar.bar().getByRole('combobox', { name: 'Де шукати' }).selectOption('Факт, грн');
    await expect.poll(() => bar.readCount()).toBe('1 з 1');
    expect((await bar.readCurrentCell()).column).toBe('actualMinor');
  });

  test('E2E-100 case, whole cells, and only what is selected', async () => {
    await grid.press('Control+f');
    await grid.type('загальний фонд');
    await expect.poll(() => bar.readCount()).toMatch(/^1 з \d\d$/);
    await bar.choose('Регістр');
    await expect.poll(() => bar.readCount()).toBe('Нічого не знайдено');
    await bar.choose('Регістр');
    await bar.field().fill('фонд');
    await bar.choose('Клітинка цілком');
    await expect.poll(() => bar.readCount()).toBe('Нічого не знайдено');
    await bar.choose('Клітинка цілком');
    await grid.press('Escape');
    await grid.rows().first().locator('.ag-cell[col-id="fund"]').click();
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+f');
    await expect.poll(() => bar.readCount()).toMatch(/^1 з \d\d$/);
    await bar.choose('Лише вибране');
    await expect.poll(() => bar.readCount()).toBe('1 з 3');
  });

  test('E2E-100 matches in rows that the filter hides are counted apart, and can be shown', async () => {
    await grid.filter('Виконавець', 'Саксаганський');
    await expect.poll(() => grid.readCount()).toBe('Показано 2 з 32');
    await grid.rows().first().locator('.ag-cell[col-id="measure"]').click();
    await grid.press('Control+f');
    await grid.type('ювілярам');
    await expect.poll(() => bar.readCount()).toBe('1 з 1');
    await bar.bar().getByText('ще 6 у відфільтрованих рядках').waitFor();
    await bar.button('показати').click();
    await expect.poll(() => bar.readCount()).toMatch(/^\d з 7$/);
  });

  test('E2E-100 the count follows while a colleague types', async () => {
    await grid.press('Control+f');
    await grid.type('Подяка музею');
    await expect.poll(() => bar.readCount()).toBe('Нічого не знайдено');
    await colleague.search().fill('ювілярам Довгинцівського');
    const other = await colleague.findRow('ювілярам Довгинцівського');
    await colleague.overwrite({ rowId: other, column: 'note' }, 'Подяка музею');
    await expect.poll(() => bar.readCount()).toBe('1 збіг');
    await colleague.goTo({ rowId: other, column: 'note' });
    await colleague.press('Delete');
    await expect.poll(() => bar.readCount()).toBe('Нічого не знайдено');
    await colleague.search().fill('');
  });

  test('E2E-100 a cell that is being typed into is finished first, and one that cannot be stays open', async () => {
    await grid.goTo(at('actualMinor'));
    await grid.type('сто');
    await grid.press('Control+f');
    await grid.problem().getByText('«сто» — не сума').waitFor();
    expect(await bar.bar().count()).toBe(0);
    await grid.press('Escape');
    await grid.goTo(at('note'));
    await grid.type('Слово');
    await grid.press('Control+f');
    await bar.field().waitFor();
    await expect.poll(() => grid.readCell(at('note'))).toBe('Слово');
    await grid.press('Escape', 'Control+z');
    await expect.poll(() => grid.readCell(at('note'))).toBe('');
  });
});

describe('replacing', () => {
  test('E2E-101 all of it: one’s own cells only, the others named with the reason, one step of undo', async () => {
    const before = await grid.readCell(at('measure'));
    await pressControlCyrillic(grid.page, 'р');
    await bar.field().fill('ювілярам');
    await bar.replacement().fill('ветеранам');
    await expect.poll(() => bar.readCount()).toMatch(/^\d з 7$/);
    await bar.button('Замінити все').click();
    await expect.poll(() => bar.readResult()).toContain('Замінено 1 збіг. Не замінено 6: чужі рядки — 6');
    await expect.poll(() => grid.readCell(at('measure'))).toBe(before.replace('ювілярам', 'ветеранам'));
    await colleague.search().fill('ветеранам Саксаганського');
    expect(await colleague.findRow('ветеранам Саксаганського')).toBe(rowId);
    await bar.button('Показати список').click();
    const list = grid.page.getByRole('complementary', { name: 'Бічна панель' }).getByRole('listitem');
    expect(await list.count()).toBe(6);
    await list.filter({ hasText: 'Довгинцівський' }).getByRole('button').click();
    await expect.poll(async () => (await grid.readFocus())?.column).toBe('measure');
    await bar.button('Скасувати').click();
    await expect.poll(() => grid.readCell(at('measure'))).toBe(before);
    await expect.poll(() => bar.readCount()).toMatch(/7$/);
    await colleague.search().fill('');
  });

  test('E2E-101 what would not fit is not written: money stays money', async () => {
    const before = await grid.readCell(at('actualMinor'));
    await grid.press('Control+h');
    await bar.field().fill(before);
    await bar.replacement().fill('сто гривень');
    await bar.bar().getByRole('combobox', { name: 'Де шукати' }).selectOption('Факт, грн');
    await expect.poll(() => bar.readCount()).toBe('1 з 1');
    await bar.button('Замінити все').click();
    await expect.poll(() => bar.readResult()).toContain('Не замінено 1: не підходить — 1');
    expect(await grid.readCell(at('actualMinor'))).toBe(before);
    await bar.replacement().fill('7 000,01');
    await bar.button('Замінити все').click();
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('7 000,01');
    await bar.button('Скасувати').click();
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe(before);
  });

  test('E2E-101 a number that is worked out, and a name of an organisation, are not replaced', async () => {
    await grid.press('Control+h');
    await bar.field().fill('Саксаганський');
    await bar.replacement().fill('Інший');
    await bar.bar().getByRole('combobox', { name: 'Де шукати' }).selectOption('Виконавець');
    await expect.poll(() => bar.readCount()).toBe('1 з 2');
    await bar.button('Замінити все').click();
    await expect.poll(() => bar.readResult()).toContain('Не замінено 2: рахується саме — 2');
  });

  test('E2E-101 one by one, with Enter in the field', async () => {
    await grid.goTo(at('note'));
    await grid.type('кава, кава й чай');
    await grid.press('Enter', 'Control+h');
    await bar.field().fill('кава');
    await bar.replacement().fill('кавова');
    await expect.poll(() => bar.readCount()).toBe('1 з 2');
    await bar.replacement().focus();
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('note'))).toBe('кавова, кава й чай');
    await expect.poll(async () => (await bar.readCurrentCell()).column).toBe('note');
    await expect.poll(() => bar.readCount()).toBe('1 з 1');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('note'))).toBe('кавова, кавова й чай');
    await expect.poll(() => bar.readCount()).toBe('Нічого не знайдено');
  });
});
