import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** Rows and columns by their edges: the numbers on the left, the headers above; an editor and the coordinator at once. */

const twoOrganisations = '/reports/r2020/expenditures?organisation=saksahanskyi,pokrovskyi';

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let others: GridPage;
let page: Page;
let mouse: GridSelectionPage;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [grid, others] = await Promise.all([
    openTable({ browser, product }, 'Редактор: Саксаганський', { path: twoOrganisations }),
    openTable({ browser, product }, 'Координаторка звіту', { path: twoOrganisations }),
  ]);
  page = grid.page;
  mouse = new GridSelectionPage(page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** Ids of an organisation's rows in sight, from top to bottom. */
async function readRowIds({ page: table }: GridPage, organisation = 'saksahanskyi'): Promise<string[]> {
  const ids = await table.locator('.ag-row:not(.ag-row-pinned):has([col-id="measure"])').evaluateAll((rows) =>
    rows
      .map((row) => ({ id: row.getAttribute('row-id') ?? '', top: row.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id),
  );
  return ids.filter((id) => id.startsWith(`${organisation}/`));
}

describe('rows by their numbers', () => {
  const number = (rowId = '') => grid.cell({ rowId, column: 'number' });
  const carried = () => page.locator('.zvit-drop-label');

  /** To the gap above or below a row. */
  async function moveTo(rowId = '', side: 'above' | 'below' = 'below'): Promise<void> {
    const box = await number(rowId).boundingBox();
    if (box === null) throw new Error('the row is not in sight');
    await page.mouse.move(box.x + 20, side === 'above' ? box.y + 3 : box.y + box.height - 3, { steps: 6 });
  }

  /** Lets go above or below a row; the label says first what will come of it. */
  async function dropAt(rowId: string | undefined, side: 'above' | 'below', label: string): Promise<void> {
    await moveTo(rowId, side);
    await expect.poll(() => carried().textContent()).toContain(label);
    await page.mouse.up();
    await carried().waitFor({ state: 'detached' });
  }

  async function expectOrder(wanted: readonly (string | undefined)[]): Promise<void> {
    for (const table of [grid, others]) await expect.poll(() => readRowIds(table)).toEqual(wanted);
  }

  test('E2E-110 rows are drawn by their numbers to another place, as one step of undo, for everybody', async () => {
    const [first = ''] = await readRowIds(grid);
    await grid.goTo({ rowId: first, column: 'measure' });
    await grid.press('Shift+ArrowDown', 'Control+Shift+D');
    await expect.poll(async () => (await readRowIds(grid)).length).toBe(4);
    const before = await readRowIds(grid);
    const [a, b, c, d] = before;
    await expectOrder(before);

    // The first press selects, the second carries.
    await number(a).click();
    expect(await number(a).evaluate((cell) => getComputedStyle(cell).cursor)).toBe('grab');
    await mouse.press(number(a));
    await dropAt(c, 'below', '1 рядок');
    await expectOrder([b, c, a, d]);
    await expect.poll(async () => (await grid.readFocus())?.rowId).toBe(a);
    expect(await grid.cell({ rowId: a ?? '', column: 'measure' }).getAttribute('aria-selected')).toBe('true');
    await grid.press('Control+z');
    await expectOrder(before);

    // Several at once, by any of their numbers; Escape leaves them where they were.
    await grid.cell({ rowId: a ?? '', column: 'measure' }).click();
    await mouse.drag(number(a), number(b));
    await mouse.press(number(b));
    await moveTo(d);
    await expect.poll(() => carried().textContent()).toBe('2 рядки');
    await grid.press('Escape');
    await carried().waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await readRowIds(grid)).toEqual(before);
    await mouse.press(number(a));
    await moveTo(c);
    // A colleague moves another row meanwhile.
    await others.goTo({ rowId: d ?? '', column: 'measure' });
    await others.press('Alt+Shift+ArrowUp');
    await expect.poll(() => readRowIds(grid)).toEqual([a, b, d, c]);
    await dropAt(c, 'below', '2 рядки');
    await expectOrder([d, c, a, b]);
    await grid.press('Control+z');
    await expectOrder([a, b, d, c]);

    // A click on one of them, without drawing it, selects it alone.
    await number(b).click();
    expect(await grid.cell({ rowId: a ?? '', column: 'measure' }).getAttribute('aria-selected')).toBeNull();
    expect(await grid.cell({ rowId: b ?? '', column: 'measure' }).getAttribute('aria-selected')).toBe('true');
  });

  test('E2E-110 where rows may not go, a sentence says why and nothing is moved', async () => {
    const before = await readRowIds(grid);
    const [a, b] = before;
    const [foreign = '', nextForeign = ''] = await readRowIds(grid, 'pokrovskyi');
    const refused = page.getByRole('alert').filter({ hasText: 'Рядки не пересунуто' });

    await number(a).click();
    await mouse.press(number(a));
    await dropAt(foreign, 'below', 'Рядок лишається у свого виконавця: Саксаганський');
    await refused.filter({ hasText: 'Рядок лишається у свого виконавця' }).waitFor();
    await number(foreign).click();
    await mouse.press(number(foreign));
    await dropAt(nextForeign, 'below', 'Рядок заповнює інший виконавець');
    await refused.filter({ hasText: 'Рядок заповнює інший виконавець' }).waitFor();

    await mouse.header('kekv').locator('.ag-sort-indicator-container').click();
    await number(a).click();
    await mouse.press(number(a));
    await dropAt(b, 'above', 'Таблицю впорядковано за стовпцем «КЕКВ»');
    await refused.getByRole('button', { name: 'До природного порядку' }).click();
    await expectOrder(before);
  });

  test('E2E-110 a drag of rows scrolls the table at its edges', async () => {
    await others.page.goto('/reports/r2020/expenditures');
    await others.waitForRows();
    const table = new GridSelectionPage(others.page);
    const first = table.cell({ row: 1, column: 'number' });
    const viewport = others.page.locator('.ag-grid-viewport');
    await first.click();
    await table.press(first);
    const area = await viewport.boundingBox();
    if (area === null) throw new Error('there is no table');
    await others.page.mouse.move(area.x + 20, area.y + area.height + 20, { steps: 4 });
    await expect
      .poll(() =>
        viewport.evaluate(
          (element) =>
            element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight,
        ),
      )
      .toBe(true);
    await others.press('Escape');
    await others.page.mouse.up();
    await others.page.locator('.zvit-drop-line').waitFor({ state: 'detached' });
  });
});
