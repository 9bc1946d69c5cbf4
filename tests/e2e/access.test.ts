import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { readText, readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { signIn } from './support/signIn.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct();
  await setUpTown(product.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

describe('an invitation', () => {
  test('E2E-205 its person sets a password and stands in their table; the link works once; the session is seen and ended', async () => {
    const { page, context } = await browser.openPerson({ baseUrl: product.url });
    await signIn(context, product.url, { login: 'administrator', password: townPassword });
    await page.goto('/users');
    await page.getByRole('button', { name: 'Додати користувача' }).click();
    const dialog = page.getByRole('dialog', { name: 'Новий користувач' });
    await dialog.getByLabel('Ім’я', { exact: true }).fill('Леся');
    await dialog.getByLabel('Ім’я для входу').fill('lesia');
    await dialog.getByRole('combobox', { name: /Роль у звіті/ }).click();
    await page.getByRole('option', { name: 'Редактор' }).click();
    await dialog.getByRole('combobox', { name: /Заповнює аркуші/ }).click();
    await page.getByRole('option', { name: /Покровської/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    const link = page.getByRole('region', { name: 'Посилання для користувача: Леся' });
    const address = await readText(link.locator('code'));
    expect(address).toMatch(/\/join#[\w-]{43}$/);
    await expectNoAxeViolations(page);
    await link.getByRole('button', { name: 'Готово' }).click();
    const line = page.getByRole('row').filter({ hasText: 'lesia' });
    await expect.poll(async () => (await readTexts(line)).join()).toContain('Запрошено');

    const lesia = (await browser.openPerson({ baseUrl: product.url })).page;
    await lesia.goto(address);
    await lesia.getByLabel('Пароль', { exact: true }).fill('власний пароль Лесі');
    await expectNoAxeViolations(lesia);
    await lesia.keyboard.press('Enter');
    const shell = new Shell(lesia);
    await shell.openTab('Видатки');
    await new GridPage(lesia).waitForRows();
    const second = (await browser.openPerson({ baseUrl: product.url })).page;
    await second.goto(address);
    await new EntryPages(second).alert().getByText('За цим посиланням пароль уже задано').waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Вхід користувача: Леся' }).click();
    const access = page.getByRole('dialog', { name: 'Вхід: Леся' });
    await access.getByRole('button', { name: /^Завершити сеанс: Chrome, Linux/ }).click();
    await access.getByText('Зараз ніде не ввійшли.').waitFor();
    await lesia.getByRole('dialog', { name: 'Сеанс завершено' }).waitFor();
  });
});

describe('a second factor', () => {
  test('E2E-206 is set up with a code of the phone, and asked for at the next sign-in', async () => {
    const { page, context } = await browser.openPerson({ baseUrl: product.url });
    await signIn(context, product.url, { login: 'viewer', password: townPassword });
    await page.goto('/profile');
    const section = page.getByRole('region', { name: 'Другий чинник входу' });
    await section.getByLabel('Ваш пароль').fill(townPassword);
    await section.getByRole('button', { name: 'Увімкнути' }).click();
    await section.getByRole('img', { name: 'QR-код для застосунку' }).waitFor();
    const secret = (await readText(section.locator('code'))).replaceAll(' ', '');
    await expectNoAxeViolations(page);
    const time = Date.now();
    await section.getByLabel('Код із застосунку').fill(new TOTP({ secret }).generate({ timestamp: time }));
    await page.keyboard.press('Enter');
    await section.getByRole('button', { name: 'Коди збережено' }).click();
    await section.getByText('Лишилося 10 резервних кодів.').waitFor();

    const { page: next } = await browser.openPerson({ baseUrl: product.url });
    const entry = new EntryPages(next);
    expect(await entry.trySignIn('viewer', townPassword)).toBe(401);
    await next.getByRole('heading', { name: 'Код із телефона' }).waitFor();
    await expectNoAxeViolations(next);
    // The one that has confirmed is used up; the one after it is good already.
    await next.getByLabel('Код').fill(new TOTP({ secret }).generate({ timestamp: time + 30_000 }));
    await next.keyboard.press('Enter');
    await new Shell(next).openTab('Видатки');
  });
});
