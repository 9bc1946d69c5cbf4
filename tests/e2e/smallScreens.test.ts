import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPath } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { ReportStructure } from '#shared/model/structure.ts';
import { buildPlainViewState } from '#shared/model/view.ts';
import { must } from '#shared/must.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { CellEditorPage } from './pages/CellEditorPage.ts';
import { GridPage } from './pages/GridPage.ts';
import { readText, readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { SmallTable } from './pages/SmallTable.ts';
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { setUpTown, type Town, townPassword } from './support/setUpTown.ts';
import { signIn } from './support/signIn.ts';

/** Олена has a phone; the administrator, who coordinates, sits before a wide screen. */

const phoneSize = { width: 360, height: 740 };
const wideSize = { width: 1000, height: 740 };
/** A row of Олена’s, and one of somebody else’s. */
const ownText = 'Довгинцівського району';
const foreignText = 'Друк бланків';

let server: TestServer;
let town: Town;
let browser: TestBrowser;
let phone: SmallTable;
let shell: Shell;
let colleague: GridPage;

beforeAll(async () => {
  server = await startTestServer();
  town = await setUpTown(server.url);
  browser = await openBrowser();
  const { context, page } = await browser.openPerson({ baseUrl: server.url, ...phoneSize, isPhone: true });
  await signIn(context, server.url, { login: 'dovhyntsivskyi', password: townPassword });
  phone = new SmallTable(page);
  shell = new Shell(page);
  const administrator = { login: 'administrator', password: townPassword };
  colleague = await openTable({ browser, product: server }, administrator, { width: 1920, height: 1080 });
});

afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

beforeEach(async () => {
  await phone.page.setViewportSize(phoneSize);
  await phone.page.goto('/reports/r2020/expenditures');
  await phone.cards().first().waitFor();
  await shell.waitForState('Збережено');
});

/** Keys of the grid's rows in sight, from above. */
async function readGridOrder(): Promise<string[]> {
  const rows = await colleague
    .rows()
    .evaluateAll((elements) =>
      elements.map((element): [number, string] => [
        Number(element.getAttribute('row-index')),
        element.getAttribute('row-id') ?? '',
      ]),
    );
  return [...new Map(rows.toSorted(([a], [b]) => a - b)).values()];
}

const filterButton = () => phone.page.getByRole('button', { name: /^Відбір:/ });
const drawer = () => phone.page.getByRole('dialog');

async function closeDrawer(): Promise<void> {
  await phone.page.getByRole('button', { name: /^Показати \d+/ }).tap();
  await drawer().waitFor({ state: 'detached' });
}

describe('the cards', () => {
  test('E2E-144 show the same rows in the same order as the table, searched, filtered, sorted and added up', async () => {
    const all = await phone.readAll();
    const grid = await readGridOrder();
    expect(grid.length).toBeGreaterThan(15);
    expect(all.slice(0, grid.length)).toEqual(grid);
    expect(new Set(all).size).toBe(all.length);
    expect(await readText(phone.foot())).toMatch(
      new RegExp(`^${all.length} рядк.* План .* грн Факт 437 603,56 грн$`),
    );

    await phone.search().fill(ownText);
    await expect.poll(() => phone.cards().count()).toBe(1);
    expect(await readText(phone.foot())).toBe(
      `Показано 1 з ${all.length} План 6 150,00 грн Факт 6 150,00 грн`,
    );
    const card = phone.card(ownText);
    expect(await readText(card)).toMatch(
      /^Рядок 1 Квіти й подарунки .* План, грн 6 150,00 Факт, грн 6 150,00 4\. /,
    );
    await phone.page.getByRole('button', { name: 'Очистити пошук' }).tap();

    await filterButton().tap();
    await drawer().getByRole('button', { name: 'Виконавець' }).tap();
    await drawer().getByText('Виконком (апарат)', { exact: true }).tap();
    await expect
      .poll(() => drawer().getByRole('checkbox', { name: 'Виконком (апарат)' }).isChecked())
      .toBe(true);
    await drawer().getByLabel('Упорядкувати за').selectOption({ label: 'Факт, грн' });
    await drawer().getByRole('switch', { name: 'Від більшого до меншого' }).check();
    await expectNoAxeViolationsInBothThemes(phone.page, '[role="dialog"]');
    await closeDrawer();
    await expect.poll(() => phone.foot().innerText()).toMatch(/^Показано/);
    const facts = (await readTexts(phone.cards())).map((text) =>
      Number(/Факт, грн ([\d ]+,\d\d)/.exec(text)?.[1]?.replaceAll(' ', '').replace(',', '.')),
    );
    expect(facts.length).toBeGreaterThan(1);
    expect(facts).toEqual(facts.toSorted((a, b) => b - a));

    // What was chosen here is how the table is found on a wide screen too.
    await phone.page.setViewportSize(wideSize);
    await new GridPage(phone.page).waitForRows();
    expect(await readTexts(phone.page.locator('.ag-header-cell[aria-sort="descending"]'))).toEqual([
      'Факт, грн',
    ]);
    await phone.page.setViewportSize(phoneSize);
    await filterButton().tap();
    await drawer().getByLabel('Упорядкувати за').selectOption({ label: 'Як у звіті' });
    await drawer().getByRole('button', { name: 'Зняти відбір' }).tap();
    await closeDrawer();
    await expect.poll(() => phone.readAll()).toEqual(all);
  });
});

describe('a saved view', () => {
  async function readFirstDirection(): Promise<string> {
    const answer = await town.administrator.get(buildPath(apiPaths.report, { reportId: town.reportId }));
    return must(ReportStructure.parse(answer.json()).directions[0], 'a direction').id;
  }
  const fold = (name: RegExp) => phone.page.getByRole('heading', { level: 2, name }).getByRole('button');

  test('E2E-149 is picked from the filters: its groups fold, and what it hides is only in the form', async () => {
    const { page } = phone;
    const plain = buildPlainViewState();
    await town.administrator.post(buildPath(apiPaths.views, { reportId: town.reportId }), {
      table: 'expenditure',
      name: 'За напрямами',
      isPublished: true,
      state: {
        ...plain,
        grouping: 'direction',
        collapsed: [await readFirstDirection()],
        sort: [{ column: 'actualMinor', isDescending: true }],
        columns: ['plannedMinor', 'organisation'].map((column) => ({
          column,
          width: null,
          isHidden: true,
          isFrozen: false,
        })),
      },
    });
    await page.reload();
    await phone.cards().first().waitFor();
    const all = await phone.readAll();
    await filterButton().tap();
    const views = drawer().getByLabel('Вигляд');
    await views.selectOption({ label: 'За напрямами' });
    await expectNoAxeViolations(page, '[role="dialog"]');
    await closeDrawer();

    await phone.scrollToTop();
    const first = fold(/^1\. Сприяння депутатській діяльності/);
    await first.waitFor();
    expect(await first.getAttribute('aria-expanded')).toBe('false');
    const unfolded = await phone.readAll();
    expect(unfolded.length).toBeGreaterThan(0);
    expect(unfolded.length).toBeLessThan(all.length);
    expect(await readText(phone.foot())).toMatch(new RegExp(`^${all.length} рядк`));
    await phone.scrollToTop();
    await first.waitFor();
    const [card] = await readTexts(phone.cards());
    expect(card).toMatch(/^Рядок 1 .*Факт, грн/);
    expect(card).not.toMatch(/План, грн/);
    expect(await findMisfits(page)).toEqual([]);
    await expectNoAxeViolationsInBothThemes(page);

    // A row of a folded group that is asked for is unfolded.
    const hidden = all.find((key) => !unfolded.includes(key)) ?? '';
    await page.goto(`/reports/r2020/expenditures?row=${hidden.slice(hidden.indexOf('/') + 1)}`);
    await phone.form().waitFor();
    expect(await phone.fieldText('План, грн')).not.toBe('');
    await phone.form().getByRole('button', { name: 'До списку' }).tap();
    await phone.form().waitFor({ state: 'detached' });
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row')))
      .toBe(hidden);
    expect((await phone.readAll()).toSorted()).toEqual(all.toSorted());
    await phone.scrollToTop();
    await first.press('Enter');
    await expect.poll(() => first.getAttribute('aria-expanded')).toBe('false');

    // Changed by hand, it can be had back by its name, and left for the table as it is by itself.
    await filterButton().tap();
    await drawer().getByLabel('Групувати рядки').selectOption({ label: 'Без груп' });
    await expect.poll(() => readText(views.locator('option:checked'))).toBe('За напрямами · змінено');
    await views.selectOption({ label: 'За напрямами' });
    await expect
      .poll(() => readText(drawer().getByLabel('Групувати рядки').locator('option:checked')))
      .toBe('За напрямом');
    await views.selectOption({ label: 'Початковий' });
    await closeDrawer();
    await expect.poll(() => phone.readAll()).toEqual(all);
  });
});

describe('the form of a row', () => {
  test('E2E-145 opens by a tap or Enter, writes what the table would write, and leads back to its card', async () => {
    await phone.open(ownText);
    expect(await phone.page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await phone.field('Факт, грн').tap();
    await phone.input('Факт, грн').fill('390,023');
    await phone.input('Факт, грн').press('Enter');
    await phone.form().getByRole('button', { name: '390 023,00' }).tap();
    await phone.field('Факт, грн').waitFor();
    expect(await phone.fieldText('Факт, грн')).toBe('390 023,00');
    await shell.waitForState('Збережено');
    const rowId = await colleague.findRow(ownText);
    await expect.poll(() => colleague.readCell({ rowId, column: 'actualMinor' })).toBe('390 023,00');
    // The same check as in the table: a deviation needs a reason.
    await phone
      .field('Причина')
      .getByText('Застереження')
      .or(phone.field('Причина').locator('[data-severity]'))
      .first()
      .waitFor();
    await expectNoAxeViolationsInBothThemes(phone.page);

    await phone.page.goBack();
    await phone.form().waitFor({ state: 'detached' });
    expect(new URL(phone.page.url()).searchParams.has('row')).toBe(false);
    await expect
      .poll(() => phone.page.evaluate(() => document.activeElement?.getAttribute('data-row')))
      .toBe(rowId);
    await phone.page.keyboard.press('Enter');
    await phone.form().waitFor();
    await phone.page.keyboard.press('Escape');
    await phone.form().waitFor({ state: 'detached' });

    await phone.page.getByRole('button', { name: 'Ще', exact: true }).tap();
    await phone.page.getByRole('menuitem', { name: 'Скасувати' }).tap();
    await expect.poll(() => readText(phone.card(ownText))).toMatch(/Факт, грн 6 150,00/);
  });

  test('E2E-145 only shows another’s row and says why, and goes to the rows beside it', async () => {
    await phone.open(foreignText);
    await phone.form().getByText('Рядок заповнює інший виконавець: Виконком (апарат).').waitFor();
    expect(await phone.form().locator('button[data-field]').count()).toBe(0);
    expect(await phone.form().getByRole('button', { name: 'Видалити рядок' }).count()).toBe(0);
    await phone.form().getByRole('button', { name: 'До списку' }).tap();
    await phone.page.getByRole('button', { name: 'Очистити пошук' }).tap();
    await expect.poll(() => phone.cards().count()).toBeGreaterThan(3);
    const [first, second] = await readTexts(phone.cards());
    await phone.cards().first().tap();
    await phone.form().getByRole('heading', { name: 'Рядок 1' }).waitFor();
    expect(await phone.form().getByRole('button', { name: 'Попередній рядок' }).isDisabled()).toBe(true);
    await phone.form().getByRole('button', { name: 'Наступний рядок' }).tap();
    await phone.form().getByRole('heading', { name: 'Рядок 2' }).waitFor();
    expect(second).toContain(await phone.fieldText('Захід'));
    expect(first).not.toContain(await phone.fieldText('Захід'));
  });

  test('E2E-145 is where a new row is filled in, and a deleted one comes back', async () => {
    await phone.page.getByRole('button', { name: 'Рядок', exact: true }).tap();
    await phone.form().waitFor();
    await phone.page.keyboard.press('Escape');
    await phone.field('Захід').tap();
    await phone.input('Захід').fill('Оренда звукової апаратури');
    await phone.form().getByRole('button', { name: 'Готово' }).tap();
    await shell.waitForState('Збережено');
    await phone.form().getByRole('button', { name: 'Видалити рядок' }).tap();
    await phone.form().waitFor({ state: 'detached' });
    await phone.page.getByRole('button', { name: 'Повернути' }).tap();
    await phone.form().waitFor();
    expect(await phone.fieldText('Захід')).toBe('Оренда звукової апаратури');
    await phone.form().getByRole('button', { name: 'Видалити рядок' }).tap();
    await phone.form().waitFor({ state: 'detached' });
    await phone.search().fill('звукової');
    await phone.page.getByRole('heading', { name: 'За цим відбором рядків немає' }).waitFor();
    await shell.waitForState('Збережено');
  });
});

describe('two people', () => {
  test('E2E-146 see each other in a row, and neither writes over the other unasked', async () => {
    const rowId = await colleague.findRow(ownText);
    const reason = { rowId, column: 'note' };
    await phone.search().fill(ownText);
    await colleague.goTo(reason);
    await phone.card(ownText).getByText('Адміністраторка тут').waitFor();
    await phone.card(ownText).tap();
    await phone.form().waitFor();
    await phone.field('Примітка').getByText('Адміністраторка тут').waitFor();

    await phone.field('Примітка').tap();
    await phone.input('Примітка').fill('за списком ветеранів');
    const editor = new CellEditorPage(colleague.page);
    await colleague.page.keyboard.press('F2');
    await editor.field().fill('за кошторисом');
    await colleague.page.keyboard.press('Enter');
    await colleague.page.keyboard.press('Enter');
    await expect.poll(() => colleague.readCell(reason)).toBe('за кошторисом');
    await phone.form().getByRole('status').getByText('за кошторисом').waitFor();

    await phone.form().getByRole('button', { name: 'Готово' }).tap();
    const question = phone.form().getByRole('alertdialog', { name: 'Цю клітинку щойно змінили' });
    await question.waitFor();
    await expectNoAxeViolationsInBothThemes(phone.page);
    await question.getByRole('button', { name: 'Лишити моє' }).tap();
    await expect.poll(() => colleague.readCell(reason)).toBe('за списком ветеранів');

    // Without an editor a colleague's change simply appears.
    await colleague.goTo(reason);
    await colleague.page.keyboard.press('Delete');
    await expect.poll(() => phone.fieldText('Примітка')).toBe('порожньо');
    await shell.waitForState('Збережено');

    // Undo leaves it alone, and says so.
    await phone.page.goBack();
    await phone.page.getByRole('button', { name: 'Ще', exact: true }).tap();
    await phone.page.getByRole('menuitem', { name: 'Скасувати' }).tap();
    await phone.page.getByText('1 зміну лишено як є: там відтоді змінив хтось інший.').waitFor();
  });
});

describe('turning the phone', () => {
  test('E2E-147 loses neither what was typed nor the row', async () => {
    await phone.open(ownText);
    const rowId = await colleague.findRow(ownText);
    await phone.field('Документ').tap();
    await phone.input('Документ').fill('Акт № 7');
    await phone.page.setViewportSize(wideSize);
    const grid = new GridPage(phone.page);
    await expect.poll(() => colleague.readCell({ rowId, column: 'document' })).toBe('Акт № 7');
    await expect.poll(async () => (await grid.readFocus())?.rowId).toBe(rowId);

    // What could not be written is kept in words.
    await grid.goTo({ rowId, column: 'plannedMinor' });
    await phone.page.keyboard.press('F2');
    await new CellEditorPage(phone.page).field().fill('сто гривень');
    await phone.page.setViewportSize(phoneSize);
    await phone.page.getByRole('alert').getByText('сто гривень').waitFor();
    await phone.form().waitFor();
    expect(await phone.fieldText('План, грн')).toBe('6 150,00');
    expect(await phone.fieldText('Документ')).toBe('Акт № 7');
  });
});

/** What stands out of the page's side, and what is too small for a finger. */
function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 39.5;
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    // What is wider than the page by its nature scrolls in a place of its own.
    const isScrolled = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null || parent.tagName === 'MAIN') return false;
      return ['auto', 'scroll'].includes(getComputedStyle(parent).overflowX) || isScrolled(parent);
    };
    for (const element of [document.documentElement, ...document.querySelectorAll('main')]) {
      if (element.scrollWidth > element.clientWidth + 1) found.push(`${element.tagName} scrolls sideways`);
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, textarea, select',
    )) {
      const { width: w, height: h, right } = element.getBoundingClientRect();
      const isSeen =
        w > 0 &&
        getComputedStyle(element).visibility !== 'hidden' &&
        !element.matches('.visually-hidden, .skip-link');
      // In running text a figure or a link is a word; a field's touch goes to the frame or label around it.
      const isWord = element.dataset.variant === 'text' || getComputedStyle(element).display === 'inline';
      const frame =
        element.closest(
          '.mantine-Input-wrapper, .mantine-Checkbox-body, .mantine-Radio-body, .mantine-Switch-body, .mantine-SegmentedControl-control',
        ) ?? element;
      const { height } = frame.getBoundingClientRect();
      const name = `${element.tagName} «${(element.getAttribute('aria-label') ?? element.innerText).slice(0, 40)}»`;
      if (!isSeen || element.closest('[inert]') !== null) continue;
      if (
        !isWord &&
        (Math.max(h, height) < least || Math.max(w, frame.getBoundingClientRect().width) < least)
      )
        found.push(`${name} is ${w} × ${h}`);
      if (right > width + 1 && !isScrolled(element)) found.push(`${name} is cut off`);
    }
    return found;
  });
}

