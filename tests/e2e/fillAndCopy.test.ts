import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Filling, emptying, copying and cutting many cells, with the real clipboard. */

let product: Product;
let browser: TestBrowser;
let page: Page;
let grid: GridPage;
let selection: GridSelectionPage;

const open = (name: string) => openTable({ browser, product }, name, { usesClipboard: true });
const at = (row: number, column: string) => selection.cell({ row, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await open('Координаторка звіту');
  page = grid.page;
  selection = new GridSelectionPage(page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

beforeEach(async () => {
  await at(1, 'measure').click();
  await grid.press('Control+Home');
});

async function read(column: string, first: number, last: number): Promise<string[]> {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1)
    texts.push((await at(row, column).locator('.zvit-cell').innerText()).replaceAll(/\s/g, ' '));
  return texts;
}

function readClipboard(type: 'text/plain' | 'text/html'): Promise<string> {
  return page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType(wanted))?.text()) ?? '';
  }, type);
}

/** Selects from one cell to another by clicks. */
async function select(first: [number, string], last: [number, string]): Promise<void> {
  await at(...first).click();
  await at(...last).click({ modifiers: ['Shift'] });
}

describe('filling', () => {
  test('E2E-83 Ctrl+D, Ctrl+R and Ctrl+Enter fill what is selected, each as one step of undo', async () => {
    const before = await read('plannedMinor', 1, 3);
    await select([1, 'plannedMinor'], [3, 'plannedMinor']);
    await pressControlCyrillic(page, 'в');
    await expect.poll(() => read('plannedMinor', 1, 3)).toEqual(['15 000,00', '15 000,00', '15 000,00']);
    await pressControlCyrillic(page, 'я');
    await expect.poll(() => read('plannedMinor', 1, 3)).toEqual(before);

    await select([3, 'plannedMinor'], [3, 'actualMinor']);
    await grid.press('Control+r');
    await expect.poll(() => read('actualMinor', 3, 3)).toEqual(['12 960,00']);
    await select([1, 'plannedMinor'], [2, 'actualMinor']);
    await grid.press('Control+Enter');
    await expect.poll(() => read('actualMinor', 1, 2)).toEqual(['15 000,00', '15 000,00']);
    await grid.press('Control+z');
    await expect.poll(() => read('actualMinor', 1, 2)).toEqual(['14 865,20', '9 480,00']);
  });

  test('E2E-83 Ctrl+Enter in an open editor writes what was typed into all that is selected', async () => {
    const before = await read('plannedMinor', 1, 3);
    await select([1, 'plannedMinor'], [3, 'plannedMinor']);
    await grid.type('сто');
    await grid.press('Control+Enter');
    await grid.problem().getByText('«сто» — не сума').waitFor();
    await grid.press('Control+a');
    await grid.type('7 000,5');
    await grid.press('Control+Enter');
    await expect.poll(() => read('plannedMinor', 1, 3)).toEqual(['7 000,50', '7 000,50', '7 000,50']);
    expect(await selection.readSelected()).toEqual(['plannedMinor1', 'plannedMinor2', 'plannedMinor3']);
    await grid.press('Control+z');
    await expect.poll(() => read('plannedMinor', 1, 3)).toEqual(before);

    const funds = await read('fund', 1, 2);
    await select([1, 'fund'], [2, 'fund']);
    await grid.type('спец');
    await grid.press('Control+Enter');
    await expect.poll(() => read('fund', 1, 2)).toEqual(['Спеціальний фонд', 'Спеціальний фонд']);
    await grid.press('Control+z');
    await expect.poll(() => read('fund', 1, 2)).toEqual(funds);
  });

  test('E2E-83 Delete empties all that is selected, as one step', async () => {
    const before = await read('plannedMinor', 4, 6);
    await select([4, 'plannedMinor'], [6, 'actualMinor']);
    await grid.press('Delete');
    await expect.poll(() => read('plannedMinor', 4, 6)).toEqual(['', '', '']);
    await grid.press('Control+z');
    await expect.poll(() => read('plannedMinor', 4, 6)).toEqual(before);
  });

  test('E2E-84 the handle goes on with amounts by their step; with Ctrl it repeats', async () => {
    await at(1, 'plannedMinor').click();
    await grid.type('100,50');
    await grid.press('Enter');
    await grid.type('200,75');
    await grid.press('Enter');
    const before = await read('plannedMinor', 1, 5);
    await select([1, 'plannedMinor'], [2, 'plannedMinor']);
    await selection.drag(page.locator('.zvit-handle'), at(5, 'plannedMinor'));
    await expect
      .poll(() => read('plannedMinor', 1, 5))
      .toEqual(['100,50', '200,75', '301,00', '401,25', '501,50']);
    expect((await selection.readSelected()).length).toBe(5);
    await grid.press('Control+z');
    await expect.poll(() => read('plannedMinor', 1, 5)).toEqual(before);
    await select([1, 'plannedMinor'], [2, 'plannedMinor']);
    await selection.press(page.locator('.zvit-handle'));
    await selection.moveTo(at(4, 'plannedMinor'));
    await page.keyboard.down('Control');
    await page.mouse.up();
    await page.keyboard.up('Control');
    await expect.poll(() => read('plannedMinor', 1, 4)).toEqual(['100,50', '200,75', '100,50', '200,75']);
    await grid.press('Control+z', 'Control+z', 'Control+z');
    await expect.poll(() => read('plannedMinor', 1, 2)).toEqual(['15 000,00', '9 480,00']);
  });

  test('E2E-84 cells of others are left as they are and named, one’s own are filled', async () => {
    const editor = await open('Редакторка: Довгинцівський');
    const own = new GridSelectionPage(editor.page);
    // Fewer rows, so that all are in sight.
    await editor.search().fill('ювілярам');
    await expect.poll(() => editor.readCount()).toBe('Показано 7 з 32');
    const rowId = await editor.findRow('Довгинцівського району');
    const row = Number(await editor.row(rowId).getAttribute('row-index')) + 1;
    await own.cell({ row, column: 'kekv' }).click();
    await own.cell({ row: row + 2, column: 'kekv' }).click({ modifiers: ['Shift'] });
    await editor.press('Delete');
    await editor.page.getByText('Не змінено 2 клітинки').waitFor();
    // Each belongs to somebody else, so each has a reason of its own.
    for (const number of [row + 1, row + 2])
      await editor.page.getByText(`Рядок ${number} · КЕКВ. Рядок заповнює інший виконавець`).waitFor();
    await expect.poll(() => editor.readCell({ rowId, column: 'kekv' })).toBe('');
    await editor.press('Control+z');
    await expect.poll(() => editor.readCell({ rowId, column: 'kekv' })).toBe('2210');
    await own.cell({ row, column: 'kekv' }).click();
    await own.cell({ row: row + 1, column: 'kekv' }).click({ modifiers: ['Shift'] });
    await editor.type('2220');
    await editor.press('Control+Enter');
    await expect.poll(() => editor.readCell({ rowId, column: 'kekv' })).toBe('2220');
    await editor.page.getByText('Не змінено 1 клітинку').waitFor();
    await editor.press('Control+z');
    await expect.poll(() => editor.readCell({ rowId, column: 'kekv' })).toBe('2210');
  });
});

