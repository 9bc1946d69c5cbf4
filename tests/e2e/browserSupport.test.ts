import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/must.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { pressControlCyrillic, typeCyrillic } from './support/typeCyrillic.ts';

/** The helpers of the browser tests, tried on a page that is known: a test is worth what its tools are. */

const pageText = `<!doctype html><html lang="uk"><title>Сторінка</title><body><main><h1>Сторінка</h1>
<label>Текст <input></label></main></body></html>`;

let server: Server;
let browser: TestBrowser;
let baseUrl = '';

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "default-src 'self'");
    response.end(pageText);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = must(server.address(), 'the address of a listening server');
  baseUrl = typeof address === 'string' ? address : `http://127.0.0.1:${address.port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.stop();
  server.closeAllConnections();
  server.close();
});

test('Ukrainian text is typed with a keydown for each letter, as from a real keyboard', async () => {
  const { page } = await browser.openPerson({ baseUrl });
  await page.goto('/');
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ code, key, ctrlKey }) => {
      document.title += ` ${ctrlKey ? 'Ctrl+' : ''}${code}=${key}`;
    });
  });
  const input = page.getByLabel('Текст');
  await input.focus();
  await typeCyrillic(page, "Ґанок, 12 м'ят");
  expect(await input.inputValue()).toBe("Ґанок, 12 м'ят");
  await pressControlCyrillic(page, 'я');
  expect(await page.title()).toMatch(/Backslash=Ґ KeyF=а KeyY=н .* Ctrl\+KeyZ=я$/);
});

test('axe looks past the content security policy, and finds what is wrong', async () => {
  const { page } = await browser.openPerson({ baseUrl });
  await page.goto('/');
  await expectNoAxeViolations(page);
  await page.getByText('Текст').evaluate((label) => label.replaceWith(document.createElement('input')));
  await expect(expectNoAxeViolations(page)).rejects.toThrow();
});
