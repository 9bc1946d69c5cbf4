import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '#shared/export/exportFormats.ts';
import { must } from '#shared/must.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { type GivenFile, ImportDialog, readImportFixture } from './pages/ImportDialog.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** Files that come in: as new rows, as changes of rows, and those that cannot. */

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let dialog: ImportDialog;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  grid = await openTable({ browser, product }, 'Редакторка: Довгинцівський');
  dialog = new ImportDialog(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** The report as a workbook, as the person downloads it. */
async function exportWorkbook(): Promise<ExcelJS.Workbook> {
  const path = exportFormats.xlsx.path.replace(':reportId', 'r2020');
  const answer = await grid.page.context().request.get(`${product.url}${path}`);
  expect(answer.status()).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer);
  return workbook;
}

async function save(workbook: ExcelJS.Workbook): Promise<GivenFile> {
  return { name: 'Звіт_2020.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

/** Place of a column of the exported table by its title, and of the row with this id. */
function findPlace(sheet: ExcelJS.Worksheet, title: string, rowId: string): ExcelJS.Cell {
  let header: ExcelJS.Row | null = null;
  let row: ExcelJS.Row | null = null;
  sheet.eachRow((candidate) => {
    const values = (candidate.values as unknown[]).map(String);
    if (values.includes('Код рядка')) header = candidate;
    if (values.includes(rowId)) row = candidate;
  });
  const titles = (must(header as ExcelJS.Row | null, 'the header').values as unknown[]).map(String);
  return must(row as ExcelJS.Row | null, `row ${rowId}`).getCell(titles.indexOf(title));
}

describe('a file of new rows', () => {
  test('E2E-95 is dropped on the table, goes in after each step was seen, and comes out as one step', async () => {
    const before = await grid.readCount();
    await dialog.drop(await readImportFixture('vydatky.xlsx'));
    await dialog.step('Аркуш');
    await expectNoAxeViolations(grid.page);
    await dialog.goOn();
    await dialog.step('Стовпці');
    await dialog.dialog().getByText('«Примітка (2)»').first().waitFor();
    await expectNoAxeViolations(grid.page);
    await dialog.goOn();
    await dialog.step('Перегляд');
    await dialog.section('Про файл').getByText('У файлі 1 прихований рядок.').waitFor();
    await dialog.section('Про файл').getByText('рядок 9: Усього за районом').waitFor();
    await dialog.section('Про файл').getByText('Видатки 2020!H8 (#REF!)').waitFor();
    await dialog.section('Не буде внесено').getByText('Видатки 2020!G8').waitFor();
    await expectNoAxeViolations(grid.page);
    await dialog.import();
    await grid.page.getByText('Імпортовано: vydatky.xlsx').waitFor();
    await grid.page.getByText('Додано 3 рядки').waitFor();
    await grid.search().fill('канцелярських товарів для їхніх');
    const rowId = await grid.findRow('канцелярських товарів для їхніх');
    const at = (column: string): Cell => ({ rowId, column });
    expect(await grid.readCell(at('actualMinor'))).toBe('390 023,56');
    expect(await grid.readCell(at('kpkvk'))).toBe('0210180');
    expect(await grid.readCell(at('directionId'))).toMatch(/^1\. Сприяння/);
    expect(await grid.readCell(at('organisation'))).toMatch(/Довгинцівськ/);
    await grid.search().fill('');
    await grid.page.getByRole('button', { name: 'Скасувати імпорт' }).click();
    await expect.poll(() => grid.readCount()).toBe(before);
  });
});

describe('an export that comes back', () => {
  test('E2E-96 unchanged is «нічого не змінилося»; changed it is a diff to take or to leave', async () => {
    await grid.search().fill('Довгинцівського району');
    const rowId = await grid.findRow('Довгинцівського району');
    const id = must(rowId.split('/')[1], 'the id of the row');
    await grid.search().fill('');
    const workbook = await exportWorkbook();
    await dialog.choose(await save(workbook));
    await dialog.goToPreview();
    await dialog.dialog().getByText('Нічого не змінилося: у файлі те саме, що й у таблиці.').waitFor();
    await grid.press('Escape');

    const sheet = must(workbook.getWorksheet('Видатки'), 'the table');
    findPlace(sheet, 'Фактично, грн', id).value = 1_234.56;
    findPlace(sheet, 'Примітка', id).value = 'уточнено';
    await dialog.drop(await save(workbook));
    await dialog.goToPreview();
    await dialog.dialog().getByText('Зміниться 1 рядок').waitFor();
    await dialog.section('Зміни').getByRole('checkbox', { name: 'Внести «Примітка»' }).uncheck();
    await dialog.import();
    await grid.page.getByText('Змінено 1 рядок, не внесено 1 значення.').waitFor();
    await grid.search().fill('Довгинцівського району');
    await expect.poll(() => grid.readCell({ rowId, column: 'actualMinor' })).toBe('1 234,56');
    await grid.goTo({ rowId, column: 'note' });
    expect(await grid.readCell({ rowId, column: 'note' })).not.toBe('уточнено');
    await grid.search().fill('');
    await grid.page.getByRole('button', { name: 'Скасувати імпорт' }).click();
  });
});

describe('a file that cannot be taken', () => {
  test.each([
    ['zakhody.xls', 'Це книга старого формату .xls.'],
    ['zakhody.ods', 'Це файл OpenDocument (.ods).'],
  ])('E2E-97 %s is refused with what to do, and another may be chosen', async (name, words) => {
    await dialog.drop(await readImportFixture(name));
    await dialog.dialog().getByRole('alert').getByText(words).waitFor();
    await expectNoAxeViolations(grid.page);
    await grid.press('Escape');
    await dialog.dialog().waitFor({ state: 'hidden' });
  });
});

describe('a CSV file', () => {
  test('E2E-98 in windows-1251 goes in with every Ukrainian letter, by keys alone', async () => {
    await new Shell(grid.page).openTab('Заходи');
    await grid.waitForRows();
    await grid.rows().first().locator('.ag-cell[col-id="organisation"]').click();
    await grid.press('Control+o');
    await dialog.give(await readImportFixture('zakhody-windows-1251.csv'));
    await dialog.step('Аркуш');
    await dialog.dialog().getByText('їжак, єдність, ґанок, іній').waitFor();
    await dialog.goOn();
    await dialog.step('Стовпці');
    await dialog.goOn();
    await dialog.step('Перегляд');
    await dialog
      .dialog()
      .getByText('Додасться 2')
      .or(dialog.dialog().getByText('Додадуться 2 рядки'))
      .first()
      .waitFor();
    await dialog.import();
    await grid.page.getByText('Імпортовано: zakhody-windows-1251.csv').waitFor();
    await grid.search().fill('їжак, єдність, ґанок');
    const rowId = await grid.findRow('їжак, єдність, ґанок');
    expect(await grid.readCell({ rowId, column: 'period' })).toBe('19.08.2020');
    expect(await grid.readCell({ rowId, column: 'quantity' })).toBe('13');
  });
});

test('the fixtures of this file are those LibreOffice made', async () => {
  const script = await readFile('tests/fixtures/import/make.sh', 'utf8');
  for (const name of ['vydatky', 'zakhody-windows-1251.csv', 'zakhody.xls', 'zakhody.ods']) {
    expect(script).toContain(name);
  }
});
