import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activities2020 } from '#server/example/activities/activities2020.ts';
import { must } from '#shared/must.ts';
import type { ApiClient } from '#tests/support/apiClient.ts';
import { Submission } from './pages/Submission.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;
let administrator: ApiClient;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  ({ administrator } = await setUpTown(product.url));
  const account = { login: 'administrator', password: townPassword };
  ({ page } = await openReport({ browser, product }, account, { path: '/reports/r2020/structure' }));
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

type Fault = (route: Route) => Promise<void>;

const cut: Fault = (route) => route.abort('connectionreset');
/** As a proxy says it whose server is gone. */
const unavailable: Fault = (route) =>
  route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>503 Service Unavailable</h1>' });
/** The server has done it, and nobody hears so. */
const lost: Fault = async (route) => {
  await route.fetch();
  await route.abort('connectionreset');
};

/** Presses while every change fails so, and waits until the page says it. */
async function pressDuring(fault: Fault, button: Locator, within: Page | Locator): Promise<void> {
  await page.route('**/api/**', (route) =>
    route.request().method() === 'GET' ? route.fallback() : fault(route),
  );
  await button.click();
  await within.getByText(/Сервер не відповів, тож невідомо.* двічі це не зробиться/).waitFor();
  await page.unroute('**/api/**');
}

async function read<T>(path: string): Promise<T> {
  return (await administrator.get(path)).json() as T;
}

test('E2E-198 what was typed stays through a cut, a failing server and a lost answer, the page says what to do, and pressed again it is done once', async () => {
  const dialog = page.getByRole('dialog');
  const add = dialog.getByRole('button', { name: 'Додати', exact: true });

  await page.getByRole('button', { name: 'Додати напрям' }).click();
  await page.getByLabel('Назва').fill('Цифровізація');
  for (const fault of [cut, unavailable, lost]) {
    await pressDuring(fault, add, dialog);
    expect(await page.getByLabel('Назва').inputValue()).toBe('Цифровізація');
  }
  await expectNoAxeViolations(page, '[role=dialog]');
  await add.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '7. Цифровізація' }).waitFor();
  const { directions } = await read<{ directions: { title: string }[] }>('/api/reports/r2020');
  expect(directions.filter(({ title }) => title === 'Цифровізація')).toHaveLength(1);

  await page.goto('/organisations');
  await page.getByRole('button', { name: 'Додати виконавця' }).click();
  await page.getByLabel('Повна назва').fill('Департамент цифрового розвитку');
  await page.getByLabel('Скорочена назва').fill('Цифровий розвиток');
  // Nothing at all answers any more: the list behind the dialog cannot be asked for anew either.
  let failedReads = 0;
  await page.route('**/api/organisations', async (route) => {
    if (route.request().method() === 'GET') failedReads += 1;
    await route.abort('internetdisconnected');
  });
  await add.click();
  await dialog.getByText(/двічі це не зробиться/).waitFor();
  await expect.poll(() => failedReads).toBeGreaterThanOrEqual(3);
  await page.unroute('**/api/organisations');
  await pressDuring(lost, add, dialog);
  expect(await page.getByLabel('Повна назва').inputValue()).toBe('Департамент цифрового розвитку');
  await add.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: /Департамент цифрового розвитку/ }).waitFor();

  await page.goto('/users');
  await page.getByRole('button', { name: 'Додати користувача' }).click();
  await dialog.getByLabel('Ім’я', { exact: true }).fill('Нова людина');
  await dialog.getByLabel('Ім’я для входу').fill('newcomer');
  const save = dialog.getByRole('button', { name: 'Зберегти', exact: true });
  await pressDuring(lost, save, dialog);
  expect(await dialog.getByLabel('Ім’я для входу').inputValue()).toBe('newcomer');
  await save.click();
  // Not that the name is taken: the link of the account that was made.
  await dialog.getByRole('button', { name: 'Скопіювати посилання' }).waitFor();

  const { id: rowId, organisationId } = must(activities2020[0], 'a row of the example');
  const place = { kind: 'row', table: 'activity', organisationId, rowId };
  await administrator.post('/api/reports/r2020/comments', { place, text: 'Звідки число?' });
  await page.goto('/reports/r2020/comments');
  const thread = page.getByRole('article', { name: 'Обговорення' });
  await thread.getByRole('combobox').fill('З наказу');
  const answer = thread.getByRole('button', { name: 'Надіслати відповідь' });
  await pressDuring(lost, answer, thread);
  expect(await thread.getByRole('combobox').inputValue()).toBe('З наказу');
  await answer.click();
  await expect.poll(() => thread.getByRole('combobox').inputValue()).toBe('');
  const { threads } = await read<{ threads: { comments: { text: string }[] }[] }>(
    '/api/reports/r2020/comments',
  );
  expect(threads[0]?.comments.map(({ text }) => text)).toEqual(['Звідки число?', 'З наказу']);

  await page.goto('/reports/r2020/history');
  await page.getByLabel('Назвати нинішній стан').fill('До наради');
  const keep = page.getByRole('button', { name: 'Зберегти назву' });
  await pressDuring(lost, keep, page);
  expect(await page.getByLabel('Назвати нинішній стан').inputValue()).toBe('До наради');
  await keep.click();
  await page.getByText('Назву збережено.').waitFor();
  await expect.poll(() => page.getByRole('rowheader', { name: 'До наради' }).count()).toBe(1);

  const sheet = '/api/reports/r2020/sheets/saksahanskyi';
  const { findings } = await read<{ findings: { key: string }[] }>(`${sheet}/findings`);
  for (const { key } of findings) await administrator.put(`${sheet}/explanations`, { key, text: 'так є' });
  expect((await administrator.post(`${sheet}/submit`, {})).status).toBe(200);
  await page.goto('/reports/r2020/control');
  const steps = new Submission(page);
  await steps
    .line('Саксаганський')
    .getByRole('button', { name: /^Повернути аркуш/ })
    .click();
  const note = dialog.getByLabel('Що виправити');
  await note.fill('додайте причину');
  const giveBack = dialog.getByRole('button', { name: 'Повернути', exact: true });
  for (const fault of [unavailable, lost]) {
    await pressDuring(fault, giveBack, dialog);
    expect(await note.inputValue()).toBe('додайте причину');
  }
  await giveBack.click();
  await dialog.getByText(/аркуш.* повернуто/i).waitFor();
  const { transitions } = await read<{ transitions: { step: string }[] }>(`${sheet}/transitions`);
  expect(transitions).toHaveLength(2);
});
