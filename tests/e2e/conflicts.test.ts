import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { CellEditorPage } from './pages/CellEditorPage.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { setUpTown, type Town, townPassword } from './support/setUpTown.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Two people in one cell: Олена types, and the administrator, who coordinates, is there too. */

// In this process, so that sheets and rights can be changed under the hands of those who type.
let server: TestServer;
let town: Town;
let browser: TestBrowser;
let grid: GridPage;
let editor: CellEditorPage;
let shell: Shell;
let colleague: GridPage;
let rowId: string;
const at = (column: string): Cell => ({ rowId, column });

beforeAll(async () => {
  server = await startTestServer();
  town = await setUpTown(server.url);
  browser = await openBrowser();
  grid = await openAs('dovhyntsivskyi');
  colleague = await openAs('administrator');
  editor = new CellEditorPage(grid.page);
  shell = new Shell(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

async function openAs(login: string): Promise<GridPage> {
  const account = { login, password: townPassword };
  // From another section, to which the browser's way back leads.
  const path = '/reports/r2020/activities';
  const table = await openTable({ browser, product: server }, account, { path, width: 1920 });
  await new Shell(table.page).openTab('Видатки');
  await table.waitForRows();
  await table.search().fill('Довгинцівського району');
  return table;
}

beforeEach(async () => {
  // A test that failed may have left its editor open.
  for (const { page } of [grid, colleague]) {
    if ((await new CellEditorPage(page).field().count()) > 0) await page.keyboard.press('Escape');
  }
  rowId = await grid.findRow('Довгинцівського району');
  expect(await colleague.findRow('Довгинцівського району')).toBe(rowId);
  await shell.waitForState('Збережено');
});

/** Both are in the cell; the colleague's value arrives while one's own stands in the editor. */
async function meetIn(column: string, mine: string, theirs: string): Promise<void> {
  await grid.goTo(at(column));
  await grid.type(mine);
  await colleague.goTo(at(column));
  await colleague.type(theirs);
  await expect.poll(() => editor.readNotes()).toContain('Адміністраторка зараз теж змінює цю клітинку.');
  await colleague.press('Enter');
  await expect.poll(() => editor.readNotes()).toContain('Щойно змінено (Адміністраторка)');
  expect(await editor.field().inputValue()).toBe(mine);
}

async function set(column: string, text: string): Promise<void> {
  await colleague.overwrite(at(column), text);
  await expect.poll(() => grid.readCell(at(column))).toBe(await colleague.readCell(at(column)));
}

async function readOnServer(): Promise<Row> {
  const rows = await server.collaboration.readReportRows(town.reportId);
  return must(
    rows.find(({ id, organisationId }) => `${organisationId}/${id}` === rowId),
    'the row on the server',
  );
}

describe('a change that arrives while one types', () => {
  test('E2E-114 is shown in the editor at once, with who, what was and what is', async () => {
    await meetIn('actualMinor', '111,11', '222,22');
    await expect
      .poll(() => editor.readNotes())
      .toBe('Щойно змінено (Адміністраторка): було 6 150,00 → стало 222,22');
    await grid.press('Escape');
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('222,22');
    await set('actualMinor', '6150');
  });

  const ways: [string, () => Promise<void>][] = [
    ['Enter', () => grid.press('Enter')],
    ['Shift+Enter', () => grid.press('Shift+Enter')],
    ['Tab', () => grid.press('Tab')],
    ['an arrow', () => grid.press('ArrowRight')],
    ['a click into another cell', () => grid.cell(at('kekv')).click({ force: true })],
    ['a click on another section', () => grid.page.getByRole('link', { name: 'Зведення' }).click()],
    ['a click on undo', () => grid.page.getByRole('button', { name: /^Скасувати/ }).click()],
  ];
  test.each(ways)(
    'E2E-114 is asked about when one leaves by %s, and nothing is lost before the answer',
    async (way, leave) => {
      await set('note', 'щоб було що скасувати');
      await grid.overwrite(at('note'), 'своє');
      await meetIn('actualMinor', '111,11', '222,22');
      await leave();
      await editor.conflict().waitFor();
      expect(await editor.conflict().innerText()).toContain('222,22');
      expect(await editor.conflict().innerText()).toContain('111,11');
      expect(await readOnServer()).toMatchObject({ values: { actualMinor: 222_22, note: 'своє' } });
      await grid.page.getByRole('heading', { name: 'Видатки' }).waitFor({ state: 'attached' });
      const isMine = way !== 'Tab';
      await editor.answer(isMine ? 'Лишити моє' : 'Лишити те, що там');
      const expected = isMine ? '111,11' : '222,22';
      await expect.poll(() => colleague.readCell(at('actualMinor'))).toBe(expected);
      expect(await grid.readCell(at('actualMinor'))).toBe(expected);
      await grid.waitForFocus(at('actualMinor'));
      await set('actualMinor', '6150');
    },
  );

  test('E2E-114 both values stay in sight when the other one goes on, and the answer is about what is seen', async () => {
    await meetIn('actualMinor', '111,11', '222,22');
    await grid.press('Enter');
    await editor.conflict().getByText('222,22').waitFor();
    await colleague.overwrite(at('actualMinor'), '333,33');
    await editor.conflict().getByText('333,33').waitFor();
    await editor.answer('Лишити те, що там');
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('333,33');
    await set('actualMinor', '6150');
  });

  test('E2E-114 the same value from both, and one that was changed back, are no question', async () => {
    await meetIn('actualMinor', '222,22', '222,22');
    await grid.press('Enter');
    await expect.poll(() => editor.field().count()).toBe(0);
    await grid.goTo(at('actualMinor'));
    await grid.type('111,11');
    await colleague.overwrite(at('actualMinor'), '5');
    await expect.poll(() => editor.readNotes()).toContain('стало 5,00');
    await colleague.press('Control+z');
    await expect.poll(() => editor.readNotes()).not.toContain('Щойно змінено');
    await grid.press('Enter');
    await expect.poll(() => colleague.readCell(at('actualMinor'))).toBe('111,11');
    await set('actualMinor', '6150');
  });

  test('E2E-114 a chosen value is asked about too', async () => {
    await grid.goTo(at('fund'));
    await grid.type('обл');
    await colleague.goTo(at('fund'));
    await colleague.type('спец');
    await expect.poll(() => editor.readNotes()).toContain('Адміністраторка');
    await colleague.press('Enter');
    await expect
      .poll(() => editor.readNotes())
      .toBe('Щойно змінено (Адміністраторка): було Загальний фонд → стало Спеціальний фонд');
    await grid.press('Enter');
    await editor.conflict().getByText('Спеціальний фонд').waitFor();
    await editor.conflict().getByText('Обласний бюджет').waitFor();
    await editor.answer('Лишити моє');
    await expect.poll(() => colleague.readCell(at('fund'))).toBe('Обласний бюджет');
    await colleague.goTo(at('fund'));
    await colleague.type('заг');
    await colleague.press('Enter');
    await expect.poll(() => grid.readCell(at('fund'))).toBe('Загальний фонд');
  });

  test('E2E-114 words of both are put together word by word, to be mended before they are saved', async () => {
    await set('document', 'Договір від 3 березня, видаткова накладна');
    await grid.goTo(at('document'));
    await grid.press('F2');
    await grid.type(', акт приймання');
    await colleague.goTo(at('document'));
    await colleague.press('F2', 'Home');
    await colleague.type('Рахунок, ');
    await colleague.press('Enter');
    await expect.poll(() => editor.readNotes()).toContain('додано: Рахунок');
    await grid.press('Enter');
    const merged = editor.conflict().getByRole('textbox', { name: 'Разом: обидві зміни, можна виправити' });
    expect(await merged.inputValue()).toBe(
      'Рахунок, Договір від 3 березня, видаткова накладна, акт приймання',
    );
    await merged.press('End');
    await grid.type('.');
    await editor.answer('Зберегти разом');
    await expect
      .poll(() => colleague.readCell(at('document')))
      .toBe('Рахунок, Договір від 3 березня, видаткова накладна, акт приймання.');
    await grid.press('Control+z');
    await expect
      .poll(() => colleague.readCell(at('document')))
      .toBe('Рахунок, Договір від 3 березня, видаткова накладна');
  });

  test('E2E-114 what both wrote in one place stands twice in the proposal, and it is said', async () => {
    await set('document', 'Договір і накладна');
    await grid.goTo(at('document'));
    await grid.press('F2');
    await grid.type(' № 5');
    await colleague.goTo(at('document'));
    await colleague.press('F2');
    await colleague.type(' від 12 травня');
    await colleague.press('Enter');
    await expect.poll(() => editor.readNotes()).toContain('травня');
    await grid.press('Enter');
    expect(await editor.conflict().getByRole('textbox').inputValue()).toBe(
      'Договір і накладна від 12 травня № 5',
    );
    await editor.conflict().getByText('У 1 місці змінили обоє').waitFor();
    await editor.answer('Лишити моє');
    await expect.poll(() => colleague.readCell(at('document'))).toBe('Договір і накладна № 5');
  });

  test('E2E-114 the browser’s way back takes the editor along, and the text is kept to copy', async () => {
    await meetIn('note', 'моя примітка', 'їхня примітка');
    await grid.page.goBack();
    await editor.keptText().getByText('моя примітка').waitFor();
    expect(await editor.keptText().innerText()).toContain('їхня примітка');
    expect(await readOnServer()).toMatchObject({ values: { note: 'їхня примітка' } });
    await editor.closeKeptText();
    await grid.page.goForward();
    await grid.search().fill('Довгинцівського району');
  });

  test('E2E-114 without a conflict the way back writes what was typed', async () => {
    await grid.goTo(at('note'));
    await grid.type('дописано перед відходом');
    await grid.page.goBack();
    await expect.poll(() => colleague.readCell(at('note'))).toBe('дописано перед відходом');
    await grid.page.goForward();
    await grid.search().fill('Довгинцівського району');
  });

  test('E2E-114 closing the page asks first; who goes all the same finds the text afterwards', async () => {
    await grid.goTo(at('note'));
    await grid.type('недописана прим');
    const asked = grid.page.waitForEvent('dialog');
    const gone = grid.page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await gone;
    await editor.keptText().getByText('недописана прим').waitFor();
    expect(await readOnServer()).toMatchObject({ values: { note: 'дописано перед відходом' } });
    await grid.waitForRows();
    await grid.search().fill('Довгинцівського району');
  });
});

describe('a row that is deleted under an open editor', () => {
  async function deleteUnderEditor(): Promise<void> {
    await grid.goTo(at('measure'));
    await grid.type('Квіти ювілярам, не втратити');
    await colleague.goTo(at('measure'));
    await colleague.press('Control+Delete');
    await expect.poll(() => editor.readNotes()).toContain('Цей рядок щойно видалили. Введене лишається тут.');
    expect(await editor.field().inputValue()).toBe('Квіти ювілярам, не втратити');
  }

  test('E2E-115 comes back with the draft, at its place, with its other values, as one step of undo', async () => {
    await set('note', 'остання примітка');
    const before = await readOnServer();
    const orderBefore = (await readSheetIds()).join();
    await deleteUnderEditor();
    await grid.press('Enter');
    await editor.deleted().getByText('Квіти ювілярам, не втратити').waitFor();
    await editor.answer('Повернути рядок');
    await grid.waitForFocus(at('measure'));
    await expect.poll(() => grid.readCell(at('measure'))).toBe('Квіти ювілярам, не втратити');
    await shell.waitForState('Збережено');
    const after = await readOnServer();
    expect(after.order).toBe(before.order);
    expect(after.values).toEqual({ ...before.values, measure: 'Квіти ювілярам, не втратити' });
    expect((await readSheetIds()).join()).toBe(orderBefore);

    await pressControlCyrillic(grid.page, 'я');
    await expect.poll(readSheetIds).not.toContain(rowId);
    await pressControlCyrillic(grid.page, 'н');
    await expect.poll(readSheetIds).toContain(rowId);
    await colleague.search().fill('не втратити');
    await expect.poll(() => colleague.readCell(at('measure'))).toBe('Квіти ювілярам, не втратити');
    await set('measure', 'Ювілярам Довгинцівського району');
    for (const table of [grid, colleague]) await table.search().fill('Довгинцівського району');
  });

  test('E2E-115 can be left deleted: the text is there to copy, and closing gives it up', async () => {
    await deleteUnderEditor();
    // A click elsewhere leads to the same question.
    await grid.page.getByRole('link', { name: 'Зведення' }).click();
    await editor.deleted().waitFor();
    await editor.answer('Скопіювати текст');
    await editor.deleted().getByRole('button', { name: 'Скопійовано' }).waitFor();
    await editor.answer('Закрити без збереження');
    await expect.poll(() => editor.field().count()).toBe(0);
    expect(await readSheetIds()).not.toContain(rowId);
    await colleague.page.getByRole('button', { name: 'Повернути' }).first().click();
    await grid.row(rowId).waitFor();
  });

  test('E2E-115 that somebody brings back is edited on as if nothing had been', async () => {
    await deleteUnderEditor();
    await colleague.press('Control+z');
    await expect.poll(() => editor.readNotes()).not.toContain('видалили');
    await grid.press('Enter');
    await expect.poll(() => colleague.readCell(at('measure'))).toBe('Квіти ювілярам, не втратити');
    await grid.press('Control+z');
    await grid.findRow('Довгинцівського району');
  });

  /** The ids of the sheet's rows in their order, as the server has them. */
  async function readSheetIds(): Promise<string[]> {
    const rows = await server.collaboration.readReportRows(town.reportId);
    return rows.map(({ organisationId, id }) => `${organisationId}/${id}`);
  }
});

describe('a right that is lost in mid-edit', () => {
  const organisationId = OrganisationId.parse('dovhyntsivskyi');

  test('E2E-115 a locked sheet is told in the editor at once, and the draft is kept and shown', async () => {
    await grid.goTo(at('measure'));
    await grid.type('Набрано до подання');
    await setSheetStatus(server.storage, town.reportId, organisationId, 'submitted');
    server.collaboration.accessChanged(null);
    await expect
      .poll(() => editor.readNotes())
      .toMatch(/^Аркуш уже подано координатору.* Введене лишається тут\.$/);
    expect(await editor.field().inputValue()).toBe('Набрано до подання');
    await grid.press('Tab');
    const question = editor.question('Змінити не можна');
    await question.getByText('Набрано до подання').waitFor();
    await question.getByRole('button', { name: 'Скопіювати текст' }).waitFor();
    // Back in the text, and the sheet is returned: nothing has to be typed again.
    await grid.press('Escape');
    await setSheetStatus(server.storage, town.reportId, organisationId, 'returned');
    server.collaboration.accessChanged(null);
    server.collaboration.structureChanged(town.reportId);
    await expect.poll(() => editor.readNotes()).toBe('');
    await grid.press('Enter');
    await expect.poll(() => colleague.readCell(at('measure'))).toBe('Набрано до подання');
    await grid.press('Control+z');
    await grid.findRow('Довгинцівського району');
  });

  test('E2E-115 a membership taken away is told with whose row it is, and the text can be copied', async () => {
    await grid.goTo(at('measure'));
    await grid.type('Набрано перед зміною прав');
    const userId = town.userIds.dovhyntsivskyi;
    const change = (memberships: unknown[]) =>
      town.administrator.patch(`/api/users/${userId}`, { memberships });
    await change([{ reportId: town.reportId, role: 'viewer' }]);
    await expect.poll(() => editor.readNotes()).toContain('У вас є право лише переглядати цей звіт.');
    await grid.press('Enter');
    await editor.question('Змінити не можна').getByText('Набрано перед зміною прав').waitFor();
    await editor.answer('Закрити без збереження');
    await change([{ reportId: town.reportId, role: 'editor', organisationId }]);
    await shell.waitForState('Збережено');
  });

  test('E2E-115 an organisation taken out of the report leaves the draft where it was typed', async () => {
    const table = await openAs('administrator');
    const open = new CellEditorPage(table.page);
    await table.search().fill('Саксаганського району');
    const cell = { rowId: await table.findRow('Саксаганського району'), column: 'measure' };
    await table.goTo(cell);
    await table.type('Чернетка координаторки');
    const database = new Database(join(server.config.dataDir, 'zvit.sqlite'));
    for (const name of ['responsibilities', 'memberships', 'sheets']) {
      database.prepare(`DELETE FROM ${name} WHERE organisation_id = ?`).run('saksahanskyi');
    }
    database.close();
    server.collaboration.structureChanged(town.reportId);
    await expect.poll(() => open.readNotes()).toContain('Цього виконавця прибрали зі звіту');
    await table.press('Enter');
    const question = open.question('Змінити не можна');
    await question.getByText('Чернетка координаторки').waitFor();
    expect(await question.getByRole('button').allInnerTexts()).toEqual([
      'Скопіювати текст',
      'Закрити без збереження',
    ]);
    await table.page.context().close();
  });
});
