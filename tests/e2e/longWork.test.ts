import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FindBar } from './pages/FindBar.ts';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { ImportDialog } from './pages/ImportDialog.ts';
import { WorkBar } from './pages/WorkBar.ts';
import { fillClipboard } from './support/clipboard.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { holdAnswers } from './support/holdAnswers.ts';
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
  // So slow a page is still at it when the key comes, however busy the machine is.
  const session = await grid.page.context().newCDPSession(grid.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await work.waitForPart(name);
  await grid.press(key);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
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
  const line = (plan: number, mark = 6) =>
    `${plan}\t${mark}150\t\tДоговір ${mark}\tТолока ${mark}\tТолока ${mark}\n`;
  const sum = rowCount * 6_000;
  const first = () => selection.cell({ row: 1, column: 'plannedMinor' });

  async function paste(plan: number, mark?: number): Promise<void> {
    await first().click();
    await fillClipboard(grid.page, { text: line(plan, mark), times: rowCount });
    await grid.press('Control+v');
  }

  beforeAll(async () => {
    await grid.search().fill('Довгинцівського району');
    await grid.rows().nth(1).waitFor({ state: 'detached' });
    await paste(6_000);
    await grid.page.getByText('Вставлено: ').waitFor();
  });

  test('E2E-117 are pasted, filled, emptied and replaced: each is stopped by Esc and comes back by Ctrl+Z', async () => {
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
    await bar.field().press('Escape');
  });

  test('E2E-150 come back by Ctrl+Z with a bar, which Esc stops; the next Ctrl+Z takes back the rest', async () => {
    const before = await readSum();
    // Each of the five cells of a row gets another value.
    await paste(9_000, 9);
    await work.waitForPart('Вставляю: ');
    await grid.press('Control+z');
    await grid.page.getByText('Ще триває попередня довга дія.').waitFor();
    await work.waitForEnd();
    const whole = rowCount * 9_000;
    await expect.poll(readSum).toBe(whole);

    await grid.press('Control+z');
    await stop('Скасовую: ', 'Решту скасує ще один Ctrl+Z.');
    await expect.poll(readSum).not.toBe(whole);
    const part = await readSum();
    await takeBack(before, whole);

    await grid.press('Control+y');
    await work.waitForPart('Повторюю: ');
    await expect.poll(readSum).toBe(part);
    await grid.press('Control+y');
    await expect.poll(readSum).toBe(whole);
  });

  test('E2E-151 are not changed at all when the work is stopped before anything is written', async () => {
    const before = await readSum();
    await first().click();
    await fillClipboard(grid.page, { text: line(8_000), times: rowCount * 10 });
    await grid.press('Control+v');
    await stop('Перевіряю: ', 'Вставлення зупинено');
    await grid.page.getByText('Нічого не змінено.').waitFor();
    expect(await readSum()).toBe(before);
    await grid.press('Control+z');
    await expect.poll(readSum).not.toBe(before);
  });

  test('E2E-151 wait for a slow server under a bar that axe finds nothing on, and are stopped meanwhile', async () => {
    const slow = await openTable({ browser, product }, 'Редактор: Саксаганський', { width: 2200 });
    const hold = await holdAnswers(slow.page);
    await slow.page.reload();
    await slow.search().fill('Саксаганського району');
    await slow.findRow('Саксаганського району');
    const cell = new GridSelectionPage(slow.page).cell({ row: 1, column: 'note' });
    await cell.click();
    // More than may wait for the server at once.
    await fillClipboard(slow.page, { text: `${'довга примітка '.repeat(330)}\n`, times: 550 });
    hold();
    await slow.press('Control+v');
    const bar = new WorkBar(slow.page);
    await bar.waitForPart('Вставляю: ');
    await expectNoAxeViolationsInBothThemes(slow.page, 'section[aria-label^="Вставляю"]');
    await slow.page.getByRole('progressbar').waitFor();
    await slow.press('Escape');
    await slow.page.getByText('Вставлення зупинено').waitFor();
    await bar.waitForEnd();
  });
});
