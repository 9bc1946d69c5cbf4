import { afterAll, beforeAll, expect, test } from 'vitest';
import { ControlPage } from './pages/ControlPage.ts';
import { readText } from './pages/readText.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

test('E2E-213 people and money counted twice are taken off by a correction, which stands beside the rows wherever the number is', async () => {
  await setUpTown(product.url);
  const administrator = { login: 'administrator', password: townPassword };
  const { page } = await openReport({ browser, product }, administrator, {
    path: '/reports/r2020/structure',
  });
  const section = page.getByRole('region', { name: 'Коригування підсумків' });
  const dialog = page.getByRole('dialog');

  // What is wrong is said at its field, and stays to be mended.
  await section.getByRole('button', { name: 'Додати коригування' }).press('Enter');
  await dialog.getByLabel('Показник', { exact: true }).last().fill('Відзначено осіб');
  await page.getByRole('option', { name: 'Відзначено осіб', exact: true }).click();
  await dialog.getByLabel('На скільки змінити').fill('-1,5');
  await page.keyboard.press('Enter');
  await dialog.getByText('Впишіть ціле число, не нуль').waitFor();
  await dialog.getByText('Впишіть причину').waitFor();
  await expectNoAxeViolationsInBothThemes(page);
  await dialog.getByLabel('На скільки змінити').fill('−12');
  await dialog.getByLabel('Причина').fill('Тих самих людей подали двоє виконавців');
  await dialog.getByRole('button', { name: 'Додати' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await section.getByText('Відзначено осіб: −12').waitFor();

  await section.getByRole('button', { name: 'Додати коригування' }).click();
  await dialog.getByText('Гроші', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Напрям' }).fill('4.');
  await page.getByRole('option', { name: /^4\. / }).click();
  await dialog.getByLabel('Фактично, грн').fill('-390,023');
  await dialog.getByLabel('Причина').fill('Оплачено вдруге');
  await dialog.getByRole('button', { name: 'Додати' }).press('Enter');
  await dialog
    .getByText(/390[ \u00A0]023,00/)
    .first()
    .waitFor();
  await dialog.getByLabel('Фактично, грн').fill('-23,56');
  await dialog.getByRole('button', { name: 'Додати' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expectNoAxeViolationsInBothThemes(page);

  await page.goto('/reports/r2020/control');
  const control = new ControlPage(page);
  await expect.poll(() => control.readGrandTotal()).toBe('437 580,00 грн');
  await control
    .grandTotal()
    .getByText('32 рядки видатків · 118 рядків заходів · 1 коригування сум')
    .waitFor();
  const people = page.getByRole('row').filter({ hasText: 'Відзначено осіб' }).first();
  await people.getByText('1705', { exact: true }).waitFor();
  await control.table('Виконавці й напрями').getByText('Коригування').waitFor();
  await control.grandTotal().getByRole('button').click();
  await control.panel().getByText('Оплачено вдруге').waitFor();
  await expectNoAxeViolationsInBothThemes(page);

  await page.goto('/reports/r2020/report');
  await page.getByText('1705 осіб', { exact: false }).first().waitFor();
  expect(await readText(page.getByRole('main'))).toContain('437 580,00 грн');
});
