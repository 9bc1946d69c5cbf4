import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directions2020, exampleReportId } from '#server/example/structure2020.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { listLines } from '#shared/narrative/listLines.ts';
import type { NarrativeBlock, NarrativeInline } from '#shared/narrative/Narrative.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { moneyFigure } from '#tests/support/narrativeArbitraries.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { ControlPage } from './pages/ControlPage.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPaper } from './pages/ReportPaper.ts';
import { readTexts } from './pages/readText.ts';
import { Shell } from './pages/Shell.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser, type TestBrowser } from './support/openBrowser.ts';
import { openReport } from './support/openReport.ts';
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
    const people = { browser, product };
    const { page } = await openReport(people, 'Координаторка звіту', { path: '/reports/r2020/control' });
    const control = new ControlPage(page);
    await control.sheet('Саксаганський').getByRole('button', { name: '9 440,00' }).click();
    const lines = control.panel().getByRole('listitem');
    const jubilees = lines.filter({ hasText: 'ювілярам Саксаганського' });
    await expect
      .poll(() => readTexts(lines))
      .toEqual([
        expect.stringMatching(/ Внесено сервером, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/),
        expect.stringMatching(/ Внесено сервером, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/),
      ]);

    const path = '/reports/r2020/expenditures';
    const editor = await openReport(people, 'Редактор: Саксаганський', { path });
    const grid = new GridPage(editor.page);
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

describe('a text of hundreds of pages', () => {
  test('E2E-188 opens, is typed into, keeps two hundred figures in one paragraph, and is read by a colleague', async () => {
    const plain = { bold: false, italic: false, link: null };
    const words = 'Виконавчі органи ради провели засідання, зустрічі з мешканцями й навчання. '.repeat(5);
    const lines = Array.from({ length: 2_500 }, (_, index): NarrativeBlock => {
      const typed = index === 1_250 ? ' Усього 437603,56 грн.' : '';
      return {
        type: 'paragraph',
        content: [{ type: 'text', text: `${words}Абзац ${index + 1}.${typed}`, ...plain }],
      };
    });
    const figures = Array.from({ length: 200 }, (): NarrativeInline[] => [
      { type: 'figure', spec: { ...moneyFigure, filter: {} }, ...plain },
      { type: 'text', text: ', ', ...plain },
    ]);
    const author = new ApiClient(product.url);
    await author.post(apiPaths.demoSession, { login: 'coordinator' });
    const writer = new SheetClient({
      url: product.url.replace('http', 'ws'),
      cookie: author.cookie,
      origin: product.url,
      documentName: narrativeName(exampleReportId, directions2020.training.id),
      organisationId: OrganisationId.parse('none'),
    });
    await expect.poll(() => writer.provider.synced).toBe(true);
    appendNarrative(writer.doc, [{ type: 'paragraph', content: figures.flat() }, ...lines]);
    await expect.poll(() => writer.isSaved).toBe(true);

    const path = '/reports/r2020/report';
    const { page } = await openReport({ browser, product }, 'Координаторка звіту', { path });
    const text = new ReportPaper(page).text('5. Навчання');
    const last = text.getByText('Абзац 2500.');
    await last.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Дописано в кінці.');
    await text.getByText('Абзац 2500. Дописано в кінці.').waitFor();
    await new Shell(page).waitForState('Збережено');
    await expect.poll(() => listLines(readNarrative(writer.doc)).at(-1)).toContain('Дописано в кінці.');
    const many = text
      .locator('p')
      .filter({ has: page.locator('[data-figure]') })
      .last();
    expect(await many.locator('[data-figure]').count()).toBe(200);
    expect(new Set(await readTexts(many.locator('[data-figure]'))).size).toBe(1);
    writer.stop();

    const findings = page.getByRole('region', { name: 'Зауваження до тексту' });
    await findings.getByRole('link', { name: /437603,56 грн/ }).click();
    await expect.poll(() => isInSight(text.getByText('Абзац 1251.'))).toBe(true);
  });
});

/** Where it stands once nothing moves any more. */
function isInSight(place: Locator): Promise<boolean> {
  return place.evaluate(async (element) => {
    let top = Number.NaN;
    for (let still = 0; still < 10; ) {
      await new Promise(requestAnimationFrame);
      const now = element.getBoundingClientRect().top;
      still = now === top ? still + 1 : 0;
      top = now;
    }
    return top >= 0 && element.getBoundingClientRect().bottom <= innerHeight;
  });
}
