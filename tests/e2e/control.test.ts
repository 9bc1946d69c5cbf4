import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ControlPage } from './pages/ControlPage.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type Person, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;
let coordinator: Person;
let control: ControlPage;
let paper: ReportPaper;
let shell: Shell;
let editor: GridPage;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  coordinator = await openReport({ browser, product }, 'Координаторка звіту');
  const { page } = coordinator;
  control = new ControlPage(page);
  paper = new ReportPaper(page);
  shell = new Shell(page);

  editor = await openTable({ browser, product }, 'Редактор: Саксаганський');
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

describe('before the rows have arrived', () => {
  test('E2E-54 the numbers are whole, as the server has counted them, and the page says what is missing', async () => {
    const { context, page } = await browser.openPerson({ baseUrl: product.url });
    let isHeld = true;
    await page.routeWebSocket(/\/collaboration$/, (socket) => {
      if (isHeld) void socket.close();
      else socket.connectToServer();
    });
    await new EntryPages(page).signInToDemo('Координаторка звіту');
    const early = new ControlPage(page);
    const arriving = page.getByText('Числа повні: їх порахував сервер. Рядки за ними ще надходять.');
    await new Shell(page).openTab('Зведення');
    await expect.poll(() => early.readGrandTotal()).toBe('437 603,56 грн');
    await arriving.waitFor();
    await page.getByText('Зауваження з’являться, щойно надійдуть усі рядки.').waitFor();
    await page.reload();
    await expect.poll(() => early.readGrandTotal()).toBe('437 603,56 грн');
    await early.grandTotal().getByRole('button').click();
    await early.panel().getByText('Рядки ще надходять: тут поки не всі.').waitFor();
    await page.keyboard.press('Escape');
    await new Shell(page).openTab('Звіт');
    await expect.poll(() => new ReportPaper(page).readAll()).toContain('437 603,56');
    await arriving.waitFor();

    isHeld = false;
    await arriving.waitFor({ state: 'detached' });
    expect(await new ReportPaper(page).readAll()).toContain('437 603,56');
    await context.close();
  });
});

