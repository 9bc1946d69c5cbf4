import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { must } from '#shared/must.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { GridPage } from '../pages/GridPage.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import { findChromium } from '../support/findChromium.ts';
import { closeExample, fillWithLife, lookLogin, lookPassword, setUpExample } from './livedInTown.ts';

/**
 * Takes a picture of every page, in both themes and languages, at 1440 and 1024 pixels, to be looked at, and
 * has axe look at each: `node tests/e2e/tools/screenshots.ts FOLDER [PART…]`. With parts only what has each of
 * them in its name (`control en-dark-1024`). The servers stand in the middle of a year, at its end, and at
 * their beginning. Ends with 1 when axe has found something.
 */
const [folder, ...parts] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
await mkdir(folder, { recursive: true });
if (isClientBuildStale()) await buildClient();

const inUse = await startTestServer();
await fillWithLife(await setUpExample(inUse.url));
const closed = await startTestServer();
const readersPath = await closeExample(await setUpExample(closed.url));
const fresh = await startTestServer();
const strict = await startTestServer({ requireSecondFactor: true });
await setUpExample(strict.url);
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });

type Shot = {
  name: string;
  server: TestServer;
  path: string;
  isSignedOut?: boolean;
  prepare?: (page: Page) => Promise<void>;
};

const report = '/reports/r2020';
const shots: Shot[] = [
  ...['activities', 'expenditures', 'control', 'report', 'export', 'compare', 'comments', 'finalising'].map(
    (name) => ({ name, server: inUse, path: `${report}/${name}` }),
  ),
  ...['history', 'news', 'properties', 'structure', 'plan'].map((name) => ({
    name,
    server: inUse,
    path: `${report}/${name}`,
  })),
  ...['profile', 'users', 'organisations', 'programmes', 'reports/new', 'nowhere'].map((name) => ({
    name: name.replace('/', '-'),
    server: inUse,
    path: `/${name}`,
  })),
  { name: 'reports', server: inUse, path: '/' },
  {
    name: 'editor-money',
    server: inUse,
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'actualMinor', '390,023'),
  },
  {
    name: 'editor-choice',
    server: inUse,
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'directionId', ''),
  },
  {
    name: 'editor-long',
    server: inUse,
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'measure', 'Текст'),
  },
  {
    name: 'filtered',
    server: inUse,
    path: `${report}/expenditures?organisation=saksahanskyi,pokrovskyi&kekv=2210`,
  },
  { name: 'empty', server: inUse, path: `${report}/expenditures?kekv=9999` },
  { name: 'door', server: inUse, path: `${report}/control`, prepare: openDoor },
  { name: 'bell', server: inUse, path: `${report}/control`, prepare: openBell },
  { name: 'closed-table', server: closed, path: `${report}/expenditures` },
  { name: 'closed-finalising', server: closed, path: `${report}/finalising` },
  { name: 'closed-report', server: closed, path: `${report}/report` },
  { name: 'readers', server: closed, path: readersPath, isSignedOut: true },
  { name: 'readers-gone', server: closed, path: '/r/guessed', isSignedOut: true },
  { name: 'sign-in', server: inUse, path: '/sign-in', isSignedOut: true },
  { name: 'join', server: inUse, path: '/join#guessed', isSignedOut: true },
  { name: 'setup', server: fresh, path: '/setup', isSignedOut: true },
  { name: 'secure', server: strict, path: '/secure' },
];

async function openEditor(page: Page, column: string, text: string): Promise<void> {
  const grid = new GridPage(page);
  await grid.waitForRows();
  const rowId = (await grid.rows().nth(3).getAttribute('row-id')) ?? '';
  await grid.cell({ rowId, column }).dblclick();
  await page.locator('input:focus, textarea:focus').waitFor();
  if (text !== '') {
    await grid.press('Control+a');
    await grid.type(text);
  }
  if (text.startsWith('3')) await grid.press('Enter');
}

async function openDoor(page: Page): Promise<void> {
  await page.getByRole('table').first().getByRole('button').first().click();
  await page.getByRole('complementary').waitFor();
}

async function openBell(page: Page): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: /сповіщен|notif/i })
    .click();
}

async function signIn(context: BrowserContext, server: TestServer): Promise<void> {
  const answer = await context.request.post(`${server.url}/api/session`, {
    data: { login: lookLogin, password: lookPassword },
    headers: { origin: server.url },
  });
  if (!answer.ok()) throw new Error(`not signed in: ${await answer.text()}`);
}

/** Once as it opens and, when it is longer than the window, once whole, so that nothing is left unseen. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(must(folder, 'a folder'), `${name}.png`), animations: 'disabled' });
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('html, main, main *')].map((element) => element.scrollHeight)),
  );
  const size = must(page.viewportSize(), 'a size');
  if (height <= size.height || (await page.locator('[role=grid], [role=treegrid]').count()) > 0) return;
  await page.setViewportSize({ width: size.width, height: Math.min(height + 120, 5000) });
  await page.screenshot({
    path: join(must(folder, 'a folder'), `${name}-whole.png`),
    animations: 'disabled',
  });
  await page.setViewportSize(size);
}

for (const language of ['uk', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024]) {
      const look = `${language}-${colorScheme}-${width}`;
      const wanted = shots.filter(({ name }) => parts.every((part) => `${name}-${look}`.includes(part)));
      if (wanted.length === 0) continue;
      const context = await browser.newContext({
        locale: language === 'uk' ? 'uk-UA' : 'en-GB',
        timezoneId: 'Europe/Kyiv',
        colorScheme,
        viewport: { width, height: width === 1440 ? 900 : 768 },
      });
      await context.addInitScript((chosen) => localStorage.setItem('zvit.language', chosen), language);
      const signedOut = await browser.newContext({
        locale: language === 'uk' ? 'uk-UA' : 'en-GB',
        colorScheme,
        viewport: { width, height: width === 1440 ? 900 : 768 },
      });
      await signedOut.addInitScript((chosen) => localStorage.setItem('zvit.language', chosen), language);
      for (const { name, server, path, isSignedOut = false, prepare } of wanted) {
        // The servers stand on one host, whose cookies they share.
        if (!isSignedOut) await signIn(context, server);
        const page = await (isSignedOut ? signedOut : context).newPage();
        await page.goto(server.url + path, { waitUntil: 'networkidle' });
        await page.getByRole('heading').first().waitFor({ state: 'attached' });
        await prepare?.(page);
        for (const violation of (await findAxeViolations(page)).violations) {
          console.error(`${name}-${look}: ${violation}`);
          process.exitCode = 1;
        }
        await shoot(page, `${name}-${look}`);
        await page.close();
      }
      await context.close();
      await signedOut.close();
    }
  }
}
await browser.close();
await Promise.all([inUse, closed, fresh, strict].map((server) => server.stop()));
