import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { Shell } from './pages/Shell.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** One cell at a time: what is typed, what is refused, what happens when somebody else is there too. */

const ownName = 'Довгинцівського району';

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let shell: Shell;
let colleague: GridPage;
let rowId: string;
const at = (column: string): Cell => ({ rowId, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  [grid, colleague] = await Promise.all([
    openTable({ browser, product }, 'Редакторка: Довгинцівський'),
    openTable({ browser, product }, 'Координаторка звіту'),
  ]);
  shell = new Shell(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

beforeEach(async () => {
  for (const { page } of [grid, colleague]) await new Shell(page).openTab('Видатки');
  for (const table of [grid, colleague]) await table.search().fill(ownName);
  rowId = await grid.findRow(ownName);
  await shell.waitForState('Збережено');
});

describe('money and dates', () => {
  test('E2E-40 «390,023» stays in the editor with both of its readings to choose from', async () => {
    await grid.goTo(at('actualMinor'));
    await grid.type('390,023');
    await grid.press('Enter');
    await grid.problem().getByText('«390,023» можна прочитати двояко.').waitFor();
    expect(await grid.editor().inputValue()).toBe('390,023');
    const choices = grid.problem().getByRole('button');
    expect((await choices.allInnerTexts()).map((text) => text.replaceAll(/\s/g, ' '))).toEqual([
      '390 023,00',
      '390,02',
    ]);
    await grid.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('390,02');
    expect(await grid.readCell(at('deviation'))).toBe('−5 759,98');
  });

  test.each([
    ['-5', 'actualMinor', 'Сума не може бути від’ємною. Попереднє значення лишилося.'],
    ['сто', 'actualMinor', '«сто» — не сума. Введіть, наприклад, 390 023,56.'],
    ['1,2345', 'plannedMinor', 'У сумі «1,2345» більше двох знаків після коми.'],
  ])(
    'E2E-40 «%s» is refused in words, and neither the old value nor the text is lost',
    async (text, column, words) => {
      const before = await grid.readCell(at(column));
      await grid.goTo(at(column));
      await grid.type(text);
      await grid.press('Tab');
      await grid.problem().getByText(words).waitFor();
      expect(await grid.editor().inputValue()).toBe(text);
      // A click elsewhere is held back as well.
      await grid.row(rowId).locator('.ag-cell[col-id="organisation"]').click({ force: true });
      expect(await grid.editor().inputValue()).toBe(text);
      await grid.press('Escape');
      await expect.poll(() => grid.editor().count()).toBe(0);
      expect(await grid.readCell(at(column))).toBe(before);
      await grid.waitForFocus(at(column));
    },
  );

  test('E2E-41 a day that does not exist is refused by its name, and a month in words is read', async () => {
    await shell.openTab('Заходи');
    await grid.waitForRows();
    await grid.search().fill('Довгинцівськ');
    const [first = ''] = await grid
      .rows()
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('row-id') ?? ''));
    const period = { rowId: first, column: 'period' };
    await grid.goTo(period);
    await grid.type('31.02.2020');
    await grid.press('Enter');
    await grid.problem().getByText('Дня «31.02.2020» не існує. Перевірте число й місяць.').waitFor();
    await grid.press('Control+a');
    await grid.type('березень 2020');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(period)).toBe('березень 2020');
  });
});

describe('keys', () => {
  test('E2E-42 a letter or F2 opens, Enter goes down, Tab goes along, Escape takes back', async () => {
    await grid.goTo(at('note'));
    await grid.type('Перша');
    await grid.press('Shift+Tab');
    await grid.waitForFocus(at('reason'));
    await grid.press('Tab');
    await grid.waitForFocus(at('note'));
    await expect.poll(() => grid.readCell(at('note'))).toBe('Перша');
    await grid.press('F2');
    await grid.type(' і друга');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('note'))).toBe('Перша і друга');
    await grid.press('F2');
    await grid.type(' зайве');
    await grid.press('Escape');
    await grid.waitForFocus(at('note'));
    expect(await grid.readCell(at('note'))).toBe('Перша і друга');
  });

  test('E2E-42 a typed letter replaces, also in a Ukrainian layout; Delete empties; Ctrl+я brings back', async () => {
    await grid.goTo(at('note'));
    await grid.type('Їжа для гостей');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('note'))).toBe('Їжа для гостей');
    await grid.press('Delete');
    await expect.poll(() => grid.readCell(at('note'))).toBe('');
    await pressControlCyrillic(grid.page, 'я');
    await expect.poll(() => grid.readCell(at('note'))).toBe('Їжа для гостей');
    await pressControlCyrillic(grid.page, 'н');
    await expect.poll(() => grid.readCell(at('note'))).toBe('');
  });

  test('E2E-42 a choice is found by typing a part of it', async () => {
    await grid.goTo(at('fund'));
    await grid.type('обл');
    expect(await grid.page.getByRole('option').allInnerTexts()).toEqual(['Обласний бюджет']);
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('fund'))).toBe('Обласний бюджет');
    await pressControlCyrillic(grid.page, 'я');
    await expect.poll(() => grid.readCell(at('fund'))).toBe('Загальний фонд');
  });

  test('E2E-42 a long text takes several lines', async () => {
    await grid.goTo(at('note'));
    await grid.press('F2');
    await grid.type('Рядок один');
    await grid.press('Alt+Enter');
    await grid.type('рядок два');
    await grid.press('Enter');
    await expect.poll(() => grid.readCell(at('note'))).toBe('Рядок один рядок два');
  });
});

