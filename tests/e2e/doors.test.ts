import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ControlPage } from './pages/ControlPage.ts';
import { EntryPages } from './pages/EntryPages.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { type Product, startProduct } from './support/startProduct.ts';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

describe('the rows behind a number', () => {
  test('HIS-6 E2E-189 each says who changed it last, and follows a colleague, on «Зведення» and in the text', async () => {
    const { page } = await browser.openPerson({ baseUrl: product.url });
    await new EntryPages(page).signInToDemo('Координаторка звіту');
    const control = new ControlPage(page);
    await new Shell(page).openTab('Зведення');
    await control.table('Виконавці').getByRole('button', { name: '9 440,00' }).click();
    const lines = control.panel().getByRole('listitem');
    const jubilees = lines.filter({ hasText: 'ювілярам Саксаганського' });
    await expect
      .poll(() => readTexts(lines))
      .toEqual([
        expect.stringMatching(/ Внесено сервером, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/),
        expect.stringMatching(/ Внесено сервером, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/),
      ]);

    const editor = await browser.openPerson({ baseUrl: product.url });
    await new EntryPages(editor.page).signInToDemo('Редактор: Саксаганський');
    const grid = new GridPage(editor.page);
    await new Shell(editor.page).openTab('Видатки');
    await grid.search().fill('ювілярам Саксаганського');
    const rowId = await grid.findRow('ювілярам Саксаганського');
    await grid.overwrite({ rowId, column: 'actualMinor' }, '6000');
    const changed = jubilees.getByText(
      /Остання зміна: Редактор: Саксаганський, \d\d\.\d\d\.\d{4}, \d\d:\d\d/,
    );
    await changed.waitFor();
    expect(await lines.getByText('Внесено сервером').count()).toBe(1);
    await expectNoAxeViolations(page);

    await new Shell(page).openTab('Звіт');
    const paper = new ReportPaper(page);
    await paper
      .direction('4. Проведення урочистостей')
      .getByRole('button', { name: '389 183,56 грн' })
      .click();
    await changed.waitFor();
    await lines.getByText('Внесено сервером').first().waitFor();
  });
});