describe('«Зведення»', () => {
  test('E2E-50 a number opens the rows behind it, and from there the table with exactly these rows', async () => {
    await shell.openTab('Зведення');
    await expect.poll(() => control.readGrandTotal()).toBe('437 603,56 грн');
    const number = control.sheet('Саксаганський').getByRole('button', { name: '9 440,00' });
    await number.focus();
    await control.page.keyboard.press('Enter');
    const panel = control.panel();
    await panel
      .getByRole('heading', { name: 'Виконавчий комітет Саксаганської районної в місті ради' })
      .waitFor();
    expect(await readTexts(panel.getByRole('listitem').getByRole('link'))).toEqual([
      'Приладдя для депутатських приймалень району',
      'Квіти й подарунки ювілярам Саксаганського району',
    ]);
    await panel.getByText('9 440,00').first().waitFor();
    await panel.getByText('2 рядки').waitFor();

    await control.page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);

    await control.page.keyboard.press('Enter');
    await panel.getByRole('link', { name: 'Відкрити в таблиці' }).click();
    const grid = new GridPage(control.page);
    await expect.poll(() => grid.readCount()).toBe('Показано 2 з 32');
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('9 440,00');
  });

  test('E2E-50 a row of the panel leads to that row of the table', async () => {
    await shell.openTab('Зведення');
    await control.sheet('Саксаганський').getByRole('button', { name: '9 440,00' }).click();
    await control
      .panel()
      .getByRole('link', { name: /ювілярам Саксаганського/ })
      .click();
    const grid = new GridPage(control.page);
    await expect.poll(async () => (await grid.readFocus())?.column).toBe('measure');
    const rowId = (await grid.readFocus())?.rowId ?? '';
    expect(await grid.readCell({ rowId, column: 'measure' })).toBe(
      'Квіти й подарунки ювілярам Саксаганського району',
    );
  });

  test('E2E-50 arrows lead from number to number of the matrix', async () => {
    await shell.openTab('Зведення');
    await control.show('Фактично');
    const matrix = control.table('Виконавці й напрями');
    await matrix.getByRole('button', { name: '42 580,00' }).focus();
    const focusedText = () =>
      control.page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s/g, ' '));
    await control.page.keyboard.press('ArrowDown');
    expect(await focusedText()).toBe('2 400,00');
    await control.page.keyboard.press('ArrowRight');
    expect(await focusedText()).toBe('6 300,00');
  });

  test('E2E-51 the chart says in words what it shows, and the same numbers stand in a table', async () => {
    const chart = control.page.getByRole('img', { name: /План|Діаграма/ });
    await chart.waitFor();
    const described = await chart.getAttribute('aria-describedby');
    expect(await control.page.locator(`[id="${described}"]`).evaluate((element) => element.tagName)).toBe(
      'TABLE',
    );
    const lines = await control.readTable('План і факт за напрямами');
    expect(lines.get('Усього')).toEqual(['629 220,00', '437 603,56', '−191 616,44', '69,5 %']);
    await chart.locator('svg').waitFor();
  });

  test('E2E-52 figures move while a colleague types, and what needs attention is named', async () => {
    await new Shell(editor.page).openTab('Видатки');
    await editor.search().fill('ювілярам Саксаганського');
    const rowId = await editor.findRow('ювілярам Саксаганського');
    await editor.overwrite({ rowId, column: 'actualMinor' }, '6000');
    await expect.poll(() => control.readGrandTotal()).toBe('436 763,56 грн');
    expect((await control.readTable('План і факт за напрямами')).get('Усього')?.[1]).toBe('436 763,56');
    const attention = control.page.getByRole('region', { name: 'Потребує уваги' });
    await attention.locator('summary').filter({ hasText: 'Саксаганської' }).click();
    await attention.getByRole('link', { name: 'Квіти й подарунки ювілярам Саксаганського району' }).click();
    await control.page.waitForURL('**/expenditures?row=*');
    await editor.overwrite({ rowId, column: 'actualMinor' }, '6840');
    await new Shell(editor.page).waitForState('Збережено');
  });
});

describe('«Звіт»', () => {
  test('E2E-53 prints each direction with its money and its indicators in the right form of the noun', async () => {
    await shell.openTab('Звіт');
    await expect.poll(() => paper.readAll()).toContain('усього 437 603,56 грн');
    const deputies = paper.direction('1. Сприяння депутатській діяльності');
    await expect
      .poll(() => readTexts(deputies.getByRole('button')))
      .toEqual(['55 засідань постійних комісій', '13 пленарних засідань', '2 навчання', '47 580,00 грн']);
    await paper.direction('4. Проведення урочистостей').getByText('390 023,56 грн').waitFor();
  });

  test('E2E-53 the noun follows the number while a colleague types', async () => {
    await new Shell(editor.page).openTab('Заходи');
    await editor.toolbarButton('Рядок').click();
    for (const [quantity, printed] of [
      ['8', '21 пленарне засідання'],
      ['9', '22 пленарні засідання'],
      ['12', '25 пленарних засідань'],
      ['98', '111 пленарних засідань'],
    ] as const) {
      if (quantity === '8') await editor.typeAlong(['Сприяння', '', 'Пленарні', 'Сесії', '8']);
      else {
        await editor.search().fill('Сесії');
        const rows = editor.rows().filter({ hasText: 'Саксаганський' }).filter({ hasText: 'Сесії' });
        const rowId = (await rows.first().getAttribute('row-id')) ?? '';
        await editor.overwrite({ rowId, column: 'quantity' }, quantity);
      }
      await paper.paper().getByRole('button', { name: printed }).waitFor();
    }
  });

  test('E2E-53 a figure of the document opens its rows', async () => {
    await paper.paper().getByRole('button', { name: '390 023,56 грн' }).click();
    await control.panel().getByText('21 рядок').waitFor();
    await control.page.keyboard.press('Escape');
    await expect.poll(() => control.panel().count()).toBe(0);
  });
});
