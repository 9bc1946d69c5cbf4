import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReportAnswer } from '#shared/api/contract.ts';
import { must } from '#shared/must.ts';
import { Shell } from './pages/Shell.ts';
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

async function readReport(page: Page) {
  return ReportAnswer.parse(await (await page.request.get('/api/reports/r2020')).json()).report;
}

test('E2E-152 the coordinator says who signs, by which decision and until when; every open page shows it at once', async () => {
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
  await reader.getByText(/^Затверджено рішенням від\s29\.05\.2014 №\s719/).waitFor();

  const lastDay = page.getByLabel('Останній день', { exact: true });
  await page.getByText('Без строку: нагадувань немає.').waitFor();
  await lastDay.click();
  await page.keyboard.type('15 січня 2090');
  await page.keyboard.press('Tab');
  await page
    .getByText(/Подати\sдо\s15\sсічня\s2090/)
    .first()
    .waitFor();
  await page
    .getByText(/лишил(?:ося|ся)\s[\d\s]+дн/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Зберегти' }).click();
  await expect.poll(async () => (await readReport(page)).deadline).toBe('2090-01-15');
  await lastDay.fill('');
  await page.keyboard.press('Tab');
  await page.getByText('Без строку: нагадувань немає.').waitFor();
  await page.getByRole('button', { name: 'Зберегти' }).click();
  await expect.poll(async () => (await readReport(page)).deadline).toBeUndefined();

  await page.getByLabel('Назва звіту').fill('');
  await page.getByText('Впишіть назву, не довшу за 500 знаків.').waitFor();
  expect(await page.getByRole('button', { name: 'Зберегти' }).isDisabled()).toBe(true);
});

test('E2E-214 the report is printed in thousands, on every open page and in its files; the table stays in hryvnias', async () => {
  const { page: reader } = await openReport({ browser, product }, 'Спостерігачка', {
    path: '/reports/r2020/report',
  });
  await reader.getByText(/усього\s437\s603,56\sгрн/).waitFor();
  const { page } = await openReport({ browser, product }, 'Координаторка звіту', {
    path: '/reports/r2020/properties',
  });
  await page.getByRole('radio', { name: /^грн/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Зберегти' }).click();
  await page.getByText('Збережено. Усі, хто відкрив звіт, уже бачать зміну.').waitFor();
  await reader.getByText(/усього\s437,60356\sтис\.\sгрн/).waitFor();
  await reader.getByRole('button', { name: /^437,60356/ }).click();
  await reader
    .getByRole('complementary')
    .getByText(/^437,60356\sтис\.\sгрн$/)
    .waitFor();

  const shell = new Shell(page);
  await shell.openTab('Зведення');
  await page
    .getByRole('button', { name: /^437,60356\sтис\.\sгрн$/ })
    .first()
    .waitFor();
  await page.getByRole('columnheader', { name: 'Фактично, тис. грн' }).first().waitFor();
  expect(await page.getByRole('columnheader', { name: /, грн$/ }).count()).toBe(0);
  await expectNoAxeViolations(page);
  const { bytes } = await shell.download('Документ Word (DOCX)');
  const document = strFromU8(must(unzipSync(bytes)['word/document.xml'], 'the text of the document'));
  expect(document.replaceAll(/<[^>]+>/g, '')).toContain('437,60356\u00A0тис.\u00A0грн');
  await shell.openTab('Видатки');
  await page.getByRole('columnheader', { name: 'Факт, грн' }).waitFor();
});
