import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

test('E2E-152 the coordinator says who signs and by which decision; every open page shows it at once', async () => {
  const { page: reader } = await openReport({ browser, product }, 'Спостерігачка', {
    path: '/reports/r2020/report',
  });
  await reader.getByText('Керуюча справами виконкому').waitFor();
  await reader.getByRole('button', { name: /^Обрати звіт/ }).click();
  await reader.getByRole('menuitem', { name: /^2020/ }).waitFor();
  expect(await reader.getByRole('menuitem', { name: 'Властивості звіту…' }).count()).toBe(0);
  await reader.keyboard.press('Escape');

  const { page } = await openReport({ browser, product }, 'Координаторка звіту');
  await page.getByRole('button', { name: /^Обрати звіт/ }).click();
  await page.getByRole('menuitem', { name: 'Властивості звіту…' }).click();
  await page.getByLabel('Ім’я та прізвище').fill('Олена КОВАЛЕНКО');
  await page.getByLabel('Номер', { exact: true }).fill('719');
  await page.getByLabel('Дата', { exact: true }).click();
  await page.keyboard.type('29 травня 2014');
  await page.keyboard.press('Tab');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Зберегти' }).click();
  await page.getByText('Збережено. Усі, хто відкрив звіт, уже бачать зміну.').waitFor();
  expect(await page.getByLabel('Дата', { exact: true }).inputValue()).toBe('29.05.2014');
  await reader.getByText('Олена КОВАЛЕНКО').waitFor();

  await page.getByLabel('Назва звіту').fill('');
  await page.getByText('Впишіть назву, не довшу за 500 знаків.').waitFor();
  expect(await page.getByRole('button', { name: 'Зберегти' }).isDisabled()).toBe(true);
});
