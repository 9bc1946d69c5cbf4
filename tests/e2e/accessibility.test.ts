import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
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

/** Colours do not depend on the language, nor words on the theme: two looks see all four. */
const looks = [
  { colorScheme: 'light', language: 'uk' },
  { colorScheme: 'dark', language: 'en' },
] as const;
type Look = (typeof looks)[number];

/** A page in this look. The language is chosen as a person would, on a page that shows the choice. */
async function openPage({ colorScheme, language }: Look, path = '/'): Promise<Page> {
  const { page } = await browser.openPerson({ baseUrl: product.url, colorScheme });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (language === 'en') await page.getByText('English').click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
  return page;
}

describe('without a database', () => {
  test.each(looks)('E2E-70 axe finds nothing on the first visit: $colorScheme, $language', async (look) => {
    const page = await openPage(look);
    await expectNoAxeViolations(page);
    await page.locator('button[type=submit]').click();
    await expectNoAxeViolations(page);
  });
});

describe('with the example', () => {
  beforeAll(async () => {
    await setUpTown(product.url);
  });

  test.each(looks)('E2E-70 axe finds nothing on any page or panel: $colorScheme, $language', async (look) => {
    const page = await openPage(look, '/sign-in');
    await new EntryPages(page).trySignIn('administrator', 'не той пароль');
    await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await expectNoAxeViolations(page);
    await new EntryPages(page).trySignIn('administrator', townPassword);

    const grid = new GridPage(page);
    await grid.waitForRows();
    await expectNoAxeViolations(page);
    // Fewer rows are looked at sooner.
    await page.goto('/reports/r2020/expenditures?organisation=saksahanskyi&kekv=2210');
    await grid.waitForRows();
    await expectNoAxeViolations(page);
    await checkEditors(grid);
    await checkMenus(page);

    await page.goto('/reports/r2020/control');
    await page.getByRole('img').locator('svg').waitFor();
    await expectNoAxeViolations(page);
    await page
      .getByRole('button', { name: /^47.580,00/ })
      .first()
      .click();
    await page.getByRole('complementary').waitFor();
    await expectNoAxeViolations(page);

    await page.goto('/reports/r2020/report');
    await page.getByRole('article').getByRole('button').first().waitFor();
    await expectNoAxeViolations(page);

    await page.goto('/profile');
    await page.getByRole('table').first().waitFor();
    await expectNoAxeViolations(page);

    await page.goto('/users');
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    await expectNoAxeViolations(page);

    await page.goto('/nowhere');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoAxeViolations(page);
  });

  test('E2E-71 from sign-in to a saved cell without a mouse', async () => {
    const { page } = await browser.openPerson({ baseUrl: product.url });
    await page.goto('/sign-in');
    const grid = new GridPage(page);
    const shell = new Shell(page);
    // The login has the focus at once.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await grid.type('dovhyntsivskyi');
    await grid.press('Tab');
    await grid.type(townPassword);
    await grid.press('Enter');
    await grid.waitForRows();
    await shell.waitForState('Збережено');

    await tabTo(page, 'Видатки');
    await grid.press('Enter');
    await page.getByRole('heading', { name: 'Видатки' }).waitFor({ state: 'attached' });
    await tabTo(page, 'Пошук у рядках');
    await grid.type('ювілярам Довгинцівського');
    await expect.poll(() => grid.readCount()).toBe('Показано 1 з 32');
    await grid.press('ArrowDown');
    await expect.poll(async () => (await grid.readFocus())?.column).toBeDefined();
    const rowId = (await grid.readFocus())?.rowId ?? '';
    for (let step = 0; step < 20 && (await grid.readFocus())?.column !== 'actualMinor'; step += 1) {
      await grid.press('ArrowRight');
    }
    await grid.waitForFocus({ rowId, column: 'actualMinor' });
    await grid.type('6149,99');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell({ rowId, column: 'actualMinor' })).toBe('6 149,99');
    await shell.waitForState('Збережено');
  });
});

/** Presses Tab until the focus is on what is called so; each stop on the way has to be visible. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.locator('body').evaluate((body) => {
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute('tabindex');
  });
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, boxShadow } = getComputedStyle(element ?? document.body);
      return {
        name: element?.getAttribute('aria-label') ?? element?.textContent ?? '',
        isMarked: outlineStyle !== 'none' || boxShadow !== 'none',
      };
    });
    expect(stop.isMarked, `the focus on «${stop.name}» is visible`).toBe(true);
    if (stop.name === name) return;
  }
  throw new Error(`no Tab leads to «${name}»`);
}

const problems = '[role=alertdialog], [role=alert]';

/** Each kind of editor, and what hangs below it. */
async function checkEditors(grid: GridPage): Promise<void> {
  const rowId = (await grid.rows().first().getAttribute('row-id')) ?? '';
  for (const column of ['directionId', 'measure', 'actualMinor']) {
    await grid.goTo({ rowId, column });
    await grid.press('F2');
    await grid.page.locator('[data-side]').waitFor();
    await expectNoAxeViolations(grid.page, '[data-side]');
    if (column === 'actualMinor') {
      await grid.press('Control+a');
      await grid.type('390,023');
      await grid.press('Enter');
      await grid.problem().waitFor();
      await expectNoAxeViolations(grid.page, problems);
      await grid.press('Escape');
    }
    await grid.press('Escape');
  }
  await grid.goTo({ rowId, column: 'deviation' });
  await grid.press('F2');
  await grid.problem().waitFor();
  await expectNoAxeViolations(grid.page, problems);
}

async function checkMenus(page: Page): Promise<void> {
  for (const button of await page.getByRole('banner').locator('button[aria-haspopup=menu]').all()) {
    await button.click();
    await page.getByRole('menu').waitFor();
    await expectNoAxeViolations(page, '[role=menu]');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
}
