import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import type { GridPage } from './pages/GridPage.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

let server: TestServer;
let browser: TestBrowser;
let grid: GridPage;
let colleague: GridPage;

beforeAll(async () => {
  server = await startTestServer();
  await setUpTown(server.url);
  browser = await openBrowser();
  const open = (login: string) =>
    openTable(
      { browser, product: server },
      { login, password: townPassword },
      { path: '/reports/r2020/expenditures?organisation=dovhyntsivskyi', width: 1440, height: 900 },
    );
  grid = await open('administrator');
  colleague = await open('dovhyntsivskyi');
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

async function firstRow(table: GridPage): Promise<string> {
  return (await table.rows().first().getAttribute('row-id')) ?? '';
}

test('E2E-200 the history of a cell shows a colleague’s change old → new, restores the old, and undo takes that back', async () => {
  const cell = { rowId: await firstRow(colleague), column: 'kekv' };
  await colleague.overwrite(cell, '2282');
  await colleague.overwrite(cell, '2240');
  await expect.poll(() => grid.readCell(cell)).toBe('2240');

  await grid.goTo(cell);
  await grid.press('Control+Shift+H');
  const { page } = grid;
  const panel = page.getByRole('complementary', { name: 'Бічна панель' });
  const changes = panel.getByRole('list', { name: 'Історія' }).getByRole('listitem');
  await expect.poll(() => changes.count()).toBe(3);
  expect(await changes.nth(0).innerText()).toMatch(/Олена.*2282.*2240/s);
  await expectNoAxeViolations(page);

  await page.keyboard.press('Tab');
  const restore = page.getByRole('button', { name: 'Повернути попереднє: 2282' });
  while (!(await restore.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => colleague.readCell(cell)).toBe('2282');
  await expect.poll(() => changes.count()).toBe(4);
  await page.keyboard.press('Escape');
  await grid.waitForFocus(cell);
  await pressControlCyrillic(page, 'я');
  await expect.poll(() => colleague.readCell(cell)).toBe('2240');
});

test('E2E-201 a deleted row stands on the history page with what it held, and is restored from there', async () => {
  const rowId = await firstRow(colleague);
  const content = await colleague.readCell({ rowId, column: 'measure' });
  await colleague.goTo({ rowId, column: 'measure' });
  await colleague.press('Control+Delete');
  await expect.poll(() => colleague.row(rowId).count()).toBe(0);

  const { page } = grid;
  await page.getByRole('button', { name: /^Обрати звіт/ }).click();
  await page.getByRole('menuitem', { name: 'Історія змін…' }).click();
  const changes = page.getByRole('list', { name: 'Історія змін' }).getByRole('listitem');
  await expect.poll(() => changes.first().innerText()).toContain('Рядок видалено');
  expect(await changes.first().innerText()).toContain(content);
  await page.getByRole('combobox', { name: 'Людина' }).click();
  await page.getByRole('option', { name: 'Олена' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.has('person')).toBe(true);
  await expectNoAxeViolations(page);

  await page
    .getByRole('button', { name: `Повернути рядок: ${content}` })
    .first()
    .click();
  await expect.poll(() => colleague.row(rowId).count()).toBe(1);
  expect(await colleague.readCell({ rowId, column: 'measure' })).toBe(content);

  // The table as it was without the row; the whole sheet becomes so again, and that is taken back.
  const deletion = changes.filter({ hasText: 'Рядок видалено' }).first();
  await deletion.getByRole('link', { name: /^Таблиця після цієї зміни/ }).click();
  await page.getByText('«Видатки» станом на').waitFor();
  await page.getByText('Тоді тут не було жодного рядка.').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Повернути весь аркуш…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('зникне: 1, зміниться: 0').waitFor();
  await dialog.getByRole('button', { name: 'Повернути', exact: true }).click();
  await expect.poll(() => colleague.row(rowId).count()).toBe(0);
  await page.getByText('Аркуш повернуто.').locator('..').getByRole('button', { name: 'Скасувати' }).click();
  await expect.poll(() => colleague.row(rowId).count()).toBe(1);
});
