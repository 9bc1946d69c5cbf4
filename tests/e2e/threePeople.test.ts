import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TotalsAnswer } from '#shared/api/contract.ts';
import { must } from '#shared/must.ts';
import { ControlPage } from './pages/ControlPage.ts';
import { expectFigures, type Figures } from './pages/Figures.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import {
  readAnswerFigures,
  readControlFigures,
  readCsvRows,
  readCsvTotals,
  readPaperFigures,
  readXlsxRows,
  readXlsxTotals,
  sumRows,
} from './pages/readFigures.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type Person, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** Two editors of different organisations and the coordinator, at the same time. */

let product: Product;
let browser: TestBrowser;
let dovhyntsivskyi: Person;
let saksahanskyi: Person;
let coordinator: Person;
let control: ControlPage;
let paper: ReportPaper;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [dovhyntsivskyi, saksahanskyi, coordinator] = await Promise.all([
    openReport({ browser, product }, 'Редакторка: Довгинцівський'),
    openReport({ browser, product }, 'Редактор: Саксаганський'),
    openReport({ browser, product }, 'Координаторка звіту'),
  ]);
  control = new ControlPage(await coordinator.context.newPage());
  paper = new ReportPaper(await coordinator.context.newPage());
  await control.page.goto('/reports/r2020/control');
  await paper.page.goto('/reports/r2020/report');
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

const money = ({ grandMinor, directions }: Figures) => ({ grandMinor, directions });

/** Every way the numbers leave the product, against the same figures. */
async function expectEverywhere(figures: Figures): Promise<void> {
  await expect.poll(() => readControlFigures(control), { message: 'Зведення' }).toEqual(figures);
  await expect.poll(() => readPaperFigures(paper), { message: 'Звіт' }).toEqual(figures);
  const answer = await coordinator.page.request.get('/api/reports/r2020/totals');
  expect(readAnswerFigures(TotalsAnswer.parse(await answer.json()), 'r2020'), 'API').toEqual(figures);

  const links = await new Shell(coordinator.page).readExportLinks();
  const fetchFile = async (name: string) =>
    (await coordinator.page.request.get(must(links.get(name), name))).body();
  const xlsx = await fetchFile('Excel (XLSX)');
  expect(await readXlsxTotals(xlsx), 'XLSX').toEqual(figures);
  expect(sumRows(await readXlsxRows(xlsx, 'Видатки')), 'rows of the XLSX').toEqual(money(figures));
  for (const [group, flavour] of [
    ['CSV стандартний (RFC 4180)', 'standard'],
    ['CSV для українського Excel', 'excel'],
  ] as const) {
    const rows = readCsvRows(await fetchFile(`${group}: Видатки`), flavour);
    expect(sumRows(rows), `rows of the ${group}`).toEqual(money(figures));
    expect(readCsvTotals(await fetchFile(`${group}: Зведення`), flavour), group).toEqual(figures);
  }
}

