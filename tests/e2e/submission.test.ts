import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionStep } from '#shared/submission/submissionSteps.ts';
import { GridPage } from './pages/GridPage.ts';
import { readText } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { Submission } from './pages/Submission.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { signIn } from './support/signIn.ts';
import { type Product, startProduct } from './support/startProduct.ts';

const locked = 'Лише перегляд: аркуш подано координатору';

let product: Product;
let browser: TestBrowser;
/** Of the Saksahanskyi district. */
let grid: GridPage;
let editor: Submission;
let coordinator: Submission;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Редактор: Саксаганський', {
    path: '/reports/r2020/activities?organisation=saksahanskyi',
  });
  editor = new Submission(grid.page);
  const { page } = await openReport({ browser, product }, 'Координаторка звіту', {
    path: '/reports/r2020/control',
  });
  coordinator = new Submission(page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** As somebody does at another computer. */
async function send(
  context: BrowserContext,
  organisation: string,
  step: SubmissionStep,
  data: Record<string, string> = {},
): Promise<void> {
  const path = `/api/reports/r2020/sheets/${organisation}/${step}`;
  const answer = await context.request.post(product.url + path, { headers: { origin: product.url }, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('E2E-190 a sheet is explained, submitted, returned, corrected and accepted, and shows each change after that until it is accepted again', async () => {
  const quantity = { rowId: await grid.findRow('Виступи в ефірі'), column: 'quantity' };
  const before = await grid.readCell(quantity);
  await editor.strip().getByText('Чернетка').waitFor();
  await grid.goTo(quantity);
  await grid.press('Delete');
  await new Shell(grid.page).waitForState('Збережено');

  await editor.press(editor.strip().getByRole('button', { name: 'Подати аркуш: Саксаганський' }));
  const submit = editor.dialog().getByRole('button', { name: 'Подати', exact: true });
  await editor.dialog().getByText('кількості не вказано').waitFor();
  await editor.press(submit);
  await editor.dialog().getByText('Виправте в таблиці або поясніть тут.').waitFor();
  await expect.poll(() => grid.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await expectNoAxeViolationsInBothThemes(grid.page, '[role=dialog]');
  await editor.type('дані надійдуть у січні');
  await editor.confirm('Подати');
  await editor.strip().getByText('Подано').waitFor();
  await coordinator.line('Саксаганський').getByText('Подано').waitFor();
  await coordinator.line('Саксаганський').getByText('пояснено: 1').waitFor();

  const sendBack = coordinator.line('Саксаганський').getByRole('button', { name: /^Повернути аркуш/ });
  await coordinator.press(sendBack);
  await coordinator.press(coordinator.dialog().getByRole('button', { name: 'Повернути', exact: true }));
  await coordinator
    .dialog()
    .getByText(/^Напишіть, що виправити/)
    .waitFor();
  await coordinator.dialog().getByRole('textbox').focus();
  await coordinator.type('впишіть кількість');
  await coordinator.confirm('Повернути');
  await editor.strip().getByText('впишіть кількість').waitFor();

  // A colleague at another computer submits the sheet in mid-edit.
  await new Shell(grid.page).waitForState('Збережено');
  await grid.goTo(quantity);
  await grid.type('12');
  await send(grid.page.context(), 'saksahanskyi', 'submit');
  await editor.strip().getByText('Подано').waitFor();
  await new Shell(grid.page).waitForState(locked);
  expect(await grid.editor().inputValue()).toBe('12');
  await grid.press('Enter');
  await grid.problem().getByText('Аркуш уже подано координатору').waitFor();
  await grid.press('Escape', 'Escape');
  await editor.press(editor.strip().getByRole('button', { name: 'Відкликати аркуш: Саксаганський' }));
  await editor.confirm('Відкликати');
  await editor.strip().getByText('Чернетка').waitFor();
  await new Shell(grid.page).waitForState('Збережено');
  await grid.overwrite(quantity, before);
  await new Shell(grid.page).waitForState('Збережено');
  await editor.press(editor.strip().getByRole('button', { name: 'Подати аркуш: Саксаганський' }));
  await editor.dialog().getByText('Зауважень немає.').waitFor();
  await editor.confirm('Подати');

  const line = coordinator.line('Саксаганський');
  await coordinator.press(line.getByRole('button', { name: /^Прийняти аркуш/ }));
  await coordinator.dialog().getByRole('cell', { name: '9 440,00' }).first().waitFor();
  await coordinator.confirm('Прийняти 1 аркуш');
  await line.getByText('Прийнято').waitFor();
  await expectNoAxeViolationsInBothThemes(coordinator.page, 'main');
  await editor.strip().getByText('Прийнято').waitFor();

  await line.getByRole('link', { name: /^Відкрити в таблиці/ }).click();
  const theirs = new GridPage(coordinator.page);
  await theirs.waitForRows();
  await theirs.overwrite(quantity, '77');
  await coordinator.strip().getByText('Змінено після прийняття').waitFor();
  await editor.strip().getByText('Змінено після прийняття').waitFor();
  await editor.press(editor.strip().getByRole('button', { name: /^Показати зміни/ }));
  const panel = grid.page.getByRole('complementary');
  const change = panel.getByRole('button', { name: /^Кількість/ });
  await change.waitFor();
  expect(await readText(change)).toContain(`було: ${before} → , стало: 77`);
  await change.getByText('Координаторка звіту').waitFor();
  expect(await grid.cell(quantity).getAttribute('aria-description')).toContain(
    `Змінено після прийняття, було: ${before}`,
  );
  await editor.press(change);
  await grid.waitForFocus(quantity);
  await expectNoAxeViolationsInBothThemes(grid.page, 'main');

  await coordinator.press(coordinator.strip().getByRole('button', { name: 'Прийняти знову: Саксаганський' }));
  await coordinator.dialog().getByText('змінено 1 рядок').waitFor();
  await coordinator.confirm('Прийняти 1 аркуш');
  await editor.strip().getByText('Змінено після прийняття').waitFor({ state: 'detached' });
  await expect.poll(() => grid.cell(quantity).getAttribute('data-changed')).toBe(null);
});

test('E2E-191 of several sheets accepted at once, one that changes meanwhile and one that is withdrawn are not, and the page says what to do', async () => {
  const openContext = async (account: string) => {
    const context = await browser.browser.newContext({ baseURL: product.url });
    await signIn(context, product.url, account);
    return context;
  };
  const district = await openContext('Редакторка: Довгинцівський');
  const education = await openContext('Редакторка: Освіта і наука');
  const own = grid.page.context();
  await send(coordinator.page.context(), 'saksahanskyi', 'return', { note: 'уточніть' });
  await new Shell(grid.page).waitForState('Збережено');
  await send(own, 'saksahanskyi', 'submit');
  await new Shell(grid.page).waitForState(locked);
  await send(district, 'dovhyntsivskyi', 'submit');
  await send(education, 'osvita-i-nauka', 'submit');
  const { page } = coordinator;
  await new Shell(page).openTab('Зведення');
  await coordinator.press(page.getByRole('button', { name: /^Прийняти 3 аркуші/ }));
  const dialog = coordinator.dialog();
  await dialog.getByRole('checkbox', { name: 'Прийняти: Саксаганський' }).waitFor();

  await send(education, 'osvita-i-nauka', 'withdraw');
  await send(own, 'saksahanskyi', 'withdraw');
  await editor.strip().getByText('Чернетка').waitFor();
  await new Shell(grid.page).waitForState('Збережено');
  const rowId = (await grid.rows().first().getAttribute('row-id')) ?? '';
  await grid.overwrite({ rowId, column: 'quantity' }, '31');
  await dialog.getByText(/^Поки ви дивилися, рядки змінилися/).waitFor();
  await new Shell(grid.page).waitForState('Збережено');
  await send(own, 'saksahanskyi', 'submit');

  await coordinator.press(dialog.getByRole('button', { name: 'Прийняти 2 аркуші' }));
  await dialog.getByRole('alert').getByText('Цей аркуш — чернетка').waitFor();
  await dialog.getByText('Прийнято 1 аркуш.').waitFor();
  await expectNoAxeViolationsInBothThemes(page, '[role=dialog]');
  await coordinator.press(dialog.getByRole('button', { name: 'Переглянути ще раз' }));
  await dialog.getByRole('checkbox', { name: 'Прийняти: Саксаганський' }).waitFor();
  expect(await dialog.getByRole('checkbox').count()).toBe(1);
  await coordinator.confirm('Прийняти 1 аркуш');
  await coordinator.line('Саксаганський').getByText('Прийнято').waitFor();
  await coordinator.line('Довгинцівський').getByText('Прийнято').waitFor();
  await coordinator.line('Освіта і наука').getByText('Чернетка').waitFor();
  await page.getByRole('combobox', { name: 'Які аркуші показати' }).click();
  await page.getByRole('option', { name: 'Ще не подали (10)' }).click();
  await expect.poll(() => coordinator.line('Саксаганський').count()).toBe(0);
  await Promise.all([district.close(), education.close()]);
});
