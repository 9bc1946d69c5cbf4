import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OrganisationId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type Person, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, type Town, townPassword } from './support/setUpTown.ts';
import { signIn } from './support/signIn.ts';

// In this process, so that a sheet can be locked as its submission will do.
let server: TestServer;
let town: Town;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startTestServer();
  town = await setUpTown(server.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

async function openAs(login: string): Promise<Person & { grid: GridPage; shell: Shell; entry: EntryPages }> {
  const person = await browser.openPerson({ baseUrl: server.url });
  await signIn(person.context, server.url, { login, password: townPassword });
  await person.page.goto('/reports/r2020/expenditures');
  const entry = new EntryPages(person.page);
  const grid = new GridPage(person.page);
  const shell = new Shell(person.page);
  await grid.waitForRows();
  await grid.search().fill('ювілярам');
  return { ...person, grid, shell, entry };
}

async function setStatus(status: SheetStatus): Promise<void> {
  await setSheetStatus(server.storage, town.reportId, OrganisationId.parse('dovhyntsivskyi'), status);
  server.collaboration.accessChanged(null);
  server.collaboration.structureChanged(town.reportId);
}

const own = (grid: GridPage) => grid.findRow('Довгинцівського району');

describe('what a person may not do', () => {
  test('E2E-20 another organisation’s cell does not open, and the page says whose it is', async () => {
    const { grid } = await openAs('dovhyntsivskyi');
    const cell = { rowId: await grid.findRow('Саксаганського району'), column: 'actualMinor' };
    const before = await grid.readCell(cell);
    expect(await grid.row(cell.rowId).innerText()).toContain(
      'Рядок виконавця «Саксаганський»: лише перегляд',
    );
    await grid.goTo(cell);
    for (const attempt of ['F2', '7', 'Delete', 'Alt+ArrowDown']) {
      await grid.press(attempt);
      await grid.problem().getByText('Рядок заповнює інший виконавець: Саксаганський.').waitFor();
      expect(await grid.editor().count()).toBe(0);
      await grid.press('Escape');
      await expect.poll(() => grid.problem().count()).toBe(0);
      await grid.waitForFocus(cell);
    }
    await grid.press('Control+Delete');
    await grid.problem().getByText('Рядок заповнює інший виконавець: Саксаганський.').waitFor();
    expect(await grid.readCell(cell)).toBe(before);
  });

  test('E2E-21 a viewer is told that the report may only be read, and why', async () => {
    const { grid, shell } = await openAs('viewer');
    await shell.waitForState('Лише перегляд: у вас право переглядати');
    expect(await grid.toolbarButton('Рядок').count()).toBe(0);
    await grid.goTo({ rowId: await own(grid), column: 'actualMinor' });
    await grid.press('F2');
    await grid.problem().getByText('У вас є право лише переглядати цей звіт.').waitFor();
    expect(await grid.editor().count()).toBe(0);
  });

  test('E2E-22 a sheet locked in mid-edit turns read-only, and what was being typed is kept', async () => {
    const { page, grid, shell } = await openAs('dovhyntsivskyi');
    await shell.waitForState('Збережено');
    const cell = { rowId: await own(grid), column: 'measure' };
    const before = await grid.readCell(cell);
    await grid.goTo(cell);
    await grid.type('Набрано перед поданням');
    await setStatus('submitted');
    await shell.waitForState('Лише перегляд: аркуш подано координатору');
    expect(await grid.editor().inputValue()).toBe('Набрано перед поданням');
    await grid.press('Enter');
    await grid.problem().getByText('Аркуш уже подано координатору').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role=alertdialog], [role=alert]');
    expect(await grid.problem().innerText()).toContain('Набрано перед поданням');
    await grid.problem().getByRole('button', { name: 'Скопіювати текст' }).waitFor();
    await grid.press('Escape', 'Escape');
    expect(await grid.readCell(cell)).toBe(before);

    // Nor do its rows move.
    const number = grid.cell({ ...cell, column: 'number' });
    await number.click();
    await number.hover();
    await page.mouse.down();
    const box = await number.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 3, { steps: 6 });
    await page.locator('.zvit-drop-label').filter({ hasText: 'Аркуш уже подано координатору' }).waitFor();
    await page.mouse.up();
    await page.getByRole('alert').filter({ hasText: 'Рядки не пересунуто' }).waitFor();

    await setStatus('returned');
    await shell.waitForState('Збережено');
    await grid.overwrite(cell, 'Ювілярам Довгинцівського району, після повернення');
    await shell.waitForState('Збережено');
    await expect
      .poll(() => readColumn('measure'))
      .toContain('Ювілярам Довгинцівського району, після повернення');
  });

  test('E2E-25 what waited when a sheet was locked comes back to its author as text, and leaving before asks', async () => {
    const { page, context, grid, shell } = await openAs('dovhyntsivskyi');
    await shell.waitForState('Збережено');
    const cell = { rowId: await own(grid), column: 'note' };
    await context.setOffline(true);
    await shell.waitForState('Немає зв’язку');
    await grid.overwrite(cell, 'Набрано без мережі');
    await shell.waitForState('Немає зв’язку, 1 зміна чекає');

    await shell.signOut();
    const asked = page.getByRole('dialog', { name: 'Вийти, не надіславши змін?' });
    await asked.getByText('Сервер ще не отримав 1 вашу зміну.').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
    await grid.press('Escape');
    await asked.waitFor({ state: 'detached' });

    await setStatus('submitted');
    await context.setOffline(false);
    await shell.waitForState('Лише перегляд: аркуш подано координатору');
    const notice = page.getByRole('alert').filter({ hasText: 'Зміну відхилено' });
    await notice.getByText('Примітка: Набрано без мережі').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '.mantine-Notifications-root');
    expect(await grid.readCell(cell)).toBe('');
    expect(await readColumn('note')).not.toContain('Набрано без мережі');
    await setStatus('returned');
  });
});

