import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeReportPdf } from '#server/export/writeReportPdf.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { TextBlock } from '#shared/report/TextModel.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { buildFigureModel, cell, figure, list, paragraph, run, withText } from '#tests/support/buildText.ts';
import { plainSpaces, readPdf } from '#tests/support/pdf/readPdf.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
const empty = buildReportModel(buildContent(buildReportStructure(), []));

const writeBytes = (model: ReportModel, isDraft = false) =>
  writeReportPdf(buildPrintedDocument(model, { isDraft }));
const write = async (model: ReportModel, isDraft = false) => readPdf(await writeBytes(model, isDraft));
const writeText = (text: TextBlock[]) => write(withText(empty, text));

describe('writeReportPdf', () => {
  it('EXP-30 holds every published figure of 2020, to the kopiyka', async () => {
    const { text } = await write(example);
    const amounts = [...figures.directions.map(({ actualMinor }) => actualMinor), figures.totalActualMinor];
    for (const minor of amounts.filter((amount) => amount > 0))
      expect(text).toContain(plainSpaces(formatMoney(minor)));
    for (const { text: counted } of example.totals.indicators) expect(text).toContain(plainSpaces(counted));
    for (const { title } of example.directions) expect(text).toContain(title);
  });

  it('EXP-31 lies on the page as the Word document does', async () => {
    const { pages, info } = await write(example);
    const [first, second] = pages;
    expect(first?.text.startsWith(example.meta.title)).toBe(true);
    for (const [index, { text }] of pages.entries()) {
      expect(new RegExp(`\n${index + 1}\n`).test(text)).toBe(index > 0);
    }
    expect([first?.width, first?.height].map((size) => Math.round(size ?? 0))).toEqual([595, 842]);
    expect(second?.text).toMatch(new RegExp(`${example.meta.signatoryPosition}\\s*_+`));
    const annexes = pages.filter(({ text }) => /^Додаток \d/.test(text));
    expect(annexes.map(({ width, height }) => width > height)).toEqual([true, true, false]);
    const expenditures = pages.filter(({ width, height, text }) => width > height && text.includes('КПКВК'));
    expect(expenditures.length).toBeGreaterThan(1);
    expect(info).toMatchObject({
      Title: example.meta.title,
      Author: example.meta.community,
      Language: 'uk-UA',
    });
  });

  it('EXP-33 says on every page that a draft is one, and an example an example', async () => {
    const draft = await write(example, true);
    for (const { text } of draft.pages) {
      expect(text).toContain('ЧЕРНЕТКА');
      expect(text).toContain(exampleNote.short.uk);
    }
    const { text } = await write(empty);
    expect(text).not.toContain('ЧЕРНЕТКА');
    expect(text).not.toContain('Приклад');
  });

  it('EXP-35 keeps links of the web and of mail, and prints any other as text', async () => {
    const { pages, text } = await writeText([
      paragraph(
        run('сайт', { link: 'https://example.org/' }),
        run(' пошта', { link: 'mailto:rada@example.org' }),
        run(' скрипт', { link: 'javascript:alert(1)' }),
      ),
    ]);
    const links = new Set(pages.flatMap((page) => page.links));
    expect([...links]).toEqual(['https://example.org/', 'mailto:rada@example.org']);
    expect(text).toContain('сайт пошта скрипт');
  });

  it('EXP-37 has its letters inside, every Ukrainian one among them', async () => {
    const letters = 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
    const marks = '’ « » № − – — 1\u00A0717\u00A0осіб “ ” …';
    const model = withText(empty, [
      paragraph(letters),
      paragraph(run(letters, { bold: true })),
      paragraph(run(letters, { italic: true })),
      paragraph(run(letters, { bold: true, italic: true })),
      paragraph(marks),
    ]);
    const bytes = await writeBytes(model);
    const { text } = await readPdf(bytes);
    expect(text.split(letters)).toHaveLength(5);
    expect(text).toContain(plainSpaces(marks));
    const source = Buffer.from(bytes).toString('latin1');
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    const fonts = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThan(3);
    for (const name of fonts) expect(name).toMatch(/^[A-Z]{6}\+Tinos/);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(new Set(fonts).size);
  });

  it('EXP-37 has the directions, the headings of their texts and the annexes as bookmarks', async () => {
    const { bookmarks } = await write(
      withText(example, [
        { type: 'heading', level: 1, content: [run('Засідання '), run('рад', { bold: true })] },
        paragraph('Так.'),
        { type: 'heading', level: 2, content: [run('Комісії')] },
        { type: 'heading', level: 3, content: [] },
        { type: 'heading', level: 1, content: [run('Навчання')] },
      ]),
    );
    expect(bookmarks.map(({ title }) => title)).toEqual([
      ...example.directions.map(({ number, title }) => `${number}. ${title}`),
      'Додаток 1. Заходи',
      'Додаток 2. Видатки',
      'Додаток 3. Підсумки',
    ]);
    const [first] = bookmarks;
    expect(first?.items.map(({ title }) => title)).toEqual(['Засідання рад', 'Навчання']);
    expect(first?.items[0]?.items.map(({ title }) => title)).toEqual(['Комісії']);
  });

  it('EXP-36 parts no figure from the comma after it, however wide the line is set', async () => {
    const words = 'слова, якими рядок доходить до краю сторінки й далі';
    const sentence = Array.from({ length: 12 }, (_, index) => [words, ' ', figure(`${index} осіб`), ', ']);
    const { text } = await writeText([paragraph(...sentence.flat())]);
    expect(text).not.toContain(' ,');
    expect(text.match(/осіб,/g)).toHaveLength(12);
  });

  it('EXP-36 prints lists, quotes, tables and tables of rows', async () => {
    const { text } = await writeText([
      list(true, [paragraph('раз')], [paragraph('два'), list(false, [paragraph('два з половиною')])]),
      { type: 'list', isOrdered: true, start: 7, items: [[paragraph('сьомий')]] },
      { type: 'quote', content: [paragraph('сказано')] },
      {
        type: 'table',
        rows: [
          { cells: [cell('А', { isHeader: true, colspan: 2 }), cell('Б', { isHeader: true })] },
          { cells: [cell('В', { rowspan: 2 }), cell('Г'), cell('Ґ')] },
          { cells: [cell('Д'), cell('Е')] },
        ],
      },
      { type: 'rows', figure: buildFigureModel('[немає]', 'unreadable'), table: { kind: 'none' } },
      {
        type: 'rows',
        figure: buildFigureModel(''),
        table: { kind: 'expenditure', lines: example.expenditures, money: example.totals.grand },
      },
    ]);
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('1. раз 2. два – два з половиною 7. сьомий сказано А Б В Г Ґ Д Е [немає]');
    expect(text).toContain(plainSpaces(formatMoney(figures.totalActualMinor, { unit: 'none' })));
  });

  it('EXP-36 takes hostile texts and cells longer than a page', async () => {
    const long = 'довгий зміст '.repeat(700);
    const word = 'ґ'.repeat(9_000);
    const model = buildReportModel(
      buildContent(buildReportStructure(), [
        buildActivity('r1', { content: long, note: word, reason: 'кінець' }),
        buildActivity('r2', { content: 'наступний' }),
      ]),
    );
    let deep: TextBlock = paragraph('на дні');
    for (let level = 0; level < 40; level += 1) deep = list(level % 2 === 0, [deep]);
    const { text } = await write(
      withText(model, [
        paragraph('🌻👩‍👩‍👧 emoji', ' עברית ‏ ‮ справа наліво', ' العربية'),
        paragraph('а\u0000б\u0008в\uFFFFг\uD800ґ\u007Fд'),
        paragraph(word),
        paragraph(...Array.from({ length: 200 }, (_, index) => figure(`${index} осіб; `))),
        deep,
        {
          type: 'table',
          rows: [{ cells: [cell('широка', { colspan: 1_000, rowspan: 1_000 })] }, { cells: [] }],
        },
        { type: 'table', rows: [] },
        { type: 'table', rows: [{ cells: [cell(long)] }] },
      ]),
    );
    for (const own of ['emoji', 'абвгґд', '199 осіб', 'на дні', 'широка', 'наступний'])
      expect(text).toContain(own);
    expect(text.match(/довгий/g)).toHaveLength(1_400);
    expect(text.match(/ґ/g)?.length).toBeGreaterThanOrEqual(18_000);
  });

  it('EXP-38 foots with the totals, whatever the rows', async () => {
    const structure = buildReportStructure();
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const model = buildReportModel(buildContent(structure, rows));
        const { grand } = model.totals;
        const text = (await write(model)).text.replaceAll(/ +/g, ' ');
        expect(text).toContain(plainSpaces(`усього ${formatMoney(grand.actualMinor)}`));
        const sums = [grand.plannedMinor, grand.actualMinor, grand.deviationMinor];
        expect(text).toContain(
          plainSpaces(`Усього ${sums.map((minor) => formatMoney(minor, { unit: 'none' })).join(' ')}`),
        );
        expect(text).toContain(`Усього записів: ${model.activities.length}`);
      }),
      { numRuns: 8 },
    );
  });
});
