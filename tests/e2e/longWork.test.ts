import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FindBar } from './pages/FindBar.ts';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { ImportDialog } from './pages/ImportDialog.ts';
import { WorkBar } from './pages/WorkBar.ts';
import { fillClipboard } from './support/clipboard.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** Work over thousands of rows: it is seen, it can be stopped, and one step takes back what it wrote. */

const lineCount = 3_000;
const rowCount = 2_000;

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let selection: GridSelectionPage;
let dialog: ImportDialog;
let work: WorkBar;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Редакторка: Довгинцівський', { width: 2200 });
  selection = new GridSelectionPage(grid.page);
  dialog = new ImportDialog(grid.page);
  work = new WorkBar(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** The sum of the amounts shown, in hryvnias. */
async function readSum(): Promise<number> {
  return Number((await grid.readTotal('plannedMinor')).replaceAll(/\s/g, '').replace(',', '.'));
}

/** Stops what has begun by a key, once a part of it is written. */
async function stop(name: string, ended: string, key = 'Escape'): Promise<void> {
  await work.waitForPart(name);
  await grid.press(key);
  await grid.page.getByText(ended).waitFor();
  await work.waitForEnd();
}

/** Sees by the sum that no more than a part is written, and that one step takes it back. */
async function takeBack(before: number, whole: number): Promise<void> {
  await expect.poll(readSum).not.toBe(before);
  expect(await readSum()).toBeGreaterThan(Math.min(before, whole));
  expect(await readSum()).toBeLessThan(Math.max(before, whole));
  await grid.press('Control+z');
  await expect.poll(readSum).toBe(before);
}

describe('a file of thousands of rows', () => {
  test('E2E-99 is stopped on its way in by the keyboard, and one Ctrl+Z takes out what had gone in', async () => {
    const before = await grid.readCount();
    const lines = Array.from({ length: lineCount }, (_, index) => `Толока ${index + 1};1000,00`);
    const text = ['Зміст заходу;План, грн', ...lines].join('\n');
    await dialog.drop({ name: 'toloky.csv', bytes: Buffer.from(text) });
    await dialog.goToPreview();
    await dialog.import();
    await stop('Вносимо зміни', 'Імпортовано не все');
    await dialog.dialog().waitFor({ state: 'detached' });
    await grid.page.getByText(/^Зупинено: внесено .+ з .+ змін\.$/).waitFor();
    await expect.poll(() => grid.readCount()).not.toBe(before);
    await grid.press('Control+z');
    await expect.poll(() => grid.readCount()).toBe(before);
  });
});

describe('thousands of cells', () => {
  /** Plan and fact, nothing for the deviation, and texts. */
  const line = (plan: number) => `${plan}\t6150\t\tДоговір 6\tТолока 6\tТолока 6\n`;
  const sum = rowCount * 6_000;
  const first = () => selection.cell({ row: 1, column: 'plannedMinor' });

  async function paste(plan: number): Promise<void> {
    await first().click();
    await fillClipboard(grid.page, { text: line(plan), times: rowCount });
    await grid.press('Control+v');
  }

  test('E2E-117 are pasted, filled, emptied and replaced: each is stopped by Esc and comes back by Ctrl+Z', async () => {
    await grid.search().fill('Довгинцівського району');
    await grid.findRow('Довгинцівського району');
    await paste(6_000);
    await grid.page.getByText('Вставлено: ').waitFor();
    await expect.poll(readSum).toBe(sum);

    await paste(7_000);
    await stop('Вставляю: ', 'Вставлення зупинено');
    await takeBack(sum, rowCount * 7_000);

    await first().click();
    await grid.type('7000');
    await grid.press('Enter', 'Control+a', 'Control+d');
    await stop('Заповнюю: ', 'Заповнення зупинено');
    await takeBack(sum + 1_000, rowCount * 7_000);
    await grid.press('Control+z');
    await expect.poll(readSum).toBe(sum);

    await grid.press('Control+a', 'Delete');
    await stop('Очищую: ', 'Очищення зупинено');
    await takeBack(sum, 0);

    const bar = new FindBar(grid.page);
    await grid.press('Control+h');
    await bar.field().fill('6');
    await bar.replacement().fill('7');
    await expect.poll(() => bar.readCount()).toBe('1 з 10 000');
    await bar.button('Замінити все').click();
    await stop('Замінюю: ', 'Заміну зупинено');
    expect(await bar.readResult()).toContain('Замінено не все: решту можна замінити ще раз.');
    await takeBack(sum, rowCount * 7_000);
  });
});