/** What the server has in a column of «Видатки». */
async function readColumn(field: 'measure' | 'note'): Promise<(string | null)[]> {
  const rows = await server.collaboration.readReportRows(town.reportId);
  return rows.map((row) => (row.kind === 'expenditure' ? row.values[field] : null));
}

async function endSession(login: keyof Town['userIds']): Promise<void> {
  await server.storage.sessions.revokeAllOfUser(town.userIds[login]);
  server.collaboration.accessChanged(town.userIds[login]);
}

describe('a session that ends in mid-edit', () => {
  test('E2E-23 the page says so, keeps the edits, and sends them after the same person signs in again', async () => {
    const { page, grid, shell, entry } = await openAs('saksahanskyi');
    await shell.waitForState('Збережено');
    const cell = { rowId: await grid.findRow('Саксаганського району'), column: 'measure' };
    await grid.goTo(cell);
    await grid.type('Квіти ювілярам, набрано без сеансу');
    await endSession('saksahanskyi');
    const dialog = page.getByRole('dialog', { name: 'Сеанс завершено' });
    await dialog.waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Поки що переглядати' }).click();
    await shell.waitForState('Сеанс завершено, 1 зміна чекає');
    expect(await grid.readCell(cell)).toBe('Квіти ювілярам, набрано без сеансу');
    expect(await readColumn('measure')).not.toContain('Квіти ювілярам, набрано без сеансу');

    const elsewhere = await page.context().newPage();
    await new EntryPages(elsewhere).signIn('viewer', townPassword);
    await page.bringToFront();
    // Without a window every page has the focus always: coming back to this one has to be said.
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    const other = page.getByRole('dialog', { name: 'У цьому браузері увійшов інший користувач' });
    await other.getByText('Тепер тут працює Глядачка.').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
    await other.getByRole('button', { name: 'Продовжити як Глядачка' }).click();
    await shell.waitForState('Лише перегляд: у вас право переглядати');
    expect(await readColumn('measure')).not.toContain('Квіти ювілярам, набрано без сеансу');
    await elsewhere.close();

    await shell.signOut();
    await page.getByRole('heading', { name: 'Вхід' }).waitFor();
    await entry.signIn('saksahanskyi', townPassword);
    await shell.openTab('Видатки');
    await shell.waitForState('Збережено');
    await expect.poll(() => readColumn('measure')).toContain('Квіти ювілярам, набрано без сеансу');
  });

  test('E2E-24 «Увійти знову» leads back to the same place, and what waits is sent', async () => {
    const { page, grid, shell, entry } = await openAs('dovhyntsivskyi');
    await shell.waitForState('Збережено');
    await endSession('dovhyntsivskyi');
    await page.getByRole('button', { name: 'Поки що переглядати' }).click();
    await grid.overwrite({ rowId: await own(grid), column: 'note' }, 'Примітка без сеансу');
    await shell.waitForState('Сеанс завершено, 1 зміна чекає');
    // Leaving with something unsent asks first; the person goes on to sign in.
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('heading', { name: 'Вхід' }).waitFor();
    await entry.signIn('dovhyntsivskyi', townPassword);
    expect(new URL(page.url()).pathname).toBe('/reports/r2020/expenditures');
    await shell.waitForState('Збережено');
    await expect.poll(() => readColumn('note')).toContain('Примітка без сеансу');

    await endSession('dovhyntsivskyi');
    await page.getByRole('button', { name: 'Увійти знову' }).click();
    await entry.signIn('dovhyntsivskyi', townPassword);
    expect(new URL(page.url()).pathname).toBe('/reports/r2020/expenditures');
    await shell.waitForState('Збережено');
  });
});
