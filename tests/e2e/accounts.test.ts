import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, RowId } from '#shared/model/ids.ts';
import { insertRow, readSheet } from '#shared/sheet/sheetDocument.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { readText, readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
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
});

async function openAs(login: string, password = townPassword) {
  const { page } = await browser.openPerson({ baseUrl: product.url });
  await new EntryPages(page).signIn(login, password);
  return { page, shell: new Shell(page), grid: new GridPage(page) };
}

describe('the profile', () => {
  test('E2E-60 a token made there works with a stock y-websocket client, and stops when it is revoked', async () => {
    const { page, shell } = await openAs('dovhyntsivskyi');
    await shell.chooseInMenu('Профіль');
    await page.getByLabel('Назва ключа').fill('Вивантаження');
    await page.getByRole('button', { name: 'Створити ключ' }).click();
    const token = await readText(page.getByRole('region', { name: 'Новий ключ' }).locator('code'));
    expect(token).toMatch(/^zvit_/);
    await page.getByRole('button', { name: 'Готово, сховати' }).click();
    await page.getByText(token).waitFor({ state: 'detached' });

    const organisationId = OrganisationId.parse('dovhyntsivskyi');
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(
      `${product.url.replace('http', 'ws')}/yjs`,
      sheetName(town.reportId, organisationId),
      doc,
      {
        params: { token },
        // The class of `ws` and the browser's differ in details y-websocket does not use.
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        maxBackoffTime: 100,
      },
    );
    try {
      await vi.waitFor(() => expect(readSheet(doc, organisationId).length).toBeGreaterThan(0), 30_000);
      insertRow(doc, {
        id: RowId.parse('by-script'),
        kind: 'expenditure',
        order: 'a0',
        values: { measure: 'Рядок від програми', plannedMinor: 1_00, actualMinor: 1_00 },
      });
      const tab = await page.context().newPage();
      await tab.goto(`/reports/${town.reportId}/expenditures`);
      const table = new GridPage(tab);
      await table.waitForRows();
      await table.search().fill('Рядок від програми');
      expect(await table.findRow('Рядок від програми')).toBe('dovhyntsivskyi/by-script');
      await tab.close();

      let refused = 0;
      provider.on('connection-close', () => {
        refused += 1;
      });
      await page.getByRole('button', { name: 'Відкликати ключ: Вивантаження' }).click();
      await page.getByText('Ключів ще немає.').waitFor();
      await vi.waitFor(() => expect(refused).toBe(1), 30_000);
      const warning = vi.spyOn(console, 'warn').mockReturnValue(undefined);
      provider.connect();
      await vi.waitFor(
        () => expect(warning).toHaveBeenCalledWith(expect.stringContaining('Permission denied')),
        30_000,
      );
      expect(provider.synced).toBe(false);
      warning.mockRestore();
    } finally {
      provider.destroy();
    }
  });

  test('E2E-61 a changed password ends the other sessions, and only the new one signs in', async () => {
    const elsewhere = await openAs('saksahanskyi');
    const { page, shell } = await openAs('saksahanskyi');
    await shell.chooseInMenu('Профіль');
    await page.getByRole('textbox', { name: 'Нинішній пароль' }).fill(townPassword);
    await page.getByRole('textbox', { name: 'Новий пароль' }).fill('зовсім інший пароль');
    await page.keyboard.press('Enter');
    await page.getByText('Пароль змінено. Інші сеанси завершено.').waitFor();
    await elsewhere.page.getByRole('dialog', { name: 'Сеанс завершено' }).waitFor();
    await openAs('saksahanskyi', 'зовсім інший пароль');
  });
});

describe('the administrator', () => {
  test('E2E-62 makes an editor who signs in and edits exactly their organisation, until switched off', async () => {
    const { page, shell } = await openAs('administrator');
    await shell.chooseInMenu('Користувачі');
    await page.getByRole('button', { name: 'Додати користувача' }).click();
    const dialog = page.getByRole('dialog', { name: 'Новий користувач' });
    await dialog.getByLabel('Ім’я', { exact: true }).fill('Тарас');
    await dialog.getByLabel('Ім’я для входу').fill('taras');
    await dialog.getByRole('radio', { name: 'Задати пароль тут' }).check();
    await dialog.getByLabel('Пароль', { exact: true }).fill(townPassword);
    await dialog.getByRole('combobox', { name: /Роль у звіті/ }).click();
    await page.getByRole('option', { name: 'Редактор' }).click();
    await dialog.getByRole('combobox', { name: /Заповнює аркуші/ }).click();
    await page.getByRole('option', { name: /Покровської/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    const line = page.getByRole('row').filter({ hasText: 'taras' });
    await expect.poll(async () => (await readTexts(line)).join()).toContain('редактор (Покровський)');

    const taras = await openAs('taras');
    await taras.shell.openTab('Видатки');
    await taras.grid.waitForRows();
    await taras.page.getByText('Лише мої').click();
    await expect.poll(() => taras.grid.readCount()).toMatch(/^Показано 2 з/);
    const rowId = await taras.grid.findRow('Приладдя для прийому мешканців депутатами');
    await taras.grid.overwrite({ rowId, column: 'note' }, 'Перша примітка');
    await taras.shell.waitForState('Збережено');

    await page.getByRole('button', { name: 'Змінити користувача: Тарас' }).click();
    const change = page.getByRole('dialog', { name: 'Користувач: Тарас' });
    await change.getByRole('checkbox', { name: 'Вимкнено' }).check();
    await change.getByRole('button', { name: 'Зберегти' }).click();
    await expect.poll(async () => (await readTexts(line)).join()).toContain('Вимкнено');
    await taras.page.getByRole('dialog', { name: 'Сеанс завершено' }).waitFor();
    const { page: again } = await browser.openPerson({ baseUrl: product.url });
    const entry = new EntryPages(again);
    await entry.trySignIn('taras', townPassword);
    await entry.alert().getByText('Обліковий запис вимкнено.').waitFor();
  });
});
