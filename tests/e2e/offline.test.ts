import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TotalsAnswer } from '#shared/api/contract.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type Person, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, type Town, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let town: Town;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct();
  town = await setUpTown(product.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
  // The folder outlived its first process.
  if (product) await rm(product.dataDir, { recursive: true, force: true });
});

type Editor = Person & { grid: GridPage; shell: Shell; rowId: string };

const openPerson = () => browser.openPerson({ baseUrl: product.url, keepsFiles: true });

async function openEditor(person: Person): Promise<Editor> {
  await new EntryPages(person.page).signIn('dovhyntsivskyi', townPassword);
  const grid = new GridPage(person.page);
  const shell = new Shell(person.page);
  await shell.openTab('Видатки');
  await shell.waitForState('Збережено');
  await grid.search().fill('Довгинцівського району');
  return { ...person, grid, shell, rowId: await grid.findRow('Довгинцівського району') };
}

/** What the server counts for the organisation, asked apart from the page. */
async function readActual(): Promise<string> {
  const answer = await town.administrator.get(`/api/reports/${town.reportId}/totals`);
  return TotalsAnswer.parse(answer.json()).byOrganisation.dovhyntsivskyi?.actualMinor ?? '';
}

/** The files of the page are kept for a reload without a network. */
function isShellKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const files: string[] = await (await fetch('/files.json')).json();
    const report = `/api${location.pathname.replace(/\/[^/]+$/, '')}`;
    const wanted = ['/index.html', ...files, '/api/session', report, `${report}/views`];
    const kept = await Promise.all(wanted.map((path) => caches.match(path, { ignoreVary: true })));
    return navigator.serviceWorker.controller !== null && kept.every((answer) => answer !== undefined);
  });
}

describe('without a network', () => {
  let person: Person;
  let editor: Editor;

  beforeAll(async () => {
    person = await openPerson();
  });

  test('E2E-30 the table goes on, says that there is no connection, and counts what waits', async () => {
    editor = await openEditor(person);
    const { grid, shell, rowId, page, context } = editor;
    await expect.poll(() => isShellKept(page)).toBe(true);
    await context.setOffline(true);
    await shell.waitForState('Немає зв’язку');
    const column = 'actualMinor';
    await grid.overwrite({ rowId, column }, '6 151');
    await shell.waitForState('Немає зв’язку, 1 зміна чекає');
    await grid.overwrite({ rowId, column }, '6 152');
    await grid.overwrite({ rowId, column: 'kekv' }, '2240');
    await shell.waitForState('Немає зв’язку, 3 зміни чекають');
    await grid.overwrite({ rowId, column: 'plannedMinor' }, '7000');
    await grid.overwrite({ rowId, column }, '6 153,11');
    await shell.waitForState('Немає зв’язку, 5 змін чекають');
    await expect.poll(() => grid.readTotal(column)).toBe('6 153,11');
    expect(await readActual()).toBe('615000');
  });

  test('E2E-31 leaving with something unsent asks first', async () => {
    const { page, shell } = editor;
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await shell.waitForState('Немає зв’язку, 5 змін чекають');
  });

  test('E2E-30 a reload without a network opens the page again with the edits and their number', async () => {
    const { page, shell, grid, rowId } = editor;
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await shell.waitForState('Немає зв’язку, 5 змін чекають');
    await grid.search().fill('Довгинцівського району');
    await expect.poll(() => grid.readCell({ rowId, column: 'actualMinor' })).toBe('6 153,11');
    await grid.overwrite({ rowId, column: 'actualMinor' }, '6 153,12');
    await shell.waitForState('Немає зв’язку, 6 змін чекають');
  });

  test('E2E-30 everything is sent when the network is back, and only then the page says that it is saved', async () => {
    const { context, shell } = editor;
    await context.setOffline(false);
    await shell.waitForState('Збережено');
    expect(await readActual()).toBe('615312');
  });

  test('E2E-31 leaving with everything saved does not ask', async () => {
    const { page } = editor;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(dialogs).toEqual([]);
  });
});

describe('a server that is killed', () => {
  test('E2E-32 loses nothing that was shown as saved, and gets the rest when it is back', async () => {
    const { grid, shell, rowId } = await openEditor(await openPerson());
    const note = { rowId, column: 'note' };
    for (let round = 1; round <= 2; round += 1) {
      await grid.overwrite({ rowId, column: 'actualMinor' }, `${round}000,01`);
      await shell.waitForState('Збережено');
      await product.kill();
      await grid.overwrite(note, `Після зупинки ${round}`);
      await shell.waitForState('Немає зв’язку, 1 зміна чекає');
      product = await startProduct({ dataDir: product.dataDir, port: Number(new URL(product.url).port) });
      expect(await readActual()).toBe(`${round}00001`);
      await shell.waitForState('Збережено');
      expect(await readNotes()).toContain(`Після зупинки ${round}`);
    }
  });
});

/** Notes of «Видатки» as the server exports them. */
async function readNotes(): Promise<string> {
  const answer = await town.administrator.get(
    `/api/reports/${town.reportId}/export.csv?table=expenditure&flavour=standard`,
  );
  return answer.text;
}