describe('every page', () => {
  test('E2E-148 fits 360 pixels, can be touched, says the state of saving, and axe finds nothing', async () => {
    const { page } = phone;
    const look = async (name: string) => {
      expect(await findMisfits(page), name).toEqual([]);
      await expectNoAxeViolationsInBothThemes(page);
    };
    await look('Видатки');
    for (const tab of ['Заходи', 'Зведення', 'Звіт'] as const) {
      await shell.openTab(tab);
      await shell.waitForState('Збережено');
      if (tab === 'Зведення') await page.getByRole('img').locator('svg').first().waitFor();
      await look(tab);
    }
    await page.getByRole('button', { name: 'Експорт' }).tap();
    await page.getByRole('menuitem', { name: 'Excel (XLSX)' }).waitFor();
    expect(await findMisfits(page), 'export').toEqual([]);
    await expectNoAxeViolationsInBothThemes(page, '[role="menu"]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Зараз тут/ }).tap();
    await page.getByRole('menu').getByText('Адміністраторка').waitFor();
    expect(await findMisfits(page), 'people').toEqual([]);
    await expectNoAxeViolationsInBothThemes(page, '[role="menu"]');
    await page.keyboard.press('Escape');

    await page.goto('/reports/r2020/expenditures');
    await page.getByRole('button', { name: 'Ще', exact: true }).tap();
    await page.getByText('потребують ширшого екрана').waitFor();
    await expectNoAxeViolationsInBothThemes(page, '[role="menu"]');
    await page.getByRole('menuitem', { name: 'Зауваження' }).tap();
    await drawer().getByRole('heading', { name: 'Зауваження' }).waitFor();
    await look('findings');

    for (const name of ['export', 'compare', 'properties']) {
      await page.goto(`/reports/r2020/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(name);
    }

    // English words are of another length.
    await page.goto('/reports/r2020/expenditures');
    await shell.chooseInMenu('English');
    await page.getByRole('searchbox', { name: 'Search in rows' }).waitFor();
    await phone.cards().first().waitFor();
    expect(await findMisfits(page), 'Expenditures').toEqual([]);
    await shell.chooseInMenu('Українська');
    await page.getByRole('searchbox', { name: 'Пошук у рядках' }).waitFor();

    await page.goto('/profile');
    await page.getByRole('heading', { name: 'Пароль' }).waitFor();
    await look('profile');
    const stranger = await browser.openPerson({ baseUrl: server.url, ...phoneSize, isPhone: true });
    await stranger.page.goto('/sign-in');
    await stranger.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findMisfits(stranger.page), 'sign-in').toEqual([]);
    await expectNoAxeViolationsInBothThemes(stranger.page);
    const fresh = await startTestServer();
    try {
      await stranger.page.goto(`${fresh.url}/setup`);
      await stranger.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await findMisfits(stranger.page), 'first visit').toEqual([]);
      await expectNoAxeViolationsInBothThemes(stranger.page);
    } finally {
      await stranger.context.close();
      await fresh.stop();
    }
  });
});
