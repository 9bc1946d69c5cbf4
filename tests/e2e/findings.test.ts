import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ControlPage } from './pages/ControlPage.ts';
import { FindingsPanel } from './pages/FindingsPanel.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { normaliseSpace, readText } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';

/** What the checks say, in the table and beside it. An editor makes mistakes, the coordinator watches. */

const ownName = 'ювілярам Саксаганського';

let product: Product;
let browser: TestBrowser;
let editor: GridPage;
let list: FindingsPanel;
let coordinator: GridPage;
let coordinatorList: FindingsPanel;
let rowId = '';
const at = (column: string): Cell => ({ rowId, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [editor, coordinator] = await Promise.all([
    openOwnRows('Редактор: Саксаганський'),
    openOwnRows('Координаторка звіту'),
  ]);
  list = new FindingsPanel(editor.page);
  coordinatorList = new FindingsPanel(coordinator.page);
});

beforeEach(async () => {
  if (rowId === '') rowId = await editor.findRow(ownName);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

async function openOwnRows(name: string): Promise<GridPage> {
  const grid = await openTable({ browser, product }, name);
  await grid.filter('Виконавець', 'Саксаганський');
  return grid;
}

function readDescription(grid: GridPage, cell: Cell): Promise<string | null> {
  return grid.cell(cell).getAttribute('aria-description');
}

describe('in the table', () => {
  test('E2E-102 a finding marks its cell for everybody as soon as it is there, and goes when it is mended', async () => {
    await list.page.getByRole('button', { name: 'До ваших рядків зауважень немає' }).waitFor();
    await editor.overwrite(at('kpkvk'), '021018');
    const reason = 'Помилка: КПКВК «021018» має складатися із семи цифр, наприклад 0210180.';
    for (const grid of [editor, coordinator]) {
      await expect.poll(() => readDescription(grid, at('kpkvk'))).toBe(reason);
      expect(await grid.cell(at('kpkvk')).getAttribute('data-finding')).toBe('error');
      // The row's number points to it, where it may be out of sight.
      expect(await grid.cell(at('number')).getAttribute('data-finding')).toBe('error');
    }
    await list.page.getByRole('button', { name: 'Зауваження до ваших рядків: 1 помилка' }).waitFor();
    await coordinator.overwrite(at('kpkvk'), '0210180');
    await expect.poll(() => editor.cell(at('kpkvk')).getAttribute('data-finding')).toBeNull();
    expect(await readDescription(editor, at('kpkvk'))).toBeNull();
    await list.page.getByRole('button', { name: 'До ваших рядків зауважень немає' }).waitFor();
  });

  test('E2E-102 the reason stands beside the cell on focus and under the pointer, and Esc takes it away', async () => {
    await editor.overwrite(at('kpkvk'), '12');
    await editor.goTo(at('fund'));
    await expect.poll(() => list.note().count()).toBe(0);
    await editor.goTo(at('kpkvk'));
    await expect.poll(() => list.readNote()).toContain('КПКВК «12» має складатися із семи цифр');
    const [note, cell] = [await list.note().boundingBox(), await editor.cell(at('kpkvk')).boundingBox()];
    if (note === null || cell === null) throw new Error('the note or its cell is out of sight');
    expect(note.y >= cell.y + cell.height || note.y + note.height <= cell.y).toBe(true);
    await editor.press('Escape');
    await expect.poll(() => list.note().count()).toBe(0);
    await editor.waitForFocus(at('kpkvk'));
    await editor.press('ArrowLeft', 'ArrowRight');
    await list.note().waitFor();
    await editor.press('ArrowLeft');
    await expect.poll(() => list.note().count()).toBe(0);
    await editor.cell(at('kpkvk')).hover();
    await list.note().waitFor();
    await editor.page.mouse.move(700, 20);
    await expect.poll(() => list.note().count()).toBe(0);
    // What is typed into the cell is not covered.
    await editor.goTo(at('kpkvk'));
    await list.note().waitFor();
    await editor.press('F2');
    await editor.editor().waitFor();
    expect(await list.note().count()).toBe(0);
    await editor.press('Escape');
  });

  test('E2E-102 F8 goes from finding to finding and round the end', async () => {
    await editor.overwrite(at('actualMinor'), '6000');
    await editor.press('F8');
    await editor.waitForFocus(at('reason'));
    await editor.press('F8');
    await editor.waitForFocus(at('kpkvk'));
    await editor.press('Shift+F8');
    await editor.waitForFocus(at('reason'));
  });
});

describe('beside the table', () => {
  test('E2E-103 the list takes its room from the table, and the cell one is in stays in sight', async () => {
    await editor.goTo(at('note'));
    await list.open();
    const panel = await list.panel().boundingBox();
    const cell = await editor.cell(at('note')).boundingBox();
    if (panel === null || cell === null) throw new Error('the panel or the cell is out of sight');
    expect(cell.x + cell.width).toBeLessThanOrEqual(panel.x + 1);
    expect(await list.readItems()).toEqual([
      'Помилка: КПКВК «12» має складатися із семи цифр, наприклад 0210180. Видатки · КПКВК · Квіти й подарунки ювілярам Саксаганського району',
      expect.stringContaining('а причини не вказано. Поясніть відхилення. Видатки · Причина · Квіти'),
    ]);
    expect(await list.readGroups()).toEqual(['Виконавчий комітет Саксаганської районної в місті ради 2']);
  });

  test('E2E-103 Enter on a finding goes to its cell, Esc closes the list and gives the focus back', async () => {
    await list.items().first().focus();
    await editor.press('ArrowDown');
    expect(await list.item('причини').evaluate((element) => element === document.activeElement)).toBe(true);
    await editor.press('Enter');
    await editor.waitForFocus(at('reason'));
    await expect.poll(() => list.item('причини').getAttribute('aria-current')).toBe('true');
    await editor.type('Свято перенесено');
    await editor.press('Enter');
    await expect.poll(() => list.items().count()).toBe(1);
    await list.items().first().focus();
    await editor.press('Escape');
    await expect.poll(() => list.panel().count()).toBe(0);
    expect(await list.button().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('E2E-103 a finding of the other table opens that table at its cell, and the list stays', async () => {
    await list.open();
    await new Shell(editor.page).openTab('Заходи');
    await editor.waitForRows();
    await list.panel().waitFor();
    await list.item('КПКВК «12»').click();
    await editor.waitForFocus(at('kpkvk'));
    await list.panel().waitFor();
  });

  test('E2E-103 it is gathered by kind, narrowed by severity, and says when nothing is left', async () => {
    await list.choose('За видом');
    await expect.poll(() => list.readGroups()).toEqual(['КПКВК не із семи цифр 1']);
    await list.choose('Застереження 0');
    await list.panel().getByText('За цим відбором зауважень немає.').waitFor();
    await list.panel().getByRole('button', { name: 'Показати всі' }).click();
    await expect.poll(() => list.items().count()).toBe(1);
    await list.choose('За виконавцем');
    await list.choose('Мої');
  });

  test('E2E-103 its width is moved by keys, and remembered', async () => {
    const edge = list.panel().getByRole('separator', { name: 'Ширина панелі' });
    const before = Number(await edge.getAttribute('aria-valuenow'));
    await edge.focus();
    await editor.press('ArrowLeft', 'ArrowLeft');
    await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow'))).toBe(before + 48);
    await editor.page.reload();
    await editor.waitForRows();
    await expect.poll(async () => (await list.panel().boundingBox())?.width).toBe(before + 48);
  });
});

describe('on «Зведення»', () => {
  test('E2E-104 CTL-12 each organisation’s findings are counted, and lead to the list of exactly these', async () => {
    const shell = new Shell(coordinator.page);
    await coordinator.page.goto('/reports/r2020/expenditures');
    await coordinator.waitForRows();
    // The table comes back as it was left: narrowed.
    await coordinator.toolbarButton('Зняти відбір').click();
    const other = await coordinator.findRow('ювілярам Довгинцівського');
    await coordinator.overwrite({ rowId: other, column: 'kpkvk' }, '7');
    await shell.openTab('Зведення');
    const control = new ControlPage(coordinator.page);
    const link = control
      .table('Виконавці й напрями')
      .getByRole('link', { name: /Зауваження в таблиці, .*Саксаганської.*: 1 помилка/ });
    await expect.poll(() => link.count()).toBe(1);
    expect(await readText(link)).toMatch(/: 1 помилка$/);
    await link.click();
    await coordinatorList.panel().waitFor();
    expect((await coordinatorList.readItems()).map(normaliseSpace)).toEqual([
      expect.stringContaining('КПКВК «12»'),
    ]);
    await coordinatorList.items().first().click();
    await coordinator.waitForFocus(at('kpkvk'));
    await coordinator.type('0210180');
    await coordinator.press('Enter');
    await coordinatorList.panel().getByText('За цим відбором зауважень немає.').waitFor();
    await coordinatorList
      .panel()
      .getByRole('button', { name: /зняти «Саксаганський»/ })
      .click();
    await expect.poll(() => coordinatorList.readItems()).toEqual([expect.stringContaining('КПКВК «7»')]);
  });
});
