import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must } from '#shared/must.ts';
import type { Cell, GridPage } from './pages/GridPage.ts';
import { PasteDialog } from './pages/PasteDialog.ts';
import { Shell } from './pages/Shell.ts';
import { fillClipboard } from './support/clipboard.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { pressControlCyrillic } from './support/typeCyrillic.ts';

/** Blocks from the real clipboard: what goes in, what is asked, and the way back. */

const ownName = 'Довгинцівського району';

let product: Product;
let browser: TestBrowser;
let grid: GridPage;
let shell: Shell;
let dialog: PasteDialog;
let rowId: string;
const at = (column: string): Cell => ({ rowId, column });

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
  // Wide enough for every column: the table draws only those in sight.
  grid = await openTable({ browser, product }, 'Редакторка: Довгинцівський', { width: 2200 });
  shell = new Shell(grid.page);
  dialog = new PasteDialog(grid.page);
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

beforeEach(async () => {
  await shell.openTab('Видатки');
  await grid.search().fill(ownName);
  rowId = await grid.findRow(ownName);
  await shell.waitForState('Збережено');
});

async function pasteAt(
  cell: Cell,
  content: { html?: string; text: string },
  key = 'Control+v',
): Promise<void> {
  await grid.goTo(cell);
  await fillClipboard(grid.page, content);
  await grid.press(key);
}

describe('what needs no decision', () => {
  test('E2E-90 cells of a spreadsheet go in at once, and one undo takes all of them back', async () => {
    const before = await grid.readCell(at('plannedMinor'));
    await pasteAt(at('plannedMinor'), { text: '6 200,50\t6 150,00\r\n' });
    await expect.poll(() => grid.readCell(at('plannedMinor'))).toBe('6 200,50');
    expect(await grid.readCell(at('actualMinor'))).toBe('6 150,00');
    expect(await grid.readCell(at('deviation'))).toBe('−50,50');
    expect(await dialog.root().count()).toBe(0);
    await pressControlCyrillic(grid.page, 'я');
    await expect.poll(() => grid.readCell(at('plannedMinor'))).toBe(before);
  });
});

describe('what is asked', () => {
  test('E2E-91 «390,023» is asked about with both readings; Escape changes nothing', async () => {
    const before = await grid.readCell(at('actualMinor'));
    await pasteAt(at('actualMinor'), { text: '390,023' });
    await dialog.waitFor();
    expect((await dialog.readAnswers('390,023')).slice(0, 3)).toEqual(['оберіть…', '390 023,00', '390,02']);
    expect(await dialog.button(/^Вставля/).isDisabled()).toBe(true);
    await expectNoAxeViolations(grid.page);
    await grid.press('Escape');
    await expect.poll(() => dialog.root().count()).toBe(0);
    expect(await grid.readCell(at('actualMinor'))).toBe(before);
    await grid.waitForFocus(at('actualMinor'));
  });

  test('E2E-91 the answer goes in by the keyboard alone', async () => {
    const before = await grid.readCell(at('actualMinor'));
    await pasteAt(at('actualMinor'), { text: '390,023' });
    await dialog.waitFor();
    await dialog.question('390,023').selectOption({ index: 2 });
    await grid.press('Control+Enter');
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe('390,02');
    await grid.press('Control+z');
    await expect.poll(() => grid.readCell(at('actualMinor'))).toBe(before);
  });

  test('E2E-91 a column of titles places the block by its names, and two of one name are asked about', async () => {
    const text = 'Примітка\tФакт, грн\tПримітка\nперша\t6 100,00\tдруга';
    await pasteAt(at('measure'), { text });
    await dialog.waitFor();
    await dialog
      .root()
      .getByRole('combobox', { name: 'Стовпець для «Примітка»' })
      .nth(1)
      .selectOption({ label: 'Примітка' });
    await expect.poll(() => dialog.button(/^Вставити 2 клітинки/).isEnabled()).toBe(true);
    await dialog.button(/^Вставити 2 клітинки/).click();
    await expect.poll(() => grid.readCell(at('note'))).toBe('друга');
    expect(await grid.readCell(at('actualMinor'))).toBe('6 100,00');
    await grid.press('Control+z');
    await expect.poll(() => grid.readCell(at('note'))).toBe('');
  });
});

