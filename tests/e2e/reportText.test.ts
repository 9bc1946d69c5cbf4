import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocx } from '#tests/support/docx/readDocx.ts';
import { readPdf } from '#tests/support/pdf/readPdf.ts';
import { ControlPage } from './pages/ControlPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { normaliseSpace, readText } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { fillClipboard } from './support/clipboard.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type PersonOptions, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
import { openTable } from './support/openTable.ts';
import { type Product, startProduct } from './support/startProduct.ts';
import { typeCyrillic } from './support/typeCyrillic.ts';

let product: Product;
let browser: TestBrowser;

const deputies = '1. Сприяння депутатській діяльності';
const training = '5. Навчання';

beforeAll(async () => {
  product = await startProduct({ demo: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.stop();
  await product?.stop();
});

/** «Звіт» as this person sees it, its text there. */
async function openPaper(name: string, options: PersonOptions = {}): Promise<ReportPaper> {
  const path = '/reports/r2020/report';
  const { page } = await openReport({ browser, product }, name, { ...options, path });
  const paper = new ReportPaper(page);
  await paper.direction(deputies).getByText('47 580,00 грн').first().waitFor();
  return paper;
}

/** The caret behind the last word of the text. */
async function goToEnd(text: Locator): Promise<void> {
  await text.getByRole('paragraph').last().click();
  await text.page().keyboard.press('Control+End');
}

/** What the files that people read say, by their ending. */
async function readFiles(page: Page): Promise<[ending: string, words: string][]> {
  const readFile = async (ending: string) =>
    (await page.request.get(`/api/reports/r2020/export.${ending}`)).body();
  return [
    ['docx', normaliseSpace(readDocx(await readFile('docx')).text)],
    ['pdf', normaliseSpace((await readPdf(await readFile('pdf'))).text)],
    ['html', normaliseSpace((await readFile('html')).toString('utf8').replaceAll(/<[^>]+>/g, ''))],
    ['md', normaliseSpace((await readFile('md')).toString('utf8'))],
  ];
}

describe('the text of the report', () => {
  test('E2E-170 two authors write in one text at once, see each other’s words and caret, and all is kept', async () => {
    const coordinator = await openPaper('Координаторка звіту');
    const author = await openPaper('Редакторка: Освіта і наука');
    const [first, second] = [coordinator.text(training), author.text(training)];
    await goToEnd(first);
    await coordinator.page.keyboard.press('Enter');
    await coordinator.page.keyboard.type('Координаторка додала речення.');
    await first.getByText('Координаторка додала речення.').waitFor();
    await second.getByText('Координаторка додала речення.').waitFor();
    await second.locator('[data-caret="Координаторка звіту"]').waitFor();
    await second.getByText('Посадові особи вчилися').click();
    await author.page.keyboard.press('Control+Home');
    await Promise.all([
      author.page.keyboard.type('Авторка теж пише. '),
      coordinator.page.keyboard.type(' І ще одне.'),
    ]);
    for (const paper of [coordinator, author]) {
      await expect.poll(() => paper.readText(training)).toContain('Авторка теж пише. Посадові особи');
      await expect.poll(() => paper.readText(training)).toContain('Координаторка додала речення. І ще одне.');
      await new Shell(paper.page).waitForState('Збережено');
    }
    await author.page.reload();
    await expect.poll(() => author.readText(training)).toContain('Координаторка додала речення. І ще одне.');
  });

  test('E2E-171 a number put in by «/» follows the tables, on every screen and in the files, and opens its rows', async () => {
    const author = await openPaper('Координаторка звіту');
    const second = await openPaper('Редакторка: Освіта і наука');
    const grid = await openTable({ browser, product }, 'Редактор: Саксаганський');

    const text = author.text(deputies);
    await text.getByText('Для депутатів підготовлено').click();
    await author.page.keyboard.press('End');
    await author.page.keyboard.type(' Разом /витр');
    await author.page.getByRole('listbox', { name: 'Числа з таблиць' }).waitFor();
    await author.page.keyboard.press('Enter');
    const sentence = text.getByText(/електронні.* Разом/);
    await expect.poll(() => readText(sentence)).toContain('Разом 47 580,00 грн');

    const control = new ControlPage(await author.page.context().newPage());
    await control.page.goto('/reports/r2020/control');
    await expect.poll(() => control.readGrandTotal()).toBe('437 603,56 грн');
    await grid.search().fill('Приладдя для депутатських приймалень');
    const rowId = (await grid.rows().first().getAttribute('row-id')) ?? '';
    await goToEnd(second.text(training));
    await Promise.all([
      grid.overwrite({ rowId, column: 'actualMinor' }, '2700,50'),
      second.page.keyboard.type(' Навчання триває.'),
    ]);
    await expect.poll(() => readText(sentence)).toContain('Разом 47 680,50 грн');
    await expect.poll(() => second.readText(deputies)).toContain('Разом 47 680,50 грн');
    await expect.poll(() => author.readText(training)).toContain('Навчання триває.');
    await expect.poll(() => control.readGrandTotal()).toBe('437 704,06 грн');
    await expect.poll(() => author.readAll()).toContain('усього 437 704,06 грн');
    await expect
      .poll(() => author.readAll())
      .toContain('чотириста тридцять сім тисяч сімсот чотири гривні 06 копійок');

    for (const paper of [author, second]) await new Shell(paper.page).waitForState('Збережено');
    for (const [ending, words] of await readFiles(author.page)) {
      expect(words, ending).toContain('Разом 47 680,50 грн');
      expect(words, ending).toContain('Навчання триває.');
      expect(words, ending).toContain('437 704,06');
    }

    await sentence.getByRole('button', { name: '47 680,50 грн' }).click();
    const panel = new ControlPage(author.page).panel();
    await panel.getByText('7 рядків').waitFor();
    await panel.getByText('2 700,50').waitFor();
    await author.page.keyboard.press('Escape');
    await grid.overwrite({ rowId, column: 'actualMinor' }, '2600');
    await expect.poll(() => readText(sentence)).toContain('Разом 47 580,00 грн');
  });

  test('E2E-172 who is not responsible for a direction reads it, and the server has the last word', async () => {
    const reader = await openPaper('Редактор: Саксаганський');
    const text = reader.text(deputies);
    expect(await text.getAttribute('contenteditable')).toBe('false');
    expect(await reader.page.getByRole('toolbar').count()).toBe(0);
    await text.getByRole('button', { name: '13 пленарних засідань' }).focus();
    await reader.page.keyboard.press('Enter');
    await new ControlPage(reader.page).panel().getByRole('heading', { name: 'Пленарні засідання' }).waitFor();
    await expectNoAxeViolations(reader.page);
  });

  test('E2E-173 quotes, apostrophes and dashes are those of print, on a Ukrainian layout as well', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text(training);
    await goToEnd(text);
    await author.page.keyboard.press('Enter');
    await author.page.keyboard.type('"Центр - це п');
    await author.page.keyboard.type('\'ять вікон".');
    await typeCyrillic(author.page, 'так');
    await text.getByText('«Центр – це п’ять вікон».так').waitFor();
  });

  test('E2E-174 what is pasted from a word processor is cleaned, and a picture is refused with a reason', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text('6. Співробітництво');
    await goToEnd(text);
    await author.page.keyboard.press('Enter');
    await fillClipboard(author.page, {
      text: 'Жирне слово',
      html: `<html xmlns:o="x"><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class="MsoNormal" style="font-family:Arial"><b>Жирне</b> слово<o:p></o:p></p>
      <p class="MsoListParagraph"><span style="mso-list:Ignore">·&nbsp;</span>Пункт</p>
      <script>alert(1)</script><img src="https://example.com/x.png" onerror="alert(1)">
      <a href="javascript:alert(1)">небезпечне</a> <a href="https://kr.gov.ua">сайт</a><!--EndFragment--></body></html>`,
    });
    await author.page.keyboard.press('Control+v');
    await text.getByText('Жирне слово').waitFor();
    expect(await text.locator('strong', { hasText: 'Жирне' }).count()).toBe(1);
    expect(await text.locator('img, script, [style*="Arial"]').count()).toBe(0);
    expect(await text.getByText('alert(1)').count()).toBe(0);
    expect(await text.getByRole('link', { name: 'сайт' }).getAttribute('href')).toBe('https://kr.gov.ua');
    expect(await text.getByRole('link', { name: 'небезпечне' }).count()).toBe(0);
    expect(await text.getByText('·').count()).toBe(0);
    await author.page.getByText('Зображення не вставлено').waitFor();
  });

  test('E2E-175 what is written without a network is counted, and sent when it is back', async () => {
    const author = await openPaper('Координаторка звіту');
    const shell = new Shell(author.page);
    await shell.waitForState('Збережено');
    await author.page.context().setOffline(true);
    const text = author.text('3. Організація');
    await goToEnd(text);
    await author.page.keyboard.type(' Без мережі.');
    await shell.waitForState(/^Немає зв’язку, \d+ змін/);
    await author.page.context().setOffline(false);
    await shell.waitForState('Збережено');
    const reader = await openPaper('Спостерігачка');
    await reader.text('3. Організація').getByText('Без мережі.').waitFor();
  });

  test('E2E-176 the dialog shows the number as it will stand, changes one that stands, and bold covers both', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text('4. Проведення урочистостей');
    const { keyboard } = author.page;
    await text.getByText('Через карантинні обмеження').click();
    await keyboard.press('End');
    await keyboard.type(' Тобто ');
    await keyboard.press('Alt+Equal');
    const dialog = author.page.getByRole('dialog', { name: 'Число з таблиць' });
    const preview = dialog.getByRole('status', { name: 'Як виглядатиме в тексті' });
    await expect.poll(() => readText(preview)).toContain('390 023,56 грн');
    await dialog.getByRole('combobox', { name: 'Що показати' }).fill('Відзначено');
    await author.page.getByRole('option', { name: 'Відзначено осіб' }).waitFor();
    await keyboard.press('Enter');
    await expect.poll(() => readText(preview)).toContain('1717 осіб');
    await expectNoAxeViolations(author.page, '[role="dialog"]');
    await dialog.getByRole('button', { name: 'Вставити' }).click();
    const figure = text.getByText('Через карантинні').getByRole('button', { name: '1717 осіб' });
    await figure.waitFor();

    // Selected by the keys, and changed.
    await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Control+b');
    await expect.poll(() => figure.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
    await figure.click();
    await keyboard.press('Escape');
    await author.page.getByRole('toolbar').getByRole('button', { name: 'Число' }).click();
    const change = author.page.getByRole('dialog', { name: 'Змінити число' });
    await change.getByRole('combobox', { name: 'Виконавець' }).click();
    await author.page.getByRole('option', { name: 'Саксаганський' }).click();
    await change.getByRole('button', { name: 'Змінити' }).click();
    const changed = text.getByText('Через карантинні').getByRole('button', { name: /осіб|особ/ });
    await expect.poll(() => readText(changed)).not.toBe('1717 осіб');
    expect(await changed.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
  });

  test('E2E-153 typing at a number that the caret has come to writes behind it, and Enter opens its rows', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text(deputies);
    const { keyboard } = author.page;
    await text.getByText('Для депутатів підготовлено').click({ position: { x: 4, y: 8 } });
    await keyboard.press('Home');
    const selected = text.locator('[data-figure][data-selected]');
    const walk = async (key: string) => {
      for (let step = 0; step < 40 && (await selected.count()) === 0; step += 1) await keyboard.press(key);
      await selected.waitFor();
    };
    await walk('ArrowRight');
    await keyboard.type('!');
    const sentence = text.getByText('Для депутатів підготовлено');
    await expect.poll(() => readText(sentence)).toContain('підготовлено 2 навчання!, обидва');
    await walk('ArrowLeft');
    await keyboard.press('Enter');
    await new ControlPage(author.page).panel().getByText('2 навчання').waitFor();
    expect(await readText(sentence)).toContain('підготовлено 2 навчання!, обидва');
  });

  test('E2E-154 a key acts where the caret stands, told of by the browser or not yet', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text(training);
    await text.getByRole('paragraph').first().click();
    await author.page.keyboard.press('Control+Home');
    await text.evaluate((editor) => {
      getSelection()?.selectAllChildren(editor);
      getSelection()?.collapseToEnd();
      editor.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
      );
    });
    await author.page.keyboard.type('Останній абзац.');
    await expect.poll(() => readText(text.getByRole('paragraph').last())).toBe('Останній абзац.');
  });

  test('E2E-178 a number typed by hand that is a total is marked and listed, and one click makes it live', async () => {
    const author = await openPaper('Координаторка звіту');
    const text = author.text('2. Висвітлення');
    const findings = author.page.getByRole('region', { name: 'Зауваження до тексту' });
    await findings.getByText('Зауважень немає.').waitFor();
    await goToEnd(text);
    await author.page.keyboard.press('Enter');
    await author.page.keyboard.type('Разом 437603,56 грн за рік.');
    const finding = findings.getByRole('listitem');
    await finding.getByText('«437603,56 грн» набрано вручну').waitFor();
    await text.locator('[title*="набрано вручну"]').waitFor();
    await expectNoAxeViolations(author.page);
    await finding.getByRole('button', { name: 'Замінити числом з таблиць' }).click();
    await text.getByRole('button', { name: '437 603,56 грн' }).waitFor();
    await expect.poll(() => author.readText('2. Висвітлення')).toContain('Разом 437 603,56 грн за рік.');
    await findings.getByText('Зауважень немає.').waitFor();
  });
});
