import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeReportDocx } from '#server/export/writeReportDocx.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { TextBlock } from '#shared/report/TextModel.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { buildFigureModel, cell, figure, list, paragraph, run, withText } from '#tests/support/buildText.ts';
import {
  type DocxDocument,
  find,
  findAll,
  readDocx,
  readPart,
  type XmlElement,
} from '#tests/support/docx/readDocx.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
const empty = buildReportModel(buildContent(buildReportStructure(), []));

async function write(model: ReportModel, isDraft = false) {
  return readDocx(await writeReportDocx(buildPrintedDocument(model, { isDraft })));
}

const writeText = (text: TextBlock[]) => write(withText(empty, text));
const value = (element: XmlElement, name: string) => find(element, name).attributes['w:val'];

describe('writeReportDocx', () => {
  it('EXP-30 holds every published figure of 2020, to the kopiyka', async () => {
    const { text, tables } = await write(example);
    const amounts = [...figures.directions.map(({ actualMinor }) => actualMinor), figures.totalActualMinor];
    for (const minor of amounts.filter((amount) => amount > 0)) expect(text).toContain(formatMoney(minor));
    for (const { text: counted } of example.totals.indicators) expect(text).toContain(counted);
    const [activities, expenditures] = listGrids(tables);
    const lines = expenditures?.rows.filter(([place]) => /^\d+$/.test(place ?? '')) ?? [];
    expect(lines).toHaveLength(example.expenditures.length);
    const sum = lines.reduce((total, row) => total + parseMinor(row[7]), 0n);
    expect(sum).toBe(BigInt(figures.totalActualMinor));
    expect(expenditures?.rows.at(-1)?.slice(1, 8)).toEqual([
      'Усього',
      '',
      '',
      '',
      '',
      formatMoney(example.totals.grand.plannedMinor, { unit: 'none' }),
      formatMoney(figures.totalActualMinor, { unit: 'none' }),
    ]);
    expect(activities?.rows.at(-1)?.[1]).toBe(`Усього записів: ${example.activities.length}`);
  });

  it('EXP-31 lies on the page as ДСТУ 4163:2020 asks', async () => {
    const { sections, files, paragraphs } = await write(example);
    expect(sections).toHaveLength(4);
    for (const [index, { properties, heads }] of sections.entries()) {
      const { attributes: size } = find(properties, 'w:pgSz');
      const isLandscape = index === 1 || index === 2;
      expect([size['w:w'], size['w:h']]).toEqual(isLandscape ? ['16838', '11906'] : ['11906', '16838']);
      expect(find(properties, 'w:pgMar').attributes).toMatchObject({
        'w:left': '1701',
        'w:right': '567',
        'w:top': '1134',
        'w:bottom': '1134',
      });
      expect(heads.get('default')).toContain('#');
    }
    const [first] = sections;
    expect(first?.heads.get('first')).not.toContain('#');
    expect(findAll(must(first, 'a section').properties, 'w:titlePg')).toHaveLength(1);

    const styles = readPart(files, 'word/styles.xml');
    const defaults = find(styles, 'w:docDefaults');
    expect(find(defaults, 'w:rFonts').attributes['w:ascii']).toBe('Times New Roman');
    expect(value(defaults, 'w:sz')).toBe('28');
    expect(find(defaults, 'w:spacing').attributes['w:line']).toBe('360');
    expect(value(defaults, 'w:lang')).toBe('uk-UA');
    const body = must(
      findAll(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'ReportBody'),
      'the style of the text',
    );
    expect(find(body, 'w:ind').attributes['w:firstLine']).toBe('709');
    expect(value(body, 'w:jc')).toBe('both');

    const headings = paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text);
    expect(headings.slice(0, 6)).toEqual(
      example.directions.map(({ number, title }) => `${number}. ${title}`),
    );
    expect(paragraphs.slice(0, 3).map(({ text }) => text)).toEqual([
      example.meta.title,
      example.meta.programmeTitle,
      'м. Кривий Ріг, 2020 рік',
    ]);
    const core = readPart(files, 'docProps/core.xml');
    expect(find(core, 'dc:title').children).toEqual([example.meta.title]);
    expect(find(core, 'dc:creator').children).toEqual([example.meta.community]);
  });

  it('EXP-31 ends the text with the place to sign, position and name', async () => {
    const { tables } = await write(example);
    const signature = tables.find(({ rows }) => rows[0]?.[0] === example.meta.signatoryPosition);
    expect(signature?.rows).toEqual([
      [example.meta.signatoryPosition, expect.stringMatching(/^_+$/), expect.any(String)],
    ]);
  });

  it('EXP-32 repeats the header rows of tables, breaks no row, and sums up', async () => {
    const { tables } = await write(example);
    const grids = tables.filter(({ rows }) => rows.length > 1);
    expect(grids.length).toBeGreaterThan(6);
    for (const { element, headerRows, rows } of grids) {
      expect(headerRows).toBe(1);
      expect(findAll(element, 'w:cantSplit')).toHaveLength(rows.length);
    }
    const sums = grids.flatMap(({ rows }) => rows.filter((row) => row.includes('Усього')));
    expect(sums).toHaveLength(3);
    const subtotal = listGrids(tables)[1]?.rows.find((row) => row[1] === 'Разом за напрямом 1');
    expect(subtotal).toContain(formatMoney(4_758_000, { unit: 'none' }));
  });

  it('EXP-33 says on every page that a draft is one, and an example an example', async () => {
    const draft = await write(example, true);
    for (const { heads, feet } of draft.sections) {
      for (const head of heads.values()) expect(head).toContain('ЧЕРНЕТКА');
      expect([...feet.values()]).toContain(exampleNote.short.uk);
    }
    expect(draft.text).toContain(exampleNote.uk);
    const final = await write(empty);
    for (const [, xml] of final.files) {
      expect(xml).not.toContain('ЧЕРНЕТКА');
      expect(xml).not.toContain('Приклад');
    }
  });

  it('EXP-34 prints figures as plain text, and in bold one that cannot be trusted', async () => {
    const { paragraphs } = await writeText([
      paragraph(
        'Проведено ',
        figure('13 пленарних засідань'),
        ' і ',
        figure('[немає напряму]', 'direction-gone'),
        '.',
      ),
    ]);
    const found = must(
      paragraphs.find(({ text }) => text.startsWith('Проведено')),
      'the paragraph',
    );
    expect(found.text).toBe('Проведено 13 пленарних засідань і [немає напряму].');
    const bold = findAll(found.element, 'w:r').filter((element) => findAll(element, 'w:b').length > 0);
    expect(bold.map((element) => find(element, 'w:t').children.join(''))).toEqual(['[немає напряму]']);
  });

  it('EXP-35 keeps links of the web and of mail, and prints any other as text', async () => {
    const { links, text, files } = await writeText([
      paragraph(
        run('сайт', { link: 'https://example.org/а?б=1&в=2' }),
        run('пошта', { link: 'mailto:rada@example.org' }),
        run('скрипт', { link: 'javascript:alert(1)' }),
        run('файл', { link: 'file:///etc/passwd' }),
        run('дані', { link: ' \u0001javascript:alert(1)' }),
      ),
    ]);
    expect(links).toEqual([
      { address: 'https://example.org/%D0%B0?%D0%B1=1&%D0%B2=2', text: 'сайт' },
      { address: 'mailto:rada@example.org', text: 'пошта' },
    ]);
    expect(text).toContain('сайтпоштаскриптфайлдані');
    expect(files.get('word/_rels/document.xml.rels')).not.toMatch(/javascript|passwd/);
  });

  it('EXP-36 holds headings, lists, quotes and tables as Word knows them', async () => {
    const { paragraphs, tables, files } = await writeText([
      { type: 'heading', level: 1, content: [run('Перший рівень')] },
      { type: 'heading', level: 3, content: [run('Третій рівень')] },
      list(true, [paragraph('раз')], [paragraph('два'), list(false, [paragraph('два з половиною')])]),
      { ...list(true, [paragraph('сьомий')]), start: 7 } as TextBlock,
      { type: 'quote', content: [paragraph('сказано')] },
      {
        type: 'table',
        rows: [
          { cells: [cell('А', { isHeader: true, colspan: 2 }), cell('Б', { isHeader: true })] },
          { cells: [cell('1', { rowspan: 2 }), cell('2'), cell('3')] },
          { cells: [cell('4'), cell('5')] },
        ],
      },
      {
        type: 'rows',
        figure: buildFigureModel(''),
        table: { kind: 'activity', lines: example.activities.slice(0, 3) },
      },
      {
        type: 'rows',
        figure: buildFigureModel(''),
        table: { kind: 'expenditure', lines: example.expenditures, money: example.totals.grand },
      },
    ]);
    const styleOf = (text: string) => paragraphs.find((own) => own.text === text)?.style;
    expect([styleOf('Перший рівень'), styleOf('Третій рівень'), styleOf('сказано')]).toEqual([
      'Heading2',
      'Heading4',
      'ReportQuote',
    ]);
    const numberOf = (text: string) => {
      const element = must(
        paragraphs.find((own) => own.text === text),
        text,
      ).element;
      return [value(element, 'w:numId'), value(element, 'w:ilvl')];
    };
    expect(numberOf('раз')).toEqual(numberOf('два'));
    expect(numberOf('два з половиною')[1]).toBe('1');
    const [seventh] = numberOf('сьомий');
    expect(seventh).not.toBe(numberOf('раз')[0]);
    const numbering = readPart(files, 'word/numbering.xml');
    const own = must(
      findAll(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === seventh),
      'the list',
    );
    expect(value(own, 'w:startOverride')).toBe('7');
    const [spanned, activities, expenditures] = tables;
    expect(spanned?.headerRows).toBe(1);
    expect(value(must(spanned, 'the table').element, 'w:gridSpan')).toBe('2');
    expect(findAll(must(spanned, 'the table').element, 'w:vMerge')).toHaveLength(2);
    expect(activities?.rows).toHaveLength(5);
    expect(expenditures?.rows.at(-1)).toContain(formatMoney(figures.totalActualMinor, { unit: 'none' }));
  });

  it('EXP-36 keeps hostile texts character by character, save what no XML can hold', async () => {
    const texts = [
      '🌻👩‍👩‍👧 emoji',
      'עברית ‏ ‮ справа наліво',
      '<w:p/> & "лапки"',
      '_x0041_ не літера',
      ' краї ',
    ];
    const { paragraphs, text } = await writeText([
      ...texts.map((own) => paragraph(own)),
      paragraph('а\u0000б\u0008в\uFFFFг\uD800ґ\u007Fд\r\nе'),
      paragraph(...Array.from({ length: 200 }, (_, index) => figure(`${index} осіб `))),
    ]);
    for (const own of texts) expect(paragraphs.map(({ text: printed }) => printed)).toContain(own);
    expect(text).toContain('абвгґд\nе');
    expect(text).toContain('0 осіб 1 осіб');
    expect(text).toContain('199 осіб');
    const cells = buildReportModel(
      buildContent(
        buildReportStructure(),
        texts.map((content, index) => buildActivity(`r${index}`, { content })),
      ),
    );
    const [activities] = listGrids((await write(cells)).tables);
    expect(activities?.rows.map((row) => row[1])).toEqual(expect.arrayContaining(texts));
  });

  it('EXP-36 squares a table whose spans lead nowhere, and flattens what lies too deep', async () => {
    let deep: TextBlock = paragraph('на дні');
    for (let level = 0; level < 40; level += 1) deep = list(level % 2 === 0, [deep]);
    const { text, tables, paragraphs } = await writeText([
      deep,
      {
        type: 'table',
        rows: [
          { cells: [cell('широка', { colspan: 1_000, rowspan: 1_000 }), cell('зайва')] },
          { cells: Array.from({ length: 70 }, (_, index) => cell(`к${index}`)) },
          { cells: [] },
        ],
      },
      {
        type: 'table',
        rows: [
          { cells: [cell('', { content: [{ type: 'table', rows: [{ cells: [cell('усередині')] }] }] })] },
        ],
      },
      { type: 'table', rows: [] },
    ]);
    for (const word of ['на дні', 'широка', 'зайва', 'к0', 'к69', 'усередині']) expect(text).toContain(word);
    const levels = paragraphs.flatMap(({ element }) =>
      findAll(element, 'w:ilvl').map((own) => own.attributes['w:val']),
    );
    expect(Math.max(...levels.map(Number))).toBeLessThan(9);
    const spans = findAll(must(tables[0], 'the table').element, 'w:gridSpan');
    for (const { attributes } of spans) expect(Number(attributes['w:val'])).toBeLessThanOrEqual(63);
  });

  it('EXP-38 foots with the totals, whatever the rows', async () => {
    const structure = buildReportStructure();
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const model = buildReportModel(buildContent(structure, rows));
        const { tables, text } = await write(model);
        const [activities, expenditures] = listGrids(tables);
        const lines = expenditures?.rows.filter(([place]) => /^\d+$/.test(place ?? '')) ?? [];
        const { grand } = model.totals;
        const sums = lines.reduce(
          ([planned, actual], row) => [planned + parseMinor(row[6]), actual + parseMinor(row[7])] as const,
          [0n, 0n] as readonly [bigint, bigint],
        );
        expect(sums).toEqual([grand.plannedMinor, grand.actualMinor]);
        expect(lines).toHaveLength(model.expenditures.length);
        expect(expenditures?.rows.at(-1)?.slice(6, 9)).toEqual(
          [grand.plannedMinor, grand.actualMinor, grand.deviationMinor].map((minor) =>
            formatMoney(minor, { unit: 'none' }),
          ),
        );
        expect(activities?.rows.filter(([place]) => /^\d+$/.test(place ?? ''))).toHaveLength(
          model.activities.length,
        );
        expect(text).toContain(`усього ${formatMoney(grand.actualMinor)}`);
      }),
      { numRuns: 15 },
    );
  });
});

/** The tables of rows, whose lines have places. */
function listGrids(tables: DocxDocument['tables']): DocxDocument['tables'] {
  return tables.filter(({ rows }) => rows[0]?.[0] === '№');
}

/** `−1 234,50` as it is printed; an empty or unreadable amount counts for nothing. */
function parseMinor(printed = ''): bigint {
  if (!/^\u2212?[\d\u00A0]+,\d\d$/.test(printed)) return 0n;
  return BigInt(printed.replaceAll(/[\u00A0,]/g, '').replace('\u2212', '-'));
}