describe('tables of other programs', () => {
  const before = () => grid.readCell(at('actualMinor'));

  test.each([
    ['Excel', '<table><tr><td class=xl65 x:num="390023">390,023</td></tr></table>'],
    ['LibreOffice', '<table><tr><td sdval="390023" sdnum="1033;0;#,##0">390,023</td></tr></table>'],
    ['Google Sheets', '<table><tr><td data-sheets-value=\'{"1":3,"3":390023}\'>390,023</td></tr></table>'],
  ])('E2E-92 the number that %s keeps is used, and Ctrl+Shift+V asks', async (_name, table) => {
    const old = await before();
    const html = `<html><head><style>.xl65 {mso-number-format:"\\#\\,\\#\\#0";}</style></head><body>${table}<script>1</script></body></html>`;
    await pasteAt(at('actualMinor'), { html, text: '390,023' });
    await expect.poll(before).toBe('390 023,00');
    await grid.press('Control+z');
    await expect.poll(before).toBe(old);
    await pasteAt(at('actualMinor'), { html, text: '390,023' }, 'Control+Shift+v');
    await dialog.waitFor();
    await grid.press('Escape');
    await expect.poll(() => dialog.root().count()).toBe(0);
  });

  test('E2E-92 text stays text: a formula, other scripts, line breaks', async () => {
    const old = await grid.readCell(at('note'));
    const html = '<table><tr><td>=HYPERLINK(&quot;http://example.com&quot;)<br>שלום 👩‍👩‍👧</td></tr></table>';
    await pasteAt(at('note'), { html, text: '"=HYPERLINK(""http://example.com"")\nשלום 👩‍👩‍👧"' });
    await expect.poll(() => grid.readCell(at('note'))).toBe('=HYPERLINK("http://example.com") שלום 👩‍👩‍👧');
    await grid.press('Control+z');
    await expect.poll(() => grid.readCell(at('note'))).toBe(old);
  });
});

describe('what cannot go in', () => {
  test('E2E-93 a block half over others’ rows is asked about; one’s own cells go in, theirs stay', async () => {
    await grid.search().fill('');
    await grid.goTo(at('note'));
    await grid.press('ArrowDown');
    const below = must(await grid.readFocus(), 'the row below');
    const owner = (cell: Cell) => cell.rowId.split('/')[0];
    expect(owner(below)).not.toBe(owner(at('note')));
    const [before, theirs] = [await grid.readCell(at('note')), await grid.readCell(below)];
    await pasteAt(at('note'), { text: 'моє\nне моє' });
    await dialog.waitFor();
    await dialog
      .root()
      .getByText(/^Рядок заповнює інший виконавець: /)
      .waitFor();
    await expect.poll(() => dialog.readSummary()).toContain('вставиться 1 клітинка');
    await dialog
      .button(/^Встав/)
      .last()
      .click();
    await expect.poll(() => grid.readCell(at('note'))).toBe('моє');
    expect(await grid.readCell(below)).toBe(theirs);
    await shell.waitForState('Збережено');
    await grid.press('Control+z');
    await expect.poll(() => grid.readCell(at('note'))).toBe(before);
  });

  test('E2E-94 a clipboard of 100 million characters is refused in words, and the page goes on', async () => {
    const before = await grid.readCell(at('note'));
    await grid.goTo(at('note'));
    await fillClipboard(grid.page, { text: '1234567\t8\n', times: 10_000_000 });
    await grid.press('Control+v');
    await grid.page
      .getByText('У буфері обміну приблизно 100 млн знаків, а вставити можна до 16 млн.')
      .waitFor();
    expect(await grid.readCell(at('note'))).toBe(before);
    expect(await dialog.root().count()).toBe(0);
    await pasteAt(at('note'), { text: 'далі як завжди' });
    await expect.poll(() => grid.readCell(at('note'))).toBe('далі як завжди');
    await grid.press('Control+z');
    await expect.poll(() => grid.readCell(at('note'))).toBe(before);
  });
});
