import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { CellEditorPage } from './pages/CellEditorPage.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';

let server: TestServer;
let browser: TestBrowser;
let colleague: GridPage;

/** Few rows, so that there is little else for axe to look at. */
const path = '/reports/r2020/expenditures?organisation=dovhyntsivskyi';
const rowText = 'Довгинцівського району';

beforeAll(async () => {
  server = await startTestServer();
  await setUpTown(server.url);
  browser = await openBrowser();
  colleague = await openAs('administrator', 'light', 'uk');
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

async function openAs(
  login: string,
  colorScheme: 'light' | 'dark',
  language: 'uk' | 'en',
): Promise<GridPage> {
  const { page } = await browser.openPerson({ baseUrl: server.url, colorScheme });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
  await page.goto('/sign-in');
  if (language === 'en') await page.getByText('English').click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await new EntryPages(page).trySignIn(login, townPassword);
  const table = new GridPage(page);
  await table.waitForRows();
  await page.goto(path);
  await table.waitForRows();
  return table;
}

/** Colours do not depend on the language, nor words on the theme: two looks see all four. */
const looks = [
  { colorScheme: 'light', language: 'uk' },
  { colorScheme: 'dark', language: 'en' },
] as const;

describe.each(looks)('two people in one cell: $colorScheme, $language', ({ colorScheme, language }) => {
  let grid: GridPage;
  let editor: CellEditorPage;
  let rowId: string;

  beforeAll(async () => {
    grid = await openAs('dovhyntsivskyi', colorScheme, language);
    editor = new CellEditorPage(grid.page);
  });

  beforeEach(async () => {
    rowId = await grid.findRow(rowText);
  });

  test('E2E-70 axe finds nothing on a change told in the editor, nor on the question about two values', async () => {
    const cell = { rowId, column: 'actualMinor' };
    await colleague.overwrite(cell, '6150');
    await grid.goTo(cell);
    await grid.type('111,11');
    await colleague.overwrite(cell, '222,22');
    await expect.poll(() => editor.readNotes()).toContain('222');
    await expectNoAxeViolations(grid.page);
    await grid.press('Enter');
    await grid.page.getByRole('alertdialog').waitFor();
    await expectNoAxeViolations(grid.page);
    await leave();
  });

  test('E2E-70 axe finds nothing on two texts that are put together', async () => {
    const cell = { rowId, column: 'document' };
    await colleague.overwrite(cell, 'Договір і накладна');
    await expect.poll(() => grid.readCell(cell)).toBe('Договір і накладна');
    await grid.goTo(cell);
    await grid.press('F2');
    await grid.type(' № 5, акт приймання');
    await colleague.goTo(cell);
    await colleague.press('F2');
    await colleague.type(' від 12 травня');
    await colleague.press('Enter');
    await expect.poll(() => editor.readNotes()).toContain('травня');
    await expectNoAxeViolations(grid.page);
    await grid.press('Enter');
    await grid.page.getByRole('alertdialog').getByRole('textbox').waitFor();
    await expectNoAxeViolations(grid.page);
    await leave();
  });

  test('E2E-70 axe finds nothing on a row that was deleted under an open editor', async () => {
    const cell = { rowId, column: 'measure' };
    await grid.goTo(cell);
    await grid.press('F2');
    await grid.type(', дописано');
    await colleague.goTo(cell);
    await colleague.press('Control+Delete');
    await expect.poll(() => editor.readNotes()).not.toBe('');
    await expectNoAxeViolations(grid.page);
    await grid.press('Enter');
    await grid.page.getByRole('alertdialog').waitFor();
    await expectNoAxeViolations(grid.page);
    await leave();
    await colleague.press('Control+z');
    await grid.findRow(rowText);
  });

  test('E2E-70 axe finds nothing on the calendar of a period', async () => {
    await grid.page.goto(path.replace('expenditures', 'activities'));
    await grid.waitForRows();
    const activityId = (await grid.rows().first().getAttribute('row-id')) ?? '';
    await grid.goTo({ rowId: activityId, column: 'period' });
    await grid.press('F2');
    await grid.press('F4');
    await grid.page.getByRole('dialog').waitFor();
    await expectNoAxeViolations(grid.page);
    await leave();
  });

  /** From a question, or a calendar, back to the text, and from there out without writing. */
  async function leave(): Promise<void> {
    await grid.press('Escape', 'Escape');
    await expect.poll(() => editor.field().count()).toBe(0);
  }
});