describe('three people in one report', () => {
  test('E2E-10 before: every way the numbers leave the product tells the published figures', async () => {
    const published = expectFigures();
    expect(published.grandMinor).toBe(437_603_56n);
    await expectEverywhere(published);
    const { fileName, bytes } = await new Shell(coordinator.page).download('Excel (XLSX)');
    expect(fileName).toBe('Звіт_2020.xlsx');
    expect(await readXlsxTotals(bytes)).toEqual(published);
  });

  test('E2E-11 each sees who else is here and which cell they are in', async () => {
    const grids = [dovhyntsivskyi, saksahanskyi, coordinator].map(({ page }) => new GridPage(page));
    const [first, second, third] = grids as [GridPage, GridPage, GridPage];
    for (const grid of grids) {
      await new Shell(grid.page).openTab('Видатки');
      await grid.waitForRows();
      await grid.search().fill('ювілярам');
      await expect.poll(() => grid.readCount()).toBe('Показано 7 з 32');
    }
    const own = { rowId: await first.findRow('Довгинцівського'), column: 'actualMinor' };
    await first.goTo(own);
    await expect.poll(() => second.readPeopleIn(own)).toEqual(['Редакторка: Довгинцівський']);
    await expect.poll(() => third.readPeopleIn(own)).toEqual(['Редакторка: Довгинцівський']);
    await first.press('F2');
    await expect.poll(() => second.readPeopleIn(own)).toEqual(['Редакторка: Довгинцівський ✎']);
    await first.press('Escape');
    const others = { rowId: await second.findRow('Саксаганського'), column: 'actualMinor' };
    await second.goTo(others);
    await expect.poll(() => first.readPeopleIn(others)).toEqual(['Редактор: Саксаганський']);
    await expect
      .poll(() => new Shell(first.page).readPeople())
      .toEqual(['Редакторка: Довгинцівський (ви)', 'Координаторка звіту', 'Редактор: Саксаганський']);
    for (const grid of grids) await grid.search().fill('');
  });

  test('E2E-12 typed at the same time, everything arrives at everybody, and every number moves by exactly that', async () => {
    await Promise.all([typeAsDovhyntsivskyi(), typeAsSaksahanskyi(), typeAsCoordinator()]);
    await Promise.all(
      [dovhyntsivskyi, saksahanskyi, coordinator].map(({ page }) =>
        new Shell(page).waitForState('Збережено'),
      ),
    );
    for (const { page } of [dovhyntsivskyi, saksahanskyi, coordinator]) {
      const grid = new GridPage(page);
      await new Shell(page).openTab('Видатки');
      await expect.poll(() => grid.readCount()).toBe('34 рядки');
      await expect.poll(() => grid.readTotal('actualMinor')).toBe('438 794,57');
      await grid.search().fill('одночасно');
      const row = await grid.findRow('Бланки, одночасно');
      expect(row).toMatch(/^dovhyntsivskyi\//);
      await expect.poll(() => grid.readCell({ rowId: row, column: 'actualMinor' })).toBe('1 200,06');
      expect(await grid.findRow('Грамоти, одночасно')).toMatch(/^saksahanskyi\//);
      await grid.search().fill('');
      await new Shell(page).openTab('Заходи');
      await expect.poll(() => grid.readCount()).toBe('120 рядків');
    }
    await expectEverywhere(
      expectFigures({
        // A new row, and one's own corrected; a new row, and the coordinator's correction.
        actualMinor: { 1: 1_200_06n, 4: -49_50n + 44n + 40_01n },
        counts: { 'plenary-sittings': 2, 'round-tables': 1 },
      }),
    );
  });
});

async function typeAsDovhyntsivskyi(): Promise<void> {
  const grid = new GridPage(dovhyntsivskyi.page);
  await grid.goTo({ rowId: await grid.findRow('Довгинцівського району'), column: 'actualMinor' });
  await grid.type('6100,50');
  await grid.press('Enter', 'Control+Shift+Equal');
  await grid.typeAlong([
    'Сприяння',
    '',
    'Бланки, одночасно',
    'Загальний',
    '0210180',
    '2210',
    '1234,56',
    '1 200,06',
  ]);
  await new Shell(dovhyntsivskyi.page).openTab('Заходи');
  await grid.toolbarButton('Рядок').click();
  await grid.typeAlong(['Організація', '', 'круглих', 'Круглий стіл, одночасно', '1', '05.03.2020']);
}

async function typeAsSaksahanskyi(): Promise<void> {
  const grid = new GridPage(saksahanskyi.page);
  await new Shell(saksahanskyi.page).openTab('Заходи');
  await grid.toolbarButton('Рядок').click();
  await grid.typeAlong(['Сприяння', '', 'Пленарні', 'Позачергова сесія, одночасно', '2', '10.04.2020']);
  await new Shell(saksahanskyi.page).openTab('Видатки');
  await grid.toolbarButton('Рядок').click();
  await grid.typeAlong([
    'Проведення',
    '',
    'Грамоти, одночасно',
    'Спеціальний',
    '0210180',
    '2210',
    '1',
    '0,44',
  ]);
}

async function typeAsCoordinator(): Promise<void> {
  const grid = new GridPage(coordinator.page);
  await grid.overwrite(
    { rowId: await grid.findRow('переможцям шкільного'), column: 'actualMinor' },
    '5800,01',
  );
}
