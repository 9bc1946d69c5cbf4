import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { GridSelectionPage } from './pages/GridSelectionPage.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { readHeard } from './support/readHeard.ts';
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

    await grid.chooseLayout('За напрямом');
    await number(a).click();
    await mouse.press(number(a));
    await dropAt(b, 'below', 'Рядки згруповано за напрямом');
    await refused.getByRole('button', { name: 'До природного порядку' }).click();
    await expect.poll(() => page.locator('.zvit-group').count()).toBe(0);
    await expectOrder(before);
  });

  test('E2E-110 grouped by organisation they have their own order, and go where they are dropped', async () => {
    const before = await readRowIds(grid);
    const [a, b, ...rest] = before;
    await grid.chooseLayout('За виконавцем');
    await number(a).click();
    await mouse.press(number(a));
    await dropAt(b, 'below', '1 рядок');
    await expectOrder([b, a, ...rest]);
    await grid.press('Control+z');
    await expectOrder(before);
    await grid.chooseLayout('Без груп');
    await expect.poll(() => page.locator('.zvit-group').count()).toBe(0);
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

describe('columns by their headers', () => {
  const header = (column: string) => mouse.header(column);
  const menu = (title: string) => page.getByRole('menu', { name: `Дії зі стовпцем «${title}»` });
  const menuButton = (column: string) => header(column).locator('.zvit-header-button');
  const choose = async (title: string, item: string) => {
    await menu(title).getByText(item, { exact: true }).click();
    await menu(title).waitFor({ state: 'detached' });
  };
  const isFrozen = (column: string) =>
    header(column).evaluate((cell) => cell.closest('.ag-grid-scrolling-cells') === null);
  const readWidth = (column: string) => header(column).evaluate((cell) => cell.getBoundingClientRect().width);
  const readHeaderFocus = () =>
    page.evaluate(() => document.activeElement?.closest('.ag-header-cell')?.getAttribute('col-id'));

  /** Names of the columns in sight, from the left. */
  function readColumns(table = page): Promise<string[]> {
    return table.locator('.ag-header-cell').evaluateAll((cells) =>
      cells
        .map((cell) => ({ id: cell.getAttribute('col-id') ?? '', left: cell.getBoundingClientRect().left }))
        .sort((a, b) => a.left - b.left)
        .map(({ id }) => id),
    );
  }

  async function dragBy(from: { x: number; y: number }, dx: number): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + dx, from.y, { steps: 10 });
    await page.mouse.up();
  }

  test('E2E-111 the menu of a column opens by mouse and keys, and sorts, freezes, hides, fits and resets', async () => {
    const first = await readColumns();
    await header('kekv').click({ button: 'right' });
    await menu('КЕКВ').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role=menu]');
    await choose('КЕКВ', 'За спаданням');
    await expect.poll(() => header('kekv').getAttribute('aria-sort')).toBe('descending');
    await expect.poll(readHeaderFocus).toBe('kekv');

    // The header is heard by its title alone, and says what it can do.
    const heard = await readHeard(page);
    expect(heard).toMatchObject({ role: 'columnheader', name: 'КЕКВ' });
    expect(heard.description).toBe('Alt+↓: меню стовпця');
    await grid.press('Shift+F10');
    await menu('КЕКВ').waitFor();
    await grid.press('Escape');
    await menu('КЕКВ').waitFor({ state: 'detached' });
    expect(await readHeaderFocus()).toBe('kekv');
    await grid.press('Alt+ArrowDown');
    const natural = menu('КЕКВ').getByRole('menuitemradio', { name: 'У природному порядку' });
    await menu('КЕКВ').getByRole('menuitemradio', { name: 'За зростанням' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('За зростанням');
    await grid.press('ArrowDown', 'ArrowDown');
    expect(await natural.evaluate((item) => item === document.activeElement)).toBe(true);
    await grid.press('Enter');
    await expect.poll(() => header('kekv').getAttribute('aria-sort')).toBe('none');
    await expect.poll(readHeaderFocus).toBe('kekv');

    await header('organisation').hover();
    await menuButton('organisation').click();
    await choose('Виконавець', 'Закріпити до цього стовпця');
    await expect.poll(() => isFrozen('organisation')).toBe(true);
    await expect.poll(readHeaderFocus).toBe('organisation');
    await grid.press('Alt+ArrowDown');
    await choose('Виконавець', 'Відкріпити стовпці');
    await expect.poll(() => isFrozen('organisation')).toBe(false);

    await header('kpkvk').click({ button: 'right' });
    await choose('КПКВК', 'Сховати стовпець');
    await header('kpkvk').waitFor({ state: 'detached' });
    await expect.poll(readHeaderFocus).toBe('kekv');
    const wide = await readWidth('measure');
    await header('measure').click({ button: 'right' });
    await choose('Захід', 'Ширина за вмістом');
    await expect.poll(() => readWidth('measure')).not.toBe(wide);
    await header('kekv').click({ button: 'right' });
    await choose('КЕКВ', 'Повернути початкові стовпці');
    await expect.poll(() => readColumns()).toEqual(first);
    await expect.poll(() => readWidth('measure')).toBe(wide);
  });

  test('E2E-112 columns are widened and moved by the mouse and by keys, for oneself, until they are reset', async () => {
    const first = await readColumns();
    const wide = await Promise.all(['fund', 'kekv'].map(readWidth));
    const [fund = 0, kekv = 0] = wide;
    const edge = await header('fund').locator('.ag-header-cell-resize').boundingBox();
    const title = await header('kekv').locator('.ag-header-cell-text').boundingBox();
    if (edge === null || title === null) throw new Error('the headers are not in sight');
    await dragBy({ x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }, 60);
    await expect.poll(() => readWidth('fund')).toBe(fund + 60);

    const at = (order: readonly string[]) => order.indexOf('kekv') - order.indexOf('kpkvk');
    expect(at(first)).toBe(1);
    await dragBy({ x: title.x + 60 + title.width / 2, y: title.y + title.height / 2 }, -110);
    await expect.poll(async () => at(await readColumns())).toBe(-1);

    await header('kekv').focus();
    await grid.press('Shift+ArrowRight');
    await expect.poll(async () => at(await readColumns())).toBe(1);
    await expect.poll(readHeaderFocus).toBe('kekv');
    await page
      .getByRole('status')
      .filter({ hasText: /^«КЕКВ»: стовпець 6 із/ })
      .waitFor({ state: 'attached' });
    await grid.press('Shift+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowLeft');
    await expect.poll(() => readWidth('kekv')).toBe(kekv + 20);
    await page
      .getByRole('status')
      .filter({ hasText: `«КЕКВ»: ширина ${kekv + 20} пікселів` })
      .waitFor({ state: 'attached' });
    await expect.poll(readHeaderFocus).toBe('kekv');
    const moved = await readColumns();
    expect(moved.indexOf('kekv')).toBe(first.indexOf('kekv') + 1);

    // What is pressed often stays open.
    await grid.press('Alt+ArrowDown');
    await menu('КЕКВ').getByText('Пересунути праворуч').click();
    await menu('КЕКВ').getByText('Зробити ширшим').click();
    await expect.poll(() => readWidth('kekv')).toBe(kekv + 40);
    await menu('КЕКВ').getByText('Пересунути ліворуч').click();
    await grid.press('Escape');
    await menu('КЕКВ').waitFor({ state: 'detached' });
    await expect.poll(() => readColumns()).toEqual(moved);

    await new Shell(page).waitForState('Збережено');
    await page.reload();
    await grid.waitForRows();
    await expect.poll(() => readColumns()).toEqual(moved);
    expect(await Promise.all(['fund', 'kekv'].map(readWidth))).toEqual([fund + 60, kekv + 40]);
    expect(at(await readColumns(others.page))).toBe(1);
    await header('kekv').click({ button: 'right' });
    await choose('КЕКВ', 'Повернути початкові стовпці');
    await expect.poll(() => readColumns()).toEqual(first);
    expect(await Promise.all(['fund', 'kekv'].map(readWidth))).toEqual(wide);
  });
});

describe('what is heard', () => {
  test('E2E-143 a cell tells its value, its column, whose it is, and who is in it', async () => {
    const [own = ''] = await readRowIds(grid);
    const [foreign = ''] = await readRowIds(grid, 'pokrovskyi');
    await grid.goTo({ rowId: foreign, column: 'kekv' });
    const value = await grid.readCell({ rowId: foreign, column: 'kekv' });
    expect(await readHeard(page)).toEqual({
      role: 'gridcell',
      name: value,
      description: 'Рядок виконавця «Покровський»: лише перегляд',
      isReadOnly: true,
    });
    const index = await grid.cell({ rowId: foreign, column: 'kekv' }).getAttribute('aria-colindex');
    expect(
      await page.getByRole('columnheader', { name: 'КЕКВ', exact: true }).getAttribute('aria-colindex'),
    ).toBe(index);

    await grid.goTo({ rowId: own, column: 'deviation' });
    expect(await readHeard(page)).toMatchObject({
      description: 'Це число рахується саме: факт мінус план.',
      isReadOnly: true,
    });
    await others.page.goto(twoOrganisations);
    await others.waitForRows();
    await others.goTo({ rowId: own, column: 'kekv' });
    await grid.goTo({ rowId: own, column: 'kekv' });
    const there = await grid.readCell({ rowId: own, column: 'kekv' });
    await expect.poll(async () => (await readHeard(page)).name).toMatch(new RegExp(`^${there} .*тут`, 'i'));
    expect(await readHeard(page)).toMatchObject({ role: 'gridcell', description: '', isReadOnly: false });
  });
});
