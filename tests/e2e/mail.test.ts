import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/must.ts';
import { startSmtpServer, type TestSmtpServer } from '#tests/support/mail/startSmtpServer.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { setUpTown, townPassword } from './support/setUpTown.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let smtp: TestSmtpServer;
let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  smtp = await startSmtpServer();
  const port = await findFreePort();
  product = await startProduct({
    port,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: 'Звіт <zvit@city.example>',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
  });
  await setUpTown(product.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
  await smtp?.stop();
});

/** The links of a mail say it, so it is known before the product starts. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('E2E-212 a person gives an address, confirms it by the mail and chooses kind by kind; an administrator sees what waits while the mail server is down', async () => {
  const { page } = await browser.openPerson({ baseUrl: product.url });
  await new EntryPages(page).signIn('dovhyntsivskyi', townPassword);
  await new Shell(page).chooseInMenu('Профіль');
  const section = page.getByRole('region', { name: 'Електронна пошта' });
  const field = section.getByLabel('Адреса');
  await field.fill('olena@');
  await field.press('Enter');
  await section.getByText('Впишіть одну адресу').waitFor();
  await field.fill('olena@city.example');
  await field.press('Enter');
  await section.getByText('На olena@city.example надіслано лист.').waitFor();
  await expectNoAxeViolationsInBothThemes(page);

  const mail = must(smtp.mails[0], 'the mail');
  const link = must(/http:\S+\/mail\/confirm#\S+/.exec(mail.text ?? '')?.[0], 'the link');
  // In another browser, as on a telephone: nobody is signed in there.
  const elsewhere = await browser.openPerson();
  await elsewhere.page.goto(link);
  const confirm = elsewhere.page.getByRole('button', { name: 'Підтвердити адресу' });
  await confirm.waitFor();
  await expectNoAxeViolationsInBothThemes(elsewhere.page);
  await confirm.press('Enter');
  await elsewhere.page.getByText('Адресу підтверджено.').waitFor();
  await section.getByText('Листи надходять на olena@city.example.').waitFor();

  const choices = page.getByRole('table', { name: 'Про що сповіщати' });
  const byMail = choices.getByRole('checkbox', { name: 'Мій аркуш прийнято: Листом' });
  await byMail.press('Space');
  await expect.poll(() => byMail.isEnabled()).toBe(true);
  expect(await byMail.isChecked()).toBe(false);
  await page.reload();
  await byMail.waitFor();
  await expect.poll(() => byMail.isChecked()).toBe(false);
  expect(await choices.getByRole('checkbox', { name: 'Мій аркуш прийнято: У «Звіті»' }).isChecked()).toBe(
    true,
  );
  await section.getByRole('button', { name: 'Не надсилати листів' }).press('Enter');
  await section.getByText('ви відписалися').waitFor();

  await smtp.stop();
  await section.getByRole('button', { name: 'Інша адреса' }).press('Enter');
  await field.fill('bondar@city.example');
  await field.press('Enter');
  await section.getByText('ще чекає, щоб його надіслали на bondar@city.example').waitFor();

  const admin = await browser.openPerson({ baseUrl: product.url });
  await new EntryPages(admin.page).signIn('administrator', townPassword);
  await new Shell(admin.page).chooseInMenu('Користувачі');
  const waiting = admin.page.getByRole('table', { name: 'Чекають' });
  await waiting.getByText('ECONNREFUSED').waitFor();
  await waiting.getByText('підтвердження адреси').waitFor();
  const queue = admin.page.getByRole('region', { name: 'Електронна пошта' });
  await queue.getByLabel('Пробний лист на адресу').fill('admin@city.example');
  await queue.getByRole('button', { name: 'Надіслати пробний лист' }).press('Enter');
  await queue.getByText('Лист не надіслано').waitFor();
  await expectNoAxeViolationsInBothThemes(admin.page);
});
