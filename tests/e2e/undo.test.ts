import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** The administrator, who may write every sheet, undoes in a window that shows a few rows only. */

let server: TestServer;
let browser: TestBrowser;
let grid: GridPage;
let colleague: GridPage;
let shell: Shell;

beforeAll(async () => {
  server = await startTestServer();
  await setUpTown(server.url);
  browser = await openBrowser();
  const open = (login: string, height: number) =>
    openTable({ browser, product: server }, { login, password: townPassword }, { width: 1920, height });
  grid = await open('administrator', 480);
  colleague = await open('dovhyntsivskyi', 900);
  shell = new Shell(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

beforeEach(async () => {
  await shell.openTab('Видатки');
  await grid.waitForRows();
});

function firstCell(column: string): Promise<Cell> {
  return grid
    .rows()
    .first()
    .getAttribute('row-id')
    .then((rowId) => ({ rowId: rowId ?? '', column }));
}

const isInWindow = (cell: Cell) =>
  grid.cell(cell).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const inside = element.closest('.ag-body-viewport, .ag-grid-viewport')?.getBoundingClientRect();
    return inside !== undefined && top >= inside.top && bottom <= inside.bottom + 1;
  });

describe('what is undone', () => {
  test('E2E-116 comes into sight: by keys with the focus in it, also when a search hides it', async () => {
    const cell = await firstCell('note');
    await grid.overwrite(cell, 'щойно дописано');
    await grid.press('Control+End');
    await expect.poll(() => grid.row(cell.rowId).count()).toBe(0);
    await pressControlCyrillic(grid.page, 'я');
    await grid.waitForFocus(cell);
    await expect.poll(() => isInWindow(cell)).toBe(true);
    expect(await grid.readCell(cell)).toBe('');

    await grid.search().fill('Саксаганського району');
    await grid.findRow('Саксаганського району');
    await grid.press('Enter', 'Control+y');
    await grid.waitForFocus(cell);
    expect(await grid.readCell(cell)).toBe('щойно дописано');
    await grid.search().fill('');
  });

  test('E2E-116 comes into sight by the button, which keeps the focus', async () => {
    const cell = await firstCell('kekv');
    const before = await grid.readCell(cell);
    await grid.overwrite(cell, '2282');
    await grid.press('Control+End');
    await expect.poll(() => grid.row(cell.rowId).count()).toBe(0);
    const undo = grid.page.getByRole('button', { name: /^Скасувати/ });
    await undo.focus();
    await grid.press('Enter');
    await expect.poll(() => isInWindow(cell)).toBe(true);
    expect(await grid.readCell(cell)).toBe(before);
    expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('E2E-116 in the other table is said, with a way there', async () => {
    const cell = await firstCell('note');
    await grid.overwrite(cell, 'у видатках');
    await shell.openTab('Заходи');
    await grid.waitForRows();
    await grid.page.getByRole('button', { name: /^Скасувати/ }).click();
    await grid.page.getByText('Скасовано 1 зміну у «Видатках».').waitFor();
    await grid.page.getByRole('button', { name: 'Показати', exact: true }).click();
    await grid.waitForFocus(cell);
    expect(await grid.readCell(cell)).not.toBe('у видатках');
  });

  test('E2E-116 and was written by a colleague since is left as it is, and that is said', async () => {
    await grid.search().fill('Довгинцівського району');
    const cell = { rowId: await grid.findRow('Довгинцівського району'), column: 'note' };
    await grid.overwrite(cell, 'моє');
    await colleague.search().fill('Довгинцівського району');
    await expect.poll(() => colleague.readCell(cell)).toBe('моє');
    await colleague.overwrite(cell, 'їхнє');
    await expect.poll(() => grid.readCell(cell)).toBe('їхнє');
    await grid.press('Control+z');
    await grid.page.getByText('1 зміну лишено як є: там відтоді змінив хтось інший.').waitFor();
    expect(await grid.readCell(cell)).toBe('їхнє');
  });
});
