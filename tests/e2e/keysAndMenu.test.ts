import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** The list of keys, the menu of a cell, and the key that writes the day. */

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let selection: GridSelectionPage;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Редактор: Саксаганський', { usesClipboard: true });
  selection = new GridSelectionPage(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

let own = '';
beforeEach(async () => {
  own = await grid.findRow('Саксаганського району');
  await grid.goTo({ rowId: own, column: 'document' });
});

const keyList = () => grid.page.getByRole('dialog', { name: 'Клавіші таблиці' });
const menu = () => grid.page.getByRole('menu', { name: 'Дії з клітинкою' });
const item = (name: RegExp) => menu().getByRole('menuitem', { name });

describe('the list of keys', () => {
  test('E2E-140 Ctrl+/ and the button show every key, and Escape leads back to the cell', async () => {
    await grid.press('Control+Slash');
    await keyList().waitFor();
    const text = await keyList().innerText();
    for (const words of ['Скасувати', 'Заповнити вниз', 'Сьогоднішня дата', 'Знайти й замінити', 'Page Up'])
      expect(text).toContain(words);
    await expectNoAxeViolationsInBothThemes(grid.page, '[role=dialog]');
    await grid.press('Escape');
    await keyList().waitFor({ state: 'detached' });
    await grid.waitForFocus({ rowId: own, column: 'document' });

    await grid.page.getByRole('button', { name: 'Клавіші таблиці (Ctrl+/)' }).click();
    await keyList().waitFor();
    await grid.press('Escape');
    await keyList().waitFor({ state: 'detached' });
  });
});

describe('the menu of a cell', () => {
  test('E2E-141 Shift+F10 opens it, arrows choose, and the focus is in the cell again', async () => {
    await grid.press('Shift+F10');
    await item(/^Змінити клітинку/).waitFor();
    await expectNoAxeViolationsInBothThemes(grid.page, '[role=menu]');
    await grid.press('Escape');
    await menu().waitFor({ state: 'detached' });
    await grid.waitForFocus({ rowId: own, column: 'document' });
    await grid.press('Shift+F10');
    await expect
      .poll(() => item(/^Змінити клітинку/).evaluate((element) => element === document.activeElement))
      .toBe(true);
    await grid.press('Enter');
    await grid.editor().waitFor();
    await grid.press('Escape');
  });

  test('E2E-141 the other mouse button acts on what is selected: copied, pasted elsewhere, taken back', async () => {
    const source = { rowId: own, column: 'kekv' };
    const target = { rowId: own, column: 'note' };
    const before = await grid.readCell(target);
    await grid.cell(source).click({ button: 'right' });
    await item(/^Копіювати/).click();
    await grid.waitForFocus(source);
    await grid.cell(target).click({ button: 'right' });
    await item(/^Вставити/).click();
    await expect.poll(() => grid.readCell(target)).toBe(await grid.readCell(source));
    await grid.cell(target).click({ button: 'right' });
    await item(/^Скасувати/).click();
    await expect.poll(() => grid.readCell(target)).toBe(before);
  });

  test('E2E-141 clearing by the menu empties all that is selected, as one step of undo', async () => {
    const cells = ['plannedMinor', 'actualMinor'].map((column) => ({ rowId: own, column }));
    const before = await Promise.all(cells.map((cell) => grid.readCell(cell)));
    await selection.drag(
      grid.cell({ rowId: own, column: 'plannedMinor' }),
      grid.cell({ rowId: own, column: 'actualMinor' }),
    );
    await grid.cell({ rowId: own, column: 'plannedMinor' }).click({ button: 'right' });
    await item(/^Очистити/).click();
    for (const cell of cells) await expect.poll(() => grid.readCell(cell)).toBe('');
    await grid.press('Control+z');
    for (const [index, cell] of cells.entries())
      await expect.poll(() => grid.readCell(cell)).toBe(before[index]);
  });

  test('E2E-141 another organisation’s cell offers only what changes nothing', async () => {
    const foreign = await grid.findRow('Довгинцівського району');
    await grid.cell({ rowId: foreign, column: 'measure' }).click({ button: 'right' });
    await item(/^Копіювати/).waitFor();
    expect(await item(/^Вставити|^Змінити|^Видалити|^Очистити/).count()).toBe(0);
    await grid.press('Escape');
    await menu().waitFor({ state: 'detached' });
  });
});

describe('the day', () => {
  test('E2E-142 Ctrl+; begins typing with today’s date where a date can stand, and elsewhere does nothing', async () => {
    const today = await grid.page.evaluate(() => {
      const now = new Date();
      const two = (part: number) => String(part).padStart(2, '0');
      return `${two(now.getDate())}.${two(now.getMonth() + 1)}.${now.getFullYear()}`;
    });
    await pressControlCyrillic(grid.page, 'ж');
    await grid.editor().waitFor();
    expect(await grid.editor().inputValue()).toBe(today);
    await grid.press('Escape');
    await grid.goTo({ rowId: own, column: 'actualMinor' });
    await grid.press('Control+Semicolon');
    expect(await grid.editor().count()).toBe(0);

    await new Shell(grid.page).openTab('Заходи');
    await grid.waitForRows();
    await grid.search().fill('Саксаганськ');
    const rowId = (await grid.rows().first().getAttribute('row-id')) ?? '';
    await grid.goTo({ rowId, column: 'period' });
    await grid.press('Control+Semicolon');
    expect(await grid.editor().inputValue()).toBe(today);
    await grid.press('Enter');
    await expect.poll(() => grid.readCell({ rowId, column: 'period' })).toBe(today);
  });
});
