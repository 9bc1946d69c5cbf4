import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTool } from '#tests/support/runTool.ts';
import { CityPages } from './pages/CityPages.ts';
import { ControlPage } from './pages/ControlPage.ts';
import { FinalisingPages } from './pages/FinalisingPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { Submission } from './pages/Submission.ts';
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { type Product, startProduct } from './support/startProduct.ts';

const passwordOf = (name: string) => `довгий пароль, який має ${name}`;

let product: Product;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zvit-year-'));
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = async () => (await browser.openPerson({ baseUrl: product.url })).page;

test('E2E-203 a city sets itself up from nothing, invites its people, fills in, submits, returns, corrects, accepts, sees what changed after that, closes the report, proves its files, and shows them to readers', async () => {
  const city = new CityPages(await open());
  await city.setUp('Оксана', 'oksana', passwordOf('Оксана'));
  await city.importOrganisations(
    '\uFEFFНазва;Скорочено;Вид;ЄДРПОУ\r\nАрхівний відділ;Архів;Відділ;\r\nВиконком Центральної районної ради;Центральний;Район;\r\n',
    'Архівний відділ',
  );
  const reportId = await city.createReport({
    programme: 'Програма розвитку громади',
    community: 'м. Приклад',
    year: '2026',
    title: 'Звіт про виконання програми за 2026 рік',
  });
  await city.join('Архівний відділ', 'Архів · ');
  await city.join('Виконком Центральної районної ради', 'Центральний · ');
  await city.addDirection('Відкритість влади', '1. Відкритість влади');
  await city.addIndicator(1, 'Зустрічі з мешканцями', ['зустріч', 'зустрічі', 'зустрічей']);
  const toLesia = await city.invite('Леся', 'lesia', 'Координатор', null);
  const toMarko = await city.invite('Марко', 'marko', 'Редактор', 'Виконком Центральної районної ради');

  const editorPage = await open();
  await new CityPages(editorPage).acceptInvitation(toMarko, passwordOf('Марко'));
  const grid = new GridPage(editorPage);
  const editor = new Submission(editorPage);
  await new Shell(editorPage).openTab('Видатки');
  await grid.toolbarButton('Рядок').click();
  await grid.typeAlong(['Відкритість', '', 'Афіші', 'Загальний', '0210180', '2210', '1000', '990,50']);
  const rowId = await grid.findRow('Афіші');
  await new Shell(editorPage).waitForState('Збережено');

  const coordinatorPage = await open();
  await new CityPages(coordinatorPage).acceptInvitation(toLesia, passwordOf('Леся'));
  const coordinator = new Submission(coordinatorPage);
  await coordinatorPage.goto(`/reports/${reportId}/control`);
  const grand = new ControlPage(coordinatorPage);
  await expect.poll(() => grand.readGrandTotal()).toBe('990,50 грн');

  // What deviates without a word is asked about before the sheet is submitted.
  const submit = editor.strip().getByRole('button', { name: 'Подати аркуш: Центральний' });
  await editor.press(submit);
  await editor.press(editor.dialog().getByRole('button', { name: 'Подати', exact: true }));
  await editor.dialog().getByText('Виправте в таблиці або поясніть тут.').waitFor();
  await expect.poll(() => editorPage.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await editor.type('зекономили на друці');
  await editor.confirm('Подати');
  const line = coordinator.line('Центральний');
  await line.getByText('Подано').waitFor();

  await coordinator.press(line.getByRole('button', { name: /^Повернути аркуш/ }));
  await coordinator.dialog().getByRole('textbox').focus();
  await coordinator.type('сума не та');
  await coordinator.confirm('Повернути');
  await editor.strip().getByText('сума не та').waitFor();

  await new Shell(editorPage).waitForState('Збережено');
  await grid.overwrite({ rowId, column: 'actualMinor' }, '1000');
  await new Shell(editorPage).waitForState('Збережено');
  await expect.poll(() => grand.readGrandTotal()).toBe('1 000,00 грн');
  await editor.press(submit);
  await editor.confirm('Подати');

  await coordinator.press(line.getByRole('button', { name: /^Прийняти аркуш/ }));
  await coordinator.dialog().getByRole('cell', { name: '1 000,00' }).first().waitFor();
  await coordinator.confirm('Прийняти 1 аркуш');
  await line.getByText('Прийнято').waitFor();
  await editor.strip().getByText('Прийнято').waitFor();

  await line.getByRole('link', { name: /^Відкрити в таблиці/ }).click();
  const theirs = new GridPage(coordinatorPage);
  await new Shell(coordinatorPage).openTab('Видатки');
  await theirs.waitForRows();
  await theirs.filter('Виконавець', 'Центральний');
  await theirs.overwrite({ rowId, column: 'actualMinor' }, '999,99');
  await coordinator.strip().getByText('Змінено після прийняття').waitFor();
  await editor.strip().getByText('Змінено після прийняття').waitFor();
  const changed = grid.cell({ rowId, column: 'actualMinor' });
  await expect
    .poll(() => changed.getAttribute('aria-description'))
    .toMatch(/Змінено після прийняття, було: 1\s000,00/);
  await coordinator.press(coordinator.strip().getByRole('button', { name: /^Прийняти знову/ }));
  await coordinator.confirm('Прийняти 1 аркуш');
  await editor.strip().getByText('Змінено після прийняття').waitFor({ state: 'detached' });
  await editor.strip().getByText('Прийнято').waitFor();

  // What stands in the way of the end is told.
  const closing = new FinalisingPages(coordinatorPage);
  await closing.open(reportId);
  await coordinatorPage.getByText('Архів: аркуш ще не подано').waitFor();
  await new Shell(coordinatorPage).openTab('Видатки');
  await theirs.waitForRows();
  await theirs.filter('Виконавець', 'Центральний', 'Архів');
  await coordinator.press(coordinator.strip().getByRole('button', { name: 'Подати аркуш: Архів' }));
  await coordinator.confirm('Подати');
  await new Shell(coordinatorPage).openTab('Зведення');
  await coordinator.press(coordinator.line('Архів').getByRole('button', { name: /^Прийняти аркуш/ }));
  await coordinator.confirm('Прийняти 1 аркуш');

  await closing.open(reportId);
  await coordinatorPage.getByText('Звіт можна завершити.').waitFor();
  await expectNoAxeViolationsInBothThemes(coordinatorPage);
  await closing.finalise();
  await editorPage.getByText('Звіт завершено: версія 1').waitFor();
  await expectNoAxeViolationsInBothThemes(coordinatorPage);

  const archive = join(folder, 'звіт.zip');
  await closing.downloadPackage(archive);
  const whole = await runTool('verify', [archive], {});
  expect([whole.exitCode, whole.output]).toEqual([0, expect.stringContaining('Пакет цілий')]);
  const bytes = await readFile(archive);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  await writeFile(archive, bytes);
  expect((await runTool('verify', [archive], {})).exitCode).toBe(1);

  const address = await closing.makeLink('Міська рада');
  const reader = await open();
  expect((await reader.goto(address))?.status()).toBe(200);
  await expectNoAxeViolations(reader);
  await reader.getByRole('link', { name: 'Читати звіт' }).click();
  await reader.getByText('999,99').first().waitFor();
  await closing.withdrawLink('Міська рада');
  expect((await reader.goto(address))?.status()).toBe(404);

  await closing.reopen('Уточнили кошторис');
  await coordinatorPage.getByText(/Уточнили кошторис/).waitFor();
  await closing.downloadPackage(archive);
  expect((await runTool('verify', [archive], {})).exitCode).toBe(0);
});
