import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ControlPage } from './pages/ControlPage.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type Person, type TestBrowser } from './support/openBrowser.ts';
import { type Product, startProduct } from './support/startProduct.ts';

const password = 'довгий пароль адміністратора';

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

const openPerson = () => browser.openPerson({ baseUrl: product.url });

/** What a browser keeps of the person and the report, in databases and in the answers a lost network is bridged with. */
function readKept({ page }: Person) {
  return page.evaluate(async () => {
    const cache = await caches.open('zvit-answers-1');
    const answers = await Promise.all(
      (await cache.keys()).map(async (request) => (await (await cache.match(request))?.text()) ?? ''),
    );
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      answers: answers.filter((text) => text.includes('Оксана') || text.includes('r2020')),
      waiting: Object.keys(localStorage).filter((key) => key.includes('pending')),
    };
  });
}

describe('a fresh installation', () => {
  let administrator: Person;

  beforeAll(async () => {
    administrator = await browser.openPerson({ baseUrl: product.url, keepsFiles: true });
  });

  test('E2E-1 the first visit asks for an administrator, loads the example, and ends in the report', async () => {
    const { page } = administrator;
    await page.goto('/');
    await page.waitForURL('**/setup');
    await page.getByRole('heading', { name: 'Обліковий запис адміністратора' }).waitFor();
    await page.getByLabel('Ім’я', { exact: true }).fill('Оксана');
    await page.getByLabel('Ім’я для входу').fill('oksana');
    await page.getByRole('textbox', { name: 'Пароль' }).fill('короткий');
    await page.keyboard.press('Enter');
    await page.getByText('Пароль має бути не коротший за 10 знаків.').waitFor();
    await page.getByRole('textbox', { name: 'Пароль' }).fill(password);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('radio', { name: 'Завантажити приклад 2020 року' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Створити' }).click();
    await page.getByRole('heading', { name: 'Готово' }).waitFor();
    await page.getByRole('link', { name: 'Відкрити зведення' }).click();
    const control = new ControlPage(page);
    await expect.poll(() => control.readGrandTotal()).toBe('437 603,56 грн');
    await new Shell(page).waitForState('Збережено');
  });

  test('E2E-1 the report keeps a copy in this browser, so that a lost network is no loss', async () => {
    await expect
      .poll(async () => (await readKept(administrator)).databases.some((name) => name.startsWith('zvit/')))
      .toBe(true);
    await expect.poll(async () => (await readKept(administrator)).answers).not.toEqual([]);
  });

  test('E2E-2 signing out takes this browser’s copies away, and the way back asks to sign in', async () => {
    const { page } = administrator;
    await new Shell(page).signOut();
    await page.getByRole('heading', { name: 'Вхід' }).waitFor();
    await expect.poll(() => readKept(administrator)).toEqual({ databases: [], answers: [], waiting: [] });
    await page.goBack();
    await page.getByRole('heading', { name: 'Вхід' }).waitFor();
    expect(await page.getByText('437 603,56').count()).toBe(0);
  });

  test('E2E-3 a second visit asks to sign in, and says the same of a wrong password and a wrong login', async () => {
    const { page } = await openPerson();
    await page.goto('/reports/r2020/expenditures');
    await page.waitForURL('**/sign-in');
    const entry = new EntryPages(page);
    const refusal = 'Ім’я для входу або пароль не підходить. Перевірте розкладку та Caps Lock.';
    await entry.trySignIn('oksana', 'не той пароль');
    await expect.poll(() => entry.alert().allInnerTexts()).toEqual([refusal]);
    await entry.trySignIn('nobody', password);
    await expect.poll(() => entry.alert().allInnerTexts()).toEqual([refusal]);
    await entry.signIn('oksana', password);
    expect(new URL(page.url()).pathname).toBe('/reports/r2020/expenditures');
    await new GridPage(page).waitForRows();
  });

  test('E2E-3 after five wrong passwords the right one is refused too, and the text says for how long', async () => {
    const { page } = await openPerson();
    const entry = new EntryPages(page);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await entry.trySignIn('oksana', `спроба ${attempt}`)).toBe(401);
    }
    await entry.trySignIn('oksana', password);
    await entry.alert().getByText('Забагато невдалих спроб. Вхід закрито на 15 хв.').waitFor();
  });

  test('E2E-1 the set-up is closed once an administrator exists', async () => {
    const { page } = await openPerson();
    await page.goto('/setup');
    await page.waitForURL('**/sign-in');
  });
});