describe('two people in one cell', () => {
  test('E2E-43 a colleague’s change to the cell being edited is asked about, and either value can stay', async () => {
    for (const [choice, expected] of [
      ['Лишити моє', '111,11'],
      ['Лишити те, що там', '222,22'],
    ] as const) {
      await grid.goTo(at('actualMinor'));
      await grid.type('111,11');
      await colleague.overwrite(at('actualMinor'), '222,22');
      await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('222,22');
      expect(await grid.editor().inputValue()).toBe('111,11');
      await grid.press('Enter');
      const question = grid.page.getByRole('alertdialog', { name: 'Цю клітинку щойно змінили' });
      await question.getByText('222,22').waitFor();
      await question.getByText('111,11').waitFor();
      await question.getByRole('button', { name: choice }).click();
      await expect.poll(() => colleague.readCell(at('actualMinor'))).toBe(expected);
      await expect.poll(() => grid.readCell(at('actualMinor'))).toBe(expected);
      await colleague.overwrite(at('actualMinor'), '6150');
      await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('6 150,00');
    }
  });

  test('E2E-44 a row deleted under an open editor keeps what was typed', async () => {
    await grid.goTo(at('measure'));
    await grid.type('Довгий текст, який не можна втратити');
    await colleague.goTo(at('measure'));
    await colleague.press('Control+Delete');
    await expect.poll(() => grid.row(rowId).count()).toBe(0);
    expect(await grid.editor().inputValue()).toBe('Довгий текст, який не можна втратити');
    await grid.press('Enter');
    const notice = grid.page.getByRole('alertdialog', { name: 'Рядок видалено' });
    await notice.getByText('Довгий текст, який не можна втратити').waitFor();
    // As on an office network without https.
    await grid.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await notice.getByRole('button', { name: 'Скопіювати текст' }).click();
    await notice.getByRole('button', { name: 'Скопійовано' }).waitFor();
    // Back to the text, and out of it.
    await grid.press('Escape', 'Escape');
    await colleague.page.getByRole('button', { name: 'Повернути' }).click();
    await grid.row(rowId).waitFor();
  });
});

describe('rows', () => {
  test('E2E-45 a row is added and begins with typing; a deleted one can be brought back', async () => {
    await grid.search().fill('');
    await expect.poll(() => grid.readCount()).toBe('32 рядки');
    await grid.goTo(at('measure'));
    await grid.press('Control+Shift+Equal');
    await grid.typeAlong(['Навчання', '', 'Посібники', 'Інші', '', '', '10', '9,99']);
    await expect.poll(() => grid.readCount()).toBe('33 рядки');
    const added = await grid.findRow('Посібники');
    expect(added.split('/')[0]).toBe(rowId.split('/')[0]);
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('437 613,55');
    await grid.goTo({ rowId: added, column: 'measure' });
    await grid.toolbarButton('Видалити рядок').click();
    await expect.poll(() => grid.readCount()).toBe('32 рядки');
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('437 603,56');
    await grid.page.getByRole('button', { name: 'Повернути' }).click();
    await expect.poll(() => grid.readCount()).toBe('33 рядки');
    await expect.poll(() => grid.readCell({ rowId: added, column: 'actualMinor' })).toBe('9,99');
    await grid.toolbarButton('Скасувати (Ctrl+Z)').click();
  });

  test('E2E-46 filters and search narrow the rows, and the line of totals follows', async () => {
    await grid.page.goto('/reports/r2020/expenditures');
    await expect.poll(() => grid.readCount()).toMatch(/^3[23] рядки$/);
    await grid.filter('Виконавець', 'Саксаганський', 'Покровський');
    await expect.poll(() => grid.readCount()).toMatch(/^Показано 4 з 3[23]$/);
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('18 140,00');
    await grid.filter('Напрям', '1. Сприяння депутатській діяльності');
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('5 000,00');
    expect(new URL(grid.page.url()).searchParams.get('organisation')).toBe('pokrovskyi,saksahanskyi');
    await grid.search().fill('приймалень');
    await expect.poll(() => grid.readTotal('actualMinor')).toBe('2 600,00');
    await grid.search().fill('такого немає');
    await grid.page.getByRole('heading', { name: 'За цим відбором рядків немає' }).waitFor();
    await grid.page.getByRole('main').getByRole('button', { name: 'Зняти відбір' }).last().click();
    await expect.poll(() => grid.readCount()).toMatch(/^3[23] рядки$/);
    await grid.page.getByText('Лише мої').click();
    await expect.poll(() => grid.readCount()).toMatch(/^Показано [12] з/);
  });
});
