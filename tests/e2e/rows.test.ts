import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GridPage } from './pages/GridPage.ts';
import { readText } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Rows as a whole, their groups, the columns and saved views: an editor and the coordinator at once. */

const ownRows = '/reports/r2020/expenditures?organisation=saksahanskyi';

let product: Product;
let browser: TestBrowser;
let editor: Page;
let grid: GridPage;
let coordinator: Page;
let others: GridPage;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [grid, others] = await Promise.all([
    openTable({ browser, product }, 'Редактор: Саксаганський', { path: ownRows }),
    openTable({ browser, product }, 'Координаторка звіту', { path: ownRows }),
  ]);
  [editor, coordinator] = [grid.page, others.page];
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** Ids of the rows in sight, from top to bottom. */
function readRowIds(page: Page): Promise<string[]> {
  return page.locator('.ag-row:not(.ag-row-pinned):has([col-id="measure"])').evaluateAll((rows) =>
    rows
      .map((row) => ({ id: row.getAttribute('row-id') ?? '', top: row.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id),
  );
}

const group = (page: Page, title: string) => page.locator('.zvit-group').filter({ hasText: title });

async function readGroupFigures(page: Page, title: string): Promise<string[]> {
  const texts = await group(page, title).locator('.zvit-group-figure').allInnerTexts();
  return texts.map((text) => text.replace(/^.*:\s*/s, '').replaceAll(/\s/g, ' '));
}

async function chooseView(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Вигляд/ }).click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
}

describe('rows', () => {
  test('E2E-105 rows are added above and below, duplicated, and many deleted come back by one undo', async () => {
    const before = await readRowIds(editor);
    const [first = '', second = ''] = before;
    await grid.goTo({ rowId: second, column: 'measure' });
    await grid.press('Alt+Insert', 'Escape');
    await expect.poll(async () => (await readRowIds(editor)).indexOf(second)).toBe(2);
    await grid.goTo({ rowId: second, column: 'measure' });
    await grid.press('Insert', 'Escape');
    await expect.poll(async () => (await readRowIds(editor)).length).toBe(before.length + 2);
    expect((await readRowIds(editor)).indexOf(second)).toBe(2);
    await grid.press('Control+z', 'Control+z');
    await expect.poll(() => readRowIds(editor)).toEqual(before);

    await grid.goTo({ rowId: first, column: 'measure' });
    await grid.press('Shift+ArrowDown', 'Control+Shift+D');
    await expect.poll(async () => (await readRowIds(editor)).length).toBe(before.length + 2);
    const copies = (await readRowIds(editor)).filter((id) => !before.includes(id));
    for (const [index, column] of [
      [0, 'actualMinor'],
      [1, 'actualMinor'],
    ] as const) {
      const original = { rowId: before[index] ?? '', column };
      expect(await grid.readCell({ rowId: copies[index] ?? '', column })).toBe(await grid.readCell(original));
    }
    await expect.poll(() => readRowIds(coordinator)).toEqual(await readRowIds(editor));

    await grid.goTo({ rowId: first, column: 'measure' });
    await grid.press('Shift+ArrowDown', 'Control+Delete');
    await expect.poll(async () => (await readRowIds(editor)).includes(first)).toBe(false);
    expect((await readRowIds(editor)).length).toBe(before.length);
    await pressControlCyrillic(editor, 'я');
    await expect.poll(async () => (await readRowIds(editor)).slice(0, 2)).toEqual([first, second]);
    await grid.press('Control+z');
    await expect.poll(() => readRowIds(editor)).toEqual(before);
    await expect.poll(() => readRowIds(coordinator)).toEqual(before);
  });

  test('E2E-106 rows move by keys within their organisation, in the same order for everybody', async () => {
    const before = await readRowIds(editor);
    const [first = '', second = ''] = before;
    expect(before.length, 'rows of the organisation').toBe(2);
    await grid.goTo({ rowId: first, column: 'measure' });
    await grid.press('Alt+Shift+ArrowUp');
    await editor.getByText('Вище рядків цього виконавця немає.').waitFor();
    await grid.press('Alt+Shift+ArrowDown');
    await expect.poll(() => readRowIds(editor)).toEqual([second, first]);
    await expect.poll(() => readRowIds(coordinator)).toEqual([second, first]);
    await grid.press('Alt+Shift+ArrowDown');
    await editor.getByText('Нижче рядків цього виконавця немає.').waitFor();
    await grid.press('Control+z');
    await expect.poll(() => readRowIds(coordinator)).toEqual(before);
  });
});

