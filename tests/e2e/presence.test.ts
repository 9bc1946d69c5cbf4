import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must } from '#shared/must.ts';
import { CellEditorPage } from './pages/CellEditorPage.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** Seeing colleagues in their cells before one clicks in. */

let product: Product;
let browser: TestBrowser;
let reader: GridPage;
let editor: GridPage;
let coordinator: GridPage;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  reader = await open('Спостерігачка', 900);
  editor = await open('Редакторка: Довгинцівський');
  coordinator = await open('Координаторка звіту');
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

beforeEach(async () => {
  for (const { page } of [editor, coordinator, reader]) {
    if ((await new CellEditorPage(page).field().count()) > 0) await page.keyboard.press('Escape');
    await page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTo(0, 0));
  }
});

/** In a window that is not high, so that rows are soon out of sight. */
const open = (name: string, width = 1920) => openTable({ browser, product }, name, { width, height: 500 });

const label = (table: GridPage, { rowId, column }: Cell): Locator =>
  table.page.locator(`[data-cell="${rowId}/${column}"]`);

async function readBox(locator: Locator) {
  const box = must(await locator.boundingBox(), 'a box on the screen');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** The label is whole inside of what is seen of the table. */
async function expectInside(table: GridPage, cell: Cell): Promise<void> {
  const body = await readBox(table.page.locator('.ag-grid-viewport'));
  await expect
    .poll(async () => {
      const box = await readBox(label(table, cell));
      return (
        box.x >= body.x - 1 &&
        box.right <= body.right + 1 &&
        box.y >= body.y - 1 &&
        box.bottom <= body.bottom + 1
      );
    })
    .toBe(true);
}

async function rowAt(table: GridPage, place: number): Promise<string> {
  return (await table.rows().nth(place).getAttribute('row-id')) ?? '';
}

describe('a colleague’s cell', () => {
  test('E2E-113 has a frame and the name, says so in words, and says who types', async () => {
    const cell = { rowId: await rowAt(reader, 4), column: 'measure' };
    await coordinator.goTo(cell);
    await expect.poll(() => reader.readPeopleIn(cell)).toEqual(['Координаторка звіту']);
    await expectInside(reader, cell);
    const frame = reader.cell(cell);
    expect(await frame.evaluate((element) => getComputedStyle(element).boxShadow)).toContain('2px inset');
    expect(await frame.innerText()).toContain('Тут: Координаторка звіту.');
    await coordinator.press('F2');
    await expect.poll(() => reader.readPeopleIn(cell)).toEqual(['Координаторка звіту ✎']);
    await expect.poll(() => frame.innerText()).toContain('Змінює: Координаторка звіту.');
    await expectNoAxeViolations(reader.page);
  });

  test('E2E-113 leaves a mark after a moment that hides no value; the name is back under the mouse and on focus', async () => {
    const cell = { rowId: await rowAt(reader, 5), column: 'fund' };
    await coordinator.goTo(cell);
    const names = label(reader, cell);
    await names.waitFor();
    await names.and(reader.page.locator('[data-compact]')).waitFor();
    const above = await readBox(reader.cell({ rowId: await rowAt(reader, 4), column: 'fund' }));
    const mark = await readBox(names);
    // A line of 13 px in a row of 30 leaves 8 free below it.
    expect(mark.y).toBeGreaterThanOrEqual(above.bottom - 8);
    await reader.cell(cell).hover();
    await names.and(reader.page.locator(':not([data-compact])')).waitFor();
    expect((await readBox(names)).width).toBeGreaterThan(mark.width);
    await reader.page.locator('.ag-header').hover();
    await names.and(reader.page.locator('[data-compact]')).waitFor();
    await reader.cell(cell).click();
    await names.and(reader.page.locator(':not([data-compact])')).waitFor();
  });

  test('E2E-113 in the first row and in the last column has its name inside the table', async () => {
    const first = { rowId: await rowAt(reader, 0), column: 'measure' };
    await coordinator.goTo(first);
    await label(reader, first).waitFor();
    await expectInside(reader, first);
    const last = { rowId: await rowAt(reader, 3), column: 'note' };
    await coordinator.goTo(last);
    await reader.goTo({ rowId: last.rowId, column: 'note' });
    await label(reader, last).waitFor();
    await expectInside(reader, last);
  });

  test('E2E-113 that is half scrolled away has its name at the part that is seen', async () => {
    const cell = { rowId: await rowAt(reader, 6), column: 'measure' };
    await coordinator.goTo(cell);
    await reader.goTo({ rowId: cell.rowId, column: 'directionId' });
    await label(reader, cell).waitFor();
    const scroll = (left: number, top: number) =>
      reader.page
        .locator('.ag-grid-viewport')
        .evaluate((element, [x, y]) => element.scrollTo(x, y), [left, top] as const);
    for (const [left, top] of [
      [420, 0],
      [0, 195],
      [420, 195],
    ] as const) {
      await scroll(left, top);
      await expectInside(reader, cell);
    }
    await scroll(0, 0);
  });

  test('E2E-113 with several people in it names them all, also when there is little room', async () => {
    await editor.search().fill('Довгинцівського району');
    const rowId = await editor.findRow('Довгинцівського району');
    await coordinator.search().fill('Довгинцівського району');
    await reader.search().fill('Довгинцівського району');
    await reader.findRow('Довгинцівського району');
    const cell = { rowId, column: 'kekv' };
    await editor.goTo(cell);
    await coordinator.goTo(cell);
    await expect
      .poll(async () => (await reader.readPeopleIn(cell)).sort())
      .toEqual(['Координаторка звіту', 'Редакторка: Довгинцівський']);
    await expectInside(reader, cell);
    await expect
      .poll(() => reader.cell(cell).innerText())
      .toMatch(/Тут: (Координаторка звіту|Редакторка: Довгинцівський), /);
  });
});
