import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
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

const administrator = { login: 'administrator', password: townPassword };

test('E2E-210 E2E-211 an administrator adds an organisation and a direction with an indicator, which an open table offers at once; next year’s report has the text, and its figures show the new year', async () => {
  await setUpTown(product.url);
  const setup = { browser, product };
  const table = await openTable(
    setup,
    { login: 'saksahanskyi', password: townPassword },
    {
      path: '/reports/r2020/activities',
    },
  );
  const { page } = await openReport(setup, administrator, { path: '/reports/r2020/structure' });

  await page.getByRole('button', { name: 'Додати напрям' }).click();
  await page.getByLabel('Назва').fill('Цифровізація');
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await page.getByRole('heading', { name: '7. Цифровізація' }).waitFor();
  await page.getByRole('button', { name: 'Додати показник у напрям 7' }).click();
  await page.getByLabel('Назва').fill('Електронні послуги');
  await page.getByLabel('1 …').fill('послуга');
  await page.getByLabel('2 …').fill('послуги');
  await page.getByLabel('5 …').fill('послуг');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await page.getByText('послуга, послуги, послуг · Сума кількостей').waitFor();

  // The example's first direction is full of rows: it stays, and the dialog says why.
  await page.getByRole('button', { name: /^Дії: 1\. / }).click();
  await page.getByRole('menuitem', { name: 'Видалити…' }).click();
  await page.getByRole('button', { name: 'Видалити', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'рядків у таблицях' }).waitFor();
  await page.keyboard.press('Escape');
  await expectNoAxeViolations(page);

  await page.goto('/organisations');
  await page.getByRole('button', { name: 'Додати виконавця' }).click();
  await page.getByLabel('Повна назва').fill('Департамент цифрового розвитку');
  await page.getByLabel('Скорочена назва').fill('Цифровий розвиток');
  await page.getByLabel('Код ЄДРПОУ').fill('14360571');
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await page.getByText('Такого коду немає').waitFor();
  await page.getByLabel('Код ЄДРПОУ').fill('14360570');
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await page.getByRole('cell', { name: '14360570' }).waitFor();
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Імпорт CSV' }).click();
  const importFile = (csv: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'vykonavtsi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
  await importFile('\uFEFFНазва;Вид;ЄДРПОУ\r\nАрхівний відділ;Відділ;14360571\r\n');
  await page.getByText('Рядок 2: коду ЄДРПОУ «14360571» немає').waitFor();
  expect(await page.getByRole('button', { name: 'Імпортувати' }).isDisabled()).toBe(true);
  await importFile('\uFEFFНазва;Вид;ЄДРПОУ\r\nАрхівний відділ;Відділ;\r\n');
  await page.getByText('Додасться: 1').first().waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Імпортувати' }).click();
  await page.getByRole('cell', { name: 'Архівний відділ' }).first().waitFor();

  await page.goto('/reports/r2020/structure');
  await page.getByRole('button', { name: 'Додати виконавця' }).click();
  await page.getByRole('combobox', { name: 'Виконавець' }).fill('цифр');
  await page.getByRole('option', { name: 'Департамент цифрового розвитку' }).click();
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await page.getByText('Цифровий розвиток · Департамент, управління, відділ').waitFor();

  // The table was open all the time.
  await table.filter('Напрям', '7. Цифровізація');
  await table.filter('Виконавець', 'Цифровий розвиток');

  await page.goto('/reports/new');
  expect(await page.getByLabel('Рік', { exact: true }).inputValue()).toBe('2021');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Створити звіт' }).click();
  await page.getByRole('heading', { name: '7. Цифровізація' }).waitFor();
  await page.getByRole('link', { name: 'Звіт', exact: true }).click();
  const text = page.getByRole('region', { name: /^1\. Сприяння/ });
  // 2020 has 13 plenary sittings; the new year has none of its own yet.
  await text.getByText('0 пленарних засідань').first().waitFor();
}, 90_000);