describe('the clipboard', () => {
  test('E2E-85 a selection leaves as text and as a table with types, in a Ukrainian layout', async () => {
    await select([1, 'kpkvk'], [2, 'plannedMinor']);
    await pressControlCyrillic(page, 'с');
    await page.keyboard.press('Control+c');
    expect((await readClipboard('text/plain')).replaceAll('\r\n', '\n')).toBe(
      '0210180\t2210\t15000,00\n0210180\t2210\t9480,00',
    );
    const html = await readClipboard('text/html');
    expect(html).toContain('0210180</td>');
    expect(html).toContain('15000,00</td>');
    await at(1, 'kekv').click();
    await at(3, 'plannedMinor').click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+c');
    await page.getByText('Кілька виділених ділянок копіюються разом').waitFor();
  });

  test('E2E-85 what is cut stays until it is pasted, then moves as one step', async () => {
    const before = [await read('plannedMinor', 4, 5), await read('actualMinor', 8, 9)];
    await select([4, 'plannedMinor'], [5, 'plannedMinor']);
    await page.keyboard.press('Control+x');
    await expect.poll(() => page.locator('.zvit-cut').count()).toBe(2);
    expect(await read('plannedMinor', 4, 5)).toEqual(before[0]);
    await at(8, 'actualMinor').click();
    await page.keyboard.press('Control+v');
    await expect.poll(() => read('plannedMinor', 4, 5)).toEqual(['', '']);
    expect(await read('actualMinor', 8, 9)).toEqual(before[0]);
    expect(await page.locator('.zvit-cut').count()).toBe(0);
    await grid.press('Control+z');
    await expect.poll(() => read('plannedMinor', 4, 5)).toEqual(before[0]);
    expect(await read('actualMinor', 8, 9)).toEqual(before[1]);
    await select([4, 'plannedMinor'], [5, 'plannedMinor']);
    await page.keyboard.press('Control+x');
    await grid.press('Escape');
    expect(await page.locator('.zvit-cut').count()).toBe(0);
  });
});