describe('groups', () => {
  test('E2E-107 groups carry sums that follow a colleague’s edit, fold, and are folded after a reload', async () => {
    await coordinator.goto('/reports/r2020/expenditures');
    await others.waitForRows();
    await others.chooseLayout('За виконавцем');
    // Saksahanskyi stands last: its line comes into sight with its rows.
    await others.search().fill('Саксаганськ');
    const line = group(coordinator, 'Саксаганський');
    await line.waitFor();
    const rowId = (await readRowIds(editor))[0] ?? '';
    const cell = { rowId, column: 'actualMinor' };
    const old = await grid.readCell(cell);
    const planned = (await readGroupFigures(coordinator, 'Саксаганський'))[0] ?? '';
    await grid.overwrite(cell, '0,01');
    await expect
      .poll(async () => toMinor((await readGroupFigures(coordinator, 'Саксаганський'))[1] ?? ''))
      .toBe(toMinor(await grid.readTotal('actualMinor')));
    await expect.poll(() => others.readCell(cell)).toBe('0,01');
    const [, actual = '', deviation = ''] = await readGroupFigures(coordinator, 'Саксаганський');
    expect(toMinor(deviation)).toBe(toMinor(actual) - toMinor(planned));
    await expectNoAxeViolationsInBothThemes(coordinator, '.ag-root');

    await line.click();
    await expect.poll(() => line.getAttribute('aria-expanded')).toBe('false');
    expect(await readRowIds(coordinator)).toEqual([]);
    expect((await readGroupFigures(coordinator, 'Саксаганський'))[1]).toBe(actual);
    await grid.overwrite(cell, old);
    await expect.poll(async () => (await readGroupFigures(coordinator, 'Саксаганський'))[1]).not.toBe(actual);

    await new Shell(coordinator).waitForState('Збережено');
    await coordinator.reload();
    await others.search().fill('Саксаганськ');
    await expect.poll(() => group(coordinator, 'Саксаганський').getAttribute('aria-expanded')).toBe('false');
    await group(coordinator, 'Саксаганський').click();
    await others.chooseLayout('Без груп');
    await expect.poll(() => coordinator.locator('.zvit-group').count()).toBe(0);
  });
});

describe('columns and views', () => {
  const header = (page: Page, column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`);

  test('E2E-108 a hidden and a frozen column stay so after a reload, and are reset', async () => {
    await grid.chooseLayout('КЕКВ');
    await header(editor, 'kekv').waitFor({ state: 'detached' });
    const [rowId = ''] = await readRowIds(editor);
    await grid.goTo({ rowId, column: 'organisation' });
    await grid.chooseLayout('Закріпити до «Виконавець»');
    await expect
      .poll(() =>
        header(editor, 'organisation').evaluate((cell) => cell.closest('.ag-grid-scrolling-cells') === null),
      )
      .toBe(true);
    await editor.reload();
    await grid.waitForRows();
    expect(await header(editor, 'kekv').count()).toBe(0);
    expect(
      await header(editor, 'organisation').evaluate(
        (cell) => cell.closest('.ag-grid-scrolling-cells') === null,
      ),
    ).toBe(true);
    await grid.chooseLayout('Повернути початкові стовпці');
    await header(editor, 'kekv').waitFor();
  });

  test('E2E-109 a saved view comes back whole, and one that the coordinator publishes is there for all', async () => {
    await coordinator.goto('/reports/r2020/expenditures?organisation=saksahanskyi,pokrovskyi');
    await others.waitForRows();
    await chooseView(coordinator, 'Зберегти як…');
    const dialog = coordinator.getByRole('dialog', { name: 'Зберегти вигляд' });
    await dialog.getByRole('textbox', { name: 'Назва' }).fill('Два райони');
    await dialog.getByText('Для всіх, хто читає звіт').click();
    await expectNoAxeViolationsInBothThemes(coordinator, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    await dialog.waitFor({ state: 'detached' });
    const shown = await others.readCount();

    await editor.reload();
    await grid.waitForRows();
    await chooseView(editor, 'Два райони');
    await expect.poll(() => grid.readCount()).toBe(shown);
    await editor.getByRole('button', { name: 'Вигляд: Два райони' }).click();
    const menu = editor.getByRole('menu');
    await menu.getByText('Зберегти як…').waitFor();
    expect(await readText(menu)).not.toMatch(/Опублікувати|Видалити вигляд|Перейменувати/);
    await grid.press('Escape');
  });
});

/** An amount is printed with both digits of its kopiykas. */
function toMinor(printed: string): bigint {
  return BigInt(printed.replace('−', '-').replaceAll(/[^\d-]/g, ''));
}
