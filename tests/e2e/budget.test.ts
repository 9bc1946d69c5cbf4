import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillClipboard } from './support/clipboard.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
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

test('E2E-186 the coordinator pastes and types the approved plan, saves it by a key, and sees it beside the rows with what was spent over it', async () => {
  await setUpTown(product.url);
  const administrator = { login: 'administrator', password: townPassword };
  const { page } = await openReport({ browser, product }, administrator, { path: '/reports/r2020/plan' });
  const cell = (column: string, line: number | string) =>
    page.getByLabel(`${column}, рядок ${line}`, { exact: true });

  await cell('Напрям', 'новий рядок').focus();
  await fillClipboard(page, {
    text: '1\tСаксаганський\tЗагальний фонд\t0210180\t2240\t10,00\n4\tВиконком (апарат)\tСФ\t210180\t2210\t390,023',
  });
  await page.keyboard.press('Control+v');
  await page.getByText('1 зміна не збережена · 1 рядок не дописано').waitFor();
  await page.getByText('Рядок 2: КПКВК — сім цифр').waitFor();
  expect(await page.getByRole('button', { name: 'Зберегти план' }).isDisabled()).toBe(true);

  // The zero that Excel has dropped, then the amount that can mean two: each is marked at its cell.
  const code = cell('КПКВК', 2);
  expect(await code.getAttribute('aria-invalid')).toBe('true');
  await code.fill('0210180');
  const amount = cell('Затверджено, грн', 2);
  expect(await amount.getAttribute('aria-invalid')).toBe('true');
  await amount.fill('390 023,56');
  await page.keyboard.press('ArrowUp');
  expect(await cell('Затверджено, грн', 1).evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type('20,00');
  await page.keyboard.press('Enter');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+s');
  await page.getByText('Усе збережено').waitFor();
  const total = page.getByRole('row', { name: /^Усього/ }).first();
  expect((await total.innerText()).replaceAll('\u00A0', ' ')).toContain('390 043,56');

  await page.goto('/reports/r2020/control');
  const section = page.getByRole('region', { name: 'Затверджений план' });
  const whole = section.getByRole('row', { name: /^Усього/ });
  await whole.waitFor();
  expect((await whole.innerText()).replaceAll('\u00A0', ' ')).toContain('390 043,56');
  const group = page.locator('details').filter({ hasText: 'Саксаганськ' });
  await group.locator('summary').click();
  await group
    .getByText(/немає: напрям|за затвердженого плану|за затвердженим планом/)
    .first()
    .waitFor();
  await expectNoAxeViolations(page);
});
