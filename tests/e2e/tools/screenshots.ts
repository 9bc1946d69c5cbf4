import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { startTestServer } from '#tests/support/startTestServer.ts';
import { GridPage } from '../pages/GridPage.ts';
import { findChromium } from '../support/findChromium.ts';

/**
 * Takes a picture of every page, in both themes, at 1440 and 1024 pixels, to be looked at:
 * `node tests/e2e/tools/screenshots.ts FOLDER`. Two colleagues are there, so that presence shows.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
await mkdir(folder, { recursive: true });
if (isClientBuildStale()) await buildClient();

const demo = await startTestServer({ demo: true });
const fresh = await startTestServer();
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });

const report = '/reports/r2020';
const pages: { name: string; path: string; prepare?: (page: Page) => Promise<void> }[] = [
  { name: 'activities', path: `${report}/activities` },
  { name: 'expenditures', path: `${report}/expenditures` },
  {
    name: 'editor-money',
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'actualMinor', '390,023'),
  },
  {
    name: 'editor-choice',
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'directionId', ''),
  },
  {
    name: 'editor-long',
    path: `${report}/expenditures`,
    prepare: (page) => openEditor(page, 'measure', 'Текст'),
  },
  { name: 'filtered', path: `${report}/expenditures?organisation=saksahanskyi,pokrovskyi&kekv=2210` },
  { name: 'empty', path: `${report}/expenditures?kekv=9999` },
  { name: 'control', path: `${report}/control` },
  { name: 'control-panel', path: `${report}/control`, prepare: openPanel },
  { name: 'report', path: `${report}/report` },
  { name: 'profile', path: '/profile' },
  { name: 'not-found', path: '/nowhere' },
];

async function openEditor(page: Page, column: string, text: string): Promise<void> {
  const grid = new GridPage(page);
  const rowId = (await grid.rows().nth(3).getAttribute('row-id')) ?? '';
  await grid.cell({ rowId, column }).dblclick();
  await grid.editor().waitFor();
  if (text !== '') {
    await grid.press('Control+a');
    await grid.type(text);
  }
  if (text.startsWith('3')) await grid.press('Enter');
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('table').first().getByRole('button').first().click();
  await page.getByRole('complementary').waitFor();
}

async function signIn(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation', { name: 'Розділи звіту' }).waitFor();
  return page;
}

/** Whole when it is long, so that nothing is left unseen. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder ?? '.', `${name}.png`), animations: 'disabled' });
  const main = page.getByRole('main');
  if ((await main.count()) === 0) return;
  const height = await main.evaluate((element) =>
    Math.max(element.scrollHeight, ...[...element.querySelectorAll('*')].map((child) => child.scrollHeight)),
  );
  const size = page.viewportSize();
  if (
    size === null ||
    height <= size.height ||
    name.includes('editor') ||
    name.includes('expend') ||
    name.includes('activ')
  )
    return;
  await page.setViewportSize({ width: size.width, height: Math.min(height + 120, 6000) });
  await page.screenshot({ path: join(folder ?? '.', `${name}-whole.png`), animations: 'disabled' });
  await page.setViewportSize(size);
}

const colleagues = await browser.newContext({ baseURL: demo.url, locale: 'uk-UA' });
const colleague = await signIn(colleagues, 'Редактор: Саксаганський');
await colleague.goto(`${report}/expenditures`);
const table = new GridPage(colleague);
await table.waitForRows();
const shownRow = (await table.rows().nth(8).getAttribute('row-id')) ?? '';
await table.cell({ rowId: shownRow, column: 'measure' }).click();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    const context = await browser.newContext({
      baseURL: demo.url,
      locale: 'uk-UA',
      timezoneId: 'Europe/Kyiv',
      colorScheme,
      viewport: { width, height: width === 1440 ? 900 : 768 },
    });
    const look = `${colorScheme}-${width}`;
    const entry = await context.newPage();
    await entry.goto('/sign-in');
    await entry.getByRole('heading', { level: 1 }).waitFor();
    await shoot(entry, `sign-in-${look}`);
    await entry.goto(`${fresh.url}/setup`);
    await entry.getByRole('heading', { level: 1 }).waitFor();
    await shoot(entry, `setup-${look}`);
    await entry.close();
    const page = await signIn(context, 'Координаторка звіту');
    for (const { name, path, prepare } of pages) {
      await page.goto(path);
      await page.getByRole('heading').first().waitFor({ state: 'attached' });
      if (path.startsWith(report)) await page.locator('header [data-state="saved"]').waitFor();
      if (path.includes('control')) await page.getByRole('img').locator('svg').waitFor();
      await prepare?.(page);
      await shoot(page, `${name}-${look}`);
    }
    await context.close();
  }
}
await browser.close();
await Promise.all([demo.stop(), fresh.stop()]);
