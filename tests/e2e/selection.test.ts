import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Selecting by mouse and by keys, and what the line under the table makes of it. */

let product: Product;
let browser: TestBrowser;
let page: Page;
let grid: GridPage;
let selection: GridSelectionPage;

const at = (row: number, column: string) => selection.cell({ row, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Координаторка звіту');
  ({ page } = grid);
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

describe('by the mouse', () => {
  test('E2E-80 a drag selects, Shift draws out, Ctrl begins a second range, a click ends it all', async () => {
    await selection.drag(at(2, 'plannedMinor'), at(3, 'actualMinor'));
    expect(await selection.readSelected()).toEqual([
      'plannedMinor2',
      'actualMinor2',
      'plannedMinor3',
      'actualMinor3',
    ]);
    expect(await selection.readFocus()).toBe('plannedMinor2');
    await at(2, 'deviation').click({ modifiers: ['Shift'] });
    expect(await selection.readSelected()).toEqual(['plannedMinor2', 'actualMinor2', 'deviation2']);
    expect(await selection.readFocus()).toBe('plannedMinor2');
    await at(5, 'kekv').click({ modifiers: ['Control'] });
    await at(6, 'kekv').click({ modifiers: ['Shift'] });
    expect(await selection.readSelected()).toEqual(
      ['plannedMinor2', 'actualMinor2', 'deviation2', 'kekv5'].concat('kekv6'),
    );
    await at(8, 'kekv').click();
    expect(await selection.readSelected()).toEqual([]);
    expect(await selection.readFocus()).toBe('kekv8');
  });

  test('E2E-80 past the edges a drag scrolls, and what comes into sight is selected', async () => {
    await selection.press(at(4, 'fund'));
    const box = await page.locator('.ag-grid-viewport').boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await page.mouse.move(x + width + 40, y + height + 120, { steps: 4 });
    await at(32, 'note').waitFor();
    await expect.poll(() => at(32, 'note').getAttribute('aria-selected')).toBe('true');
    await page.mouse.up();
    await expect.poll(async () => (await selection.readNumbers()).Сума).toMatch(/\d/);
    await grid.press('Control+Home');
  });

  test('E2E-80 a number selects its row, a header its column, the corner everything', async () => {
    await at(3, 'number').click();
    expect(new Set((await selection.readSelected()).map((name) => name.replace(/\D+/, '')))).toEqual(
      new Set(['3']),
    );
    await at(5, 'number').click({ modifiers: ['Shift'] });
    await at(8, 'number').click({ modifiers: ['Control'] });
    const rows = (await selection.readSelected()).filter((name) => name.startsWith('measure'));
    expect(rows).toEqual(['measure3', 'measure4', 'measure5', 'measure8']);
    await selection.drag(at(10, 'number'), at(12, 'number'));
    expect((await selection.readSelected()).filter((name) => name.startsWith('measure'))).toEqual([
      'measure10',
      'measure11',
      'measure12',
    ]);

    await selection.header('plannedMinor').locator('.ag-header-cell-text').click();
    await expect.poll(() => selection.readNumbers()).toMatchObject({ Сума: '629 220,00', Кількість: '32' });
    await selection
      .header('actualMinor')
      .locator('.ag-header-cell-text')
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => selection.readNumbers()).toMatchObject({ Сума: '1 066 823,56', Кількість: '64' });
    expect(await selection.header('actualMinor').getAttribute('aria-sort')).toBe('none');
    await selection.header('number').click();
    await expect.poll(() => selection.readNumbers()).toMatchObject({ Сума: '875 207,12' });
  });

  test('E2E-80 sorting stays within reach: by the arrows in a header, with Alt, and by Enter', async () => {
    const header = selection.header('actualMinor');
    await header.hover();
    await header.locator('.ag-sort-indicator-container').click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await header.locator('.ag-header-cell-text').click({ modifiers: ['Alt'] });
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await header.focus();
    await grid.press('Enter');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('none');
    expect(await grid.readCell({ rowId: 'vykonkom/e-001', column: 'actualMinor' })).toBe('14 865,20');
    expect(await at(1, 'actualMinor').innerText()).toMatch(/14\s865,20/);
  });
});

describe('by keys', () => {
  test('E2E-81 arrows, Home, End, Page Down and Ctrl with them lead where a spreadsheet’s do', async () => {
    for (const [key, place] of [
      ['ArrowRight', 'organisation1'],
      ['End', 'note1'],
      ['Home', 'directionId1'],
      ['Control+ArrowDown', 'directionId32'],
      ['Control+ArrowUp', 'directionId1'],
      ['Control+End', 'note32'],
      ['ArrowRight', 'note32'],
      ['Control+Home', 'directionId1'],
      ['ArrowLeft', 'directionId1'],
      ['Enter', 'directionId2'],
      ['Shift+Enter', 'directionId1'],
      ['Tab', 'organisation1'],
      ['Tab', 'measure1'],
      ['Enter', 'directionId2'],
      ['Shift+Tab', 'note1'],
      ['Tab', 'directionId2'],
    ] as const) {
      await grid.press(key);
      expect([key, await selection.readFocus()]).toEqual([key, place]);
    }
    await grid.press('PageDown');
    const after = Number((await selection.readFocus()).replace('directionId', ''));
    expect(after).toBeGreaterThan(10);
    await grid.press('PageUp');
    expect(await selection.readFocus()).toBe('directionId2');
  });

  test('E2E-81 the focus goes along to rows that are far out of sight', async () => {
    await page.setViewportSize({ width: 1440, height: 360 });
    for (const [key, place] of [
      ['Control+End', 'note32'],
      ['ArrowUp', 'note31'],
      ['Control+Home', 'directionId1'],
      ['Control+ArrowDown', 'directionId32'],
      ['Shift+Enter', 'directionId31'],
      ['Control+ArrowUp', 'directionId1'],
    ] as const) {
      await grid.press(key);
      expect([key, await selection.readFocus()]).toEqual([key, place]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('E2E-81 Shift draws out and in, Tab and Enter go round inside, Escape steps back', async () => {
    await at(4, 'plannedMinor').click();
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp');
    expect(await selection.readSelected()).toEqual([
      'plannedMinor4',
      'actualMinor4',
      'plannedMinor5',
      'actualMinor5',
    ]);
    const seen: string[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Enter', 'Enter', 'Shift+Enter', 'Shift+Tab']) {
      await grid.press(key);
      seen.push(await selection.readFocus());
    }
    expect(seen).toEqual([
      'actualMinor4',
      'plannedMinor5',
      'actualMinor5',
      'plannedMinor4',
      'plannedMinor5',
      'actualMinor4',
      'plannedMinor5',
      'actualMinor4',
    ]);
    expect(await selection.readSelected()).toHaveLength(4);
    await grid.press('Escape');
    expect(await selection.readSelected()).toEqual([]);
    expect(await selection.readFocus()).toBe('actualMinor4');
    await grid.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  test('E2E-81 Ctrl+A in a Ukrainian layout, Ctrl+Space and Shift+Space select all, a column, a row', async () => {
    await pressControlCyrillic(page, 'ф');
    await expect.poll(async () => (await selection.readNumbers()).Кількість).toBe('329');
    await grid.press('Escape');
    await grid.press('Control+Space');
    expect((await selection.readSelected()).every((name) => name.startsWith('directionId'))).toBe(true);
    await grid.press('Escape');
    await grid.press('Shift+Space');
    expect((await selection.readSelected()).every((name) => /\D1$/.test(name))).toBe(true);
    await grid.press('Escape');
    await grid.press('Control+Shift+ArrowDown');
    expect((await selection.readSelected()).at(0)).toBe('directionId1');
    await expect.poll(async () => (await selection.readNumbers()).Кількість).toBe('32');
    await grid.press('Escape');
  });
});

describe('the line under the table', () => {
  test('E2E-82 shows and says sum, average, count, least and greatest, and follows a colleague’s edit', async () => {
    const rowId = await grid.findRow('Довгинцівського району');
    const colleague = await openTable({ browser, product }, 'Редакторка: Довгинцівський');
    await selection.header('actualMinor').locator('.ag-header-cell-text').click();
    await expect
      .poll(() => selection.readNumbers())
      .toEqual({
        Сума: '437 603,56',
        Середнє: '13 675,11',
        Кількість: '32',
        Мінімум: '0,00',
        Максимум: '77 500,00',
      });
    await expect
      .poll(() => selection.readSpoken())
      .toBe(
        'Вибрано 32 клітинки, Сума 437 603,56, Середнє 13 675,11, Кількість 32, Мінімум 0,00, Максимум 77 500,00',
      );
    await colleague.overwrite({ rowId, column: 'actualMinor' }, '6150,01');
    await expect.poll(async () => (await selection.readNumbers()).Сума).toBe('437 603,57');
    await colleague.overwrite({ rowId, column: 'actualMinor' }, '6150');
    await expect.poll(async () => (await selection.readNumbers()).Сума).toBe('437 603,56');
    await new Shell(page).openTab('Заходи');
    await grid.waitForRows();
    await selection.header('quantity').locator('.ag-header-cell-text').click();
    await expect.poll(async () => Object.keys(await selection.readNumbers())).toHaveLength(5);
    await new Shell(page).openTab('Видатки');
    await grid.waitForRows();
  });

  test('E2E-82 a row that a colleague inserts into a selection is not in it', async () => {
    const colleague = await openTable({ browser, product }, 'Редакторка: Довгинцівський');
    const rowId = await grid.findRow('Довгинцівського району');
    const row = Number(await grid.row(rowId).getAttribute('row-index')) + 1;
    await at(row, 'plannedMinor').click();
    await at(row + 1, 'plannedMinor').click({ modifiers: ['Shift'] });
    const before = await selection.readNumbers();
    await colleague.goTo({ rowId, column: 'measure' });
    await colleague.press('Control+Shift+Equal');
    await colleague.press('Escape');
    await expect.poll(() => grid.readCount()).toBe('33 рядки');
    await expect
      .poll(() => selection.readSelected())
      .toEqual([`plannedMinor${row}`, `plannedMinor${row + 2}`]);
    expect(await selection.readNumbers()).toEqual(before);
    await colleague.press('Control+Delete');
    await expect.poll(() => grid.readCount()).toBe('32 рядки');
    await expect
      .poll(() => selection.readSelected())
      .toEqual([`plannedMinor${row}`, `plannedMinor${row + 1}`]);
  });
});
