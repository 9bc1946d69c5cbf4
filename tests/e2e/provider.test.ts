import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clientId,
  clientSecret,
  startOidcProvider,
  type TestProvider,
} from '#tests/support/oidc/startOidcProvider.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, type Town, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let provider: TestProvider;
let product: Product;
let town: Town;
let browser: TestBrowser;

beforeAll(async () => {
  provider = await startOidcProvider();
  product = await startProduct({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: 'Місто',
      OIDC_RIGHTS: JSON.stringify([{ claim: 'groups', value: 'org-*', role: 'editor', organisation: '*' }]),
    },
  });
  provider.register(product.url);
  town = await setUpTown(product.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
  await provider?.stop();
});

test('E2E-155 a person comes in by the provider of their city, where they wanted to be, and leaves both', async () => {
  provider.people.set('olena', {
    name: 'Олена Бондар',
    preferred_username: 'o.bondar',
    email: 'o.bondar@city.example',
    groups: ['org-dovhyntsivskyi'],
  });
  provider.people.set('roman', { name: 'Роман', email: 'roman@city.example', groups: [] });
  const { page } = await browser.openPerson({ baseUrl: product.url });
  const button = page.getByRole('button', { name: 'Увійти через «Місто»' });
  const answerAs = async (account: string) => {
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('input[name=login]').fill(account);
    await page.locator('input[name=password]').fill('будь-що');
    await page.locator('button[type=submit]').click();
  };

  // Whom the rules give nothing is told whom to ask, and what for.
  await page.goto('/');
  await button.click();
  await answerAs('roman');
  await page.getByText('прав у «Звіті» у вас немає').waitFor();
  await page.getByText('roman@city.example, ідентифікатор roman').waitFor();
  await expectNoAxeViolationsInBothThemes(page);
  await page.context().clearCookies();

  // A link to a table leads there, by way of the provider.
  await page.goto(`/reports/${town.reportId}/expenditures`);
  await button.click();
  await answerAs('olena');
  await page.waitForURL(`${product.url}/reports/${town.reportId}/expenditures`);
  const shell = new Shell(page);
  await shell.chooseInMenu('Профіль');
  await page.getByRole('heading', { name: 'Олена Бондар', level: 1 }).waitFor();
  await page.getByRole('region', { name: 'Вхід через «Місто»' }).getByText('o.bondar@city.example').waitFor();
  expect(await page.getByLabel('Нинішній пароль').count()).toBe(0);
  await expectNoAxeViolationsInBothThemes(page);

  // Out of the product, and to where the provider asks about itself.
  await shell.chooseInMenu('Вийти');
  await page.waitForURL(`${provider.issuer}/session/end**`);
  await page.getByRole('button', { name: /yes/i }).click();
  await page.waitForURL(`${product.url}/sign-in`);

  // While it is down, that is told here, and the password works.
  await provider.down();
  await button.click();
  await page.getByText('Служба входу зараз не відповідає').waitFor();
  await new EntryPages(page).signIn('dovhyntsivskyi', townPassword);
  await provider.up();
});
