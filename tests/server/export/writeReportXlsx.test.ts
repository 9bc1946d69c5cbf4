import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { createEvaluator } from '#server/export/gate/xlsx/evaluateFormula.ts';
import { readWorkbook, type XlsxSheet } from '#server/export/gate/xlsx/readWorkbook.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const exampleStructure = buildExampleStructure();
const exampleRows = buildExampleRows();

async function exportRows(structure: ReportStructure, rows: readonly Row[], isDraft = false) {
  const bytes = await writeReportXlsx(buildReportModel(buildContent(structure, rows)), { isDraft });
  return { bytes, ...readWorkbook(bytes) };
}

/** A table as records, read by a library that had no part in writing it; numbers as they are stored. */
async function readTable(bytes: Uint8Array, sheetName: string): Promise<Map<string, unknown>[]> {
  const data = await readSheet(Buffer.from(bytes), sheetName, { parseNumber: (text) => text });
  const headerIndex = data.findIndex((row) => row.includes('Код рядка'));
  const header = must(data[headerIndex], 'the header');
  return data
    .slice(headerIndex + 1)
    .map((row) => new Map(header.map((name, index) => [String(name), row[index] ?? null])))
    .filter((record) => record.get('Код рядка') !== null);
}

/** `14865.2` → 1486520n, without a float on the way. */
function parseMinor(stored: unknown): bigint {
  const [, sign = '', whole = '', tenths = '0', hundredths = '0', rest = ''] =
    /^(-?)(\d+)(?:\.(\d)(\d?)(\d*))?$/.exec(String(stored)) ?? [];
  if (whole === '' || rest !== '') throw new Error(`not an amount: ${String(stored)}`);
  return BigInt(`${sign}${whole}${tenths}${hundredths || '0'}`);
}

function findCell(sheet: XlsxSheet, text: string, column: string, target: string) {
  for (const [address, { value }] of sheet.cells) {
    if (value === text && address.startsWith(column)) {
      return must(sheet.cells.get(`${target}${address.slice(column.length)}`), `${target} beside ${text}`);
    }
  }
  throw new Error(`no cell ${text}`);
}

/** Money to the kopiyka; everything else to the digits that survive in a float. */
function isSameNumber(numberFormat: string, one: number, other: number): boolean {
  if (numberFormat.includes('0.00')) return Math.round(one * 100) === Math.round(other * 100);
  return Math.abs(one - other) <= Math.abs(other) * 1e-12;
}

/** Every stored result against the formula computed anew from the cells. Returns how many there were. */
function compareFormulas(sheets: Map<string, XlsxSheet>): number {
  const { cellValue } = createEvaluator(sheets);
  let formulas = 0;
  for (const { name, cells } of sheets.values()) {
    for (const [address, { formula, value, numberFormat }] of cells) {
      if (formula === null) continue;
      formulas += 1;
      const computed = cellValue(name, address);
      const same =
        typeof computed === 'number' && typeof value === 'number'
          ? isSameNumber(numberFormat, computed, value)
          : computed === value;
      if (!same) throw new Error(`${name}!${address} ${formula}: stored ${value}, computed ${computed}`);
    }
  }
  return formulas;
}

describe('writeReportXlsx', () => {
  it('EXP-1 holds every published figure of 2020, to the kopiyka', async () => {
    const { bytes, sheets } = await exportRows(exampleStructure, exampleRows);
    expect([...sheets.keys()]).toEqual([
      'Заходи',
      'Видатки',
      'Зведення',
      'Джерела',
      'Показники',
      'Зауваження',
    ]);

    const expenditures = await readTable(bytes, 'Видатки');
    for (const { number, actualMinor } of figures.directions) {
      const own = expenditures.filter((record) => record.get('№ напряму') === String(number));
      const sum = own.reduce((total, record) => total + parseMinor(record.get('Фактично, грн')), 0n);
      expect(sum).toBe(BigInt(actualMinor));
    }
    const summary = must(sheets.get('Зведення'), 'the summary');
    for (const { title, actualMinor } of figures.directions) {
      expect(parseMinor(findCell(summary, title, 'B', 'D').value)).toBe(BigInt(actualMinor));
    }
    expect(parseMinor(findCell(summary, 'Усього', 'B', 'D').value)).toBe(BigInt(figures.totalActualMinor));
    for (const { key, value, kind } of figures.directions.flatMap(({ indicators }) => indicators)) {
      const { title } = must(
        exampleStructure.indicators.find((indicator) => indicator.key === key),
        key,
      );
      if (kind === 'floor') {
        expect(findCell(summary, title, 'B', 'E').value).toBe(`понад ${value} заходів`);
      } else {
        expect(findCell(summary, title, 'B', 'C').value).toBe(value);
      }
    }
  });

  it('EXP-2 stores with every formula of the example the result it has', async () => {
    const { sheets } = await exportRows(exampleStructure, exampleRows);
    expect(compareFormulas(sheets)).toBeGreaterThan(200);
    const total = must(sheets.get('Видатки'), 'the table').cells.get('J40');
    expect(total?.formula).toBe('SUM(J7:J39)');
    const direction = findCell(
      must(sheets.get('Зведення'), 'the summary'),
      'Сприяння депутатській діяльності',
      'B',
      'D',
    );
    expect(direction.formula).toBe("SUMIFS('Видатки'!$J$7:$J$39,'Видатки'!$B$7:$B$39,$A8)");
  });

  it('EXP-2 EXP-15 stores with every formula the result it has, whatever the rows', async () => {
    const structure = buildReportStructure();
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { bytes, sheets } = await exportRows(structure, rows);
        compareFormulas(sheets);
        const { grand } = computeTotals(structure, rows);
        const summary = must(sheets.get('Зведення'), 'the summary');
        expect(parseMinor(findCell(summary, 'Усього', 'B', 'D').value)).toBe(grand.actualMinor);
        expect(parseMinor(findCell(summary, 'Усього', 'B', 'C').value)).toBe(grand.plannedMinor);
        const written = [...(await readTable(bytes, 'Заходи')), ...(await readTable(bytes, 'Видатки'))];
        expect(written.map((record) => record.get('Код рядка')).sort()).toEqual(
          rows.map(({ id }) => id).sort(),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('EXP-63 sums by direction, organisation and fund foot in outline groups', async () => {
    const { sheets } = await exportRows(exampleStructure, exampleRows);
    const { cells, xml } = must(sheets.get('Джерела'), 'the funds');
    const levels = new Map(
      [...xml.matchAll(/<row ([^>]*)>/g)].map(([, attributes = '']) => [
        String(/ ?r="(\d+)"/.exec(attributes)?.[1]),
        Number(/outlineLevel="(\d)"/.exec(attributes)?.[1] ?? 0),
      ]),
    );
    const sums = [0n, 0n, 0n];
    for (const [address, { formula, value }] of cells) {
      if (!address.startsWith('F') || formula === null) continue;
      const level = levels.get(address.slice(1)) ?? 0;
      expect(formula).toMatch(/^SUMIFS\(/);
      sums[level] = (sums[level] ?? 0n) + parseMinor(value);
    }
    const total = BigInt(figures.totalActualMinor);
    expect(sums).toEqual([total, total, total]);
    expect(xml).toContain('summaryBelow="0"');
  });

  it('EXP-4 keeps hostile texts as texts, character by character', async () => {
    const texts = [
      '=HYPERLINK("http://example.org","тут")',
      '+1+1',
      '-2',
      '@SUM(A1)',
      '\t=1',
      'рядок\nдругий "у лапках"; кома, крапка',
      "апостроф ' і <теги> & амперсанд",
      '🌻👩‍👩‍👧 emoji',
      'עברית ‏ ‮ справа наліво',
      '_x0041_ не літера',
      ' пробіли по краях ',
    ];
    const rows = texts.map((content, index) =>
      buildActivity(`r${String(index).padStart(2, '0')}`, { content, note: content }),
    );
    const { sheets } = await exportRows(buildReportStructure(), rows);
    const sheet = must(sheets.get('Заходи'), 'the table');
    for (const [index, text] of texts.entries()) {
      for (const column of ['F', 'L']) {
        expect(sheet.cells.get(`${column}${index + 6}`)).toMatchObject({ value: text, formula: null });
      }
    }
    const formulas = [...sheet.cells.values()].filter(({ formula }) => formula !== null);
    expect(formulas.map(({ formula }) => formula)).toEqual(['COUNTA(F6:F17)']);
    compareFormulas(sheets);
  });

  it('EXP-4 leaves out what no XML can hold, and the file still opens', async () => {
    const rows = [buildActivity('r1', { content: 'а\u0000б\u0008в\uFFFFг\uD800ґ\u007F\r\nд' })];
    const { bytes, sheets } = await exportRows(buildReportStructure(), rows);
    expect(sheets.get('Заходи')?.cells.get('F6')?.value).toBe('абвгґ\nд');
    const [record] = await readTable(bytes, 'Заходи');
    expect(record?.get('Зміст заходу')).toBe('абвгґ\nд');
  });

  it('EXP-4 takes names for what they are, also where a criterion would see an operator or a wildcard', async () => {
    const structure = buildReportStructure();
    const names = ['=o1', '<>*', '~?'];
    const organisations = structure.organisations.map((organisation, index) => ({
      ...organisation,
      name: names[index] ?? '',
      shortName: names[index] ?? '',
    }));
    const codes = ['0210180', '210180', '*', '<>0', '=1'];
    const rows = codes.map((kpkvk, index) =>
      buildExpenditure(`r${index}`, { kpkvk, actualMinor: 10 ** index }, `o${(index % 3) + 1}`),
    );
    const { sheets } = await exportRows({ ...structure, organisations }, rows);
    compareFormulas(sheets);
    const summary = must(sheets.get('Зведення'), 'the summary');
    for (const [index, code] of codes.entries()) {
      expect(parseMinor(findCell(summary, code, 'B', 'D').value)).toBe(10n ** BigInt(index));
    }
  });

  it('EXP-5 is ready to read and to print', async () => {
    const { sheets, files } = await exportRows(exampleStructure, exampleRows);
    const { xml: whole, cells } = must(sheets.get('Видатки'), 'the table');
    const xml = whole.replace(/<sheetData>.*<\/sheetData>/s, '');
    expect(xml).toMatch(/<pane xSplit="2" ySplit="6" topLeftCell="C7"[^>]* state="frozen"\/>/);
    expect(xml).toContain('<autoFilter ref="A6:R38"/>');
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*/);
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*/);
    expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"[^>]*/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('Сторінка &amp;P з &amp;N');
    expect(xml).not.toContain('<sheetProtection');
    expect(xml.match(/<col [^>]*customWidth="1"/g)?.length).toBeGreaterThan(8);
    expect(files.get('xl/styles.xml')).toContain('wrapText="1"');
    expect(files.get('xl/workbook.xml')).toContain('Видатки&apos;!$6:$6</definedName>');
    expect(cells.get('J7')?.numberFormat).toBe('[$-422]#,##0.00');
    expect(cells.get('G7')).toMatchObject({ value: '0210180', numberFormat: '@' });
  });

  it('EXP-5 writes a day as a date and a span as text', async () => {
    const rows = [
      buildActivity('r1', { period: '2020-08-19' }),
      buildActivity('r2', { period: '2020-03-01/2020-03-31' }),
      buildActivity('r3', { period: '2020-03-01/2020-03-15' }),
    ];
    const { bytes, sheets } = await exportRows(buildReportStructure(), rows);
    const cells = must(sheets.get('Заходи'), 'the table').cells;
    expect(cells.get('G6')).toMatchObject({ value: 44_062, numberFormat: 'dd.mm.yyyy' });
    const [day, month, span] = await readTable(bytes, 'Заходи');
    expect(day?.get('Дата або період')).toEqual(new Date('2020-08-19T00:00:00Z'));
    expect(month?.get('Дата або період')).toBe('березень 2020');
    expect(span?.get('Дата або період')).toBe('01.03.2020–15.03.2020');
  });

  it('ends with the place to sign, by position and not by name', async () => {
    const { sheets } = await exportRows(exampleStructure, exampleRows);
    const texts = [...must(sheets.get('Зведення'), 'the summary').cells.values()].map(({ value }) => value);
    expect(texts.at(-1)).toMatch(/^Керуюча справами виконкому\s+_+$/);
  });

  it('EXP-6 carries the ids of rows and organisations in hidden columns', async () => {
    const { bytes, sheets } = await exportRows(exampleStructure, exampleRows);
    const [first] = await readTable(bytes, 'Видатки');
    expect(first?.get('Код рядка')).toBe('e-001');
    expect(first?.get('Код виконавця')).toBe('vykonkom');
    const [columns = ''] = /<cols>.*<\/cols>/.exec(sheets.get('Видатки')?.xml ?? '') ?? [];
    const hidden = columns.match(/<col [^>]*hidden="1"[^>]*>/g);
    expect(hidden?.map((column) => column.match(/(?:min|max)="\d+"/g))).toEqual([
      ['min="15"', 'max="15"'],
      ['min="16"', 'max="18"'],
    ]);
  });

  it('EXP-7 makes a whole workbook of an empty report', async () => {
    const structure = { ...buildReportStructure(), directions: [], indicators: [], organisations: [] };
    const { bytes, sheets } = await exportRows(structure, []);
    expect(await readTable(bytes, 'Заходи')).toEqual([]);
    expect(await readTable(bytes, 'Видатки')).toEqual([]);
    expect(compareFormulas(sheets)).toBeGreaterThan(0);
    const summary = must(sheets.get('Зведення'), 'the summary');
    expect(findCell(summary, 'Усього', 'B', 'D').value).toBe(0);
    expect(findCell(summary, 'Усього', 'B', 'F').value).toBe('—');
  });

  it('EXP-7 holds 5,000 rows that add up', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) =>
      buildExpenditure(`r${index}`, {
        directionId: must(buildReportStructure().directions[index % 3], 'a direction').id,
        plannedMinor: index * 7,
        actualMinor: index * 7 + (index % 2),
        measure: `Захід ${index}`,
      }),
    );
    const { bytes, sheets } = await exportRows(buildReportStructure(), rows);
    const written = await readTable(bytes, 'Видатки');
    expect(written).toHaveLength(5_000);
    const sum = written.reduce((total, record) => total + parseMinor(record.get('Фактично, грн')), 0n);
    const { grand } = computeTotals(buildReportStructure(), rows);
    expect(sum).toBe(grand.actualMinor);
    expect(parseMinor(sheets.get('Видатки')?.cells.get(`J${5_000 + 7}`)?.value)).toBe(grand.actualMinor);
  });

  it('EXP-8 shows what could not be read, marked, and counts it for nothing', async () => {
    const rows: Row[] = [
      { ...buildExpenditure('r1'), flaws: { actualMinor: { code: 'wrong-type', raw: '390,023' } } },
      { ...buildActivity('r2'), flaws: { state: { code: 'wrong-type', raw: 'скасовано' } } },
    ];
    const { bytes, sheets } = await exportRows(buildReportStructure(), rows);
    const [expenditure] = await readTable(bytes, 'Видатки');
    expect(expenditure?.get('Фактично, грн')).toBe('(?) 390,023');
    const [activity] = await readTable(bytes, 'Заходи');
    expect(activity?.get('Стан')).toBe('(?) скасовано');
    compareFormulas(sheets);
  });

  it('EXP-12 says on every sheet of an example that it is one', async () => {
    const { sheets } = await exportRows(exampleStructure, exampleRows);
    for (const { cells } of sheets.values()) {
      expect([...cells.values()].map(({ value }) => value)).toContain(exampleNote.uk);
    }
    const real = await exportRows(buildReportStructure(), []);
    for (const { cells } of real.sheets.values()) {
      expect([...cells.values()].map(({ value }) => value)).not.toContain(exampleNote.uk);
    }
  });

  it('EXP-24 says on every sheet of a draft that it is one, also on paper, and nowhere in a final file', async () => {
    const draft = await exportRows(exampleStructure, exampleRows, true);
    for (const { cells, xml } of draft.sheets.values()) {
      expect([...cells.values()].map(({ value }) => value)).toContain('ЧЕРНЕТКА');
      expect(xml).toMatch(/<oddHeader>[^<]*ЧЕРНЕТКА<\/oddHeader>/);
    }
    const final = await exportRows(exampleStructure, exampleRows);
    for (const { cells, xml } of final.sheets.values()) {
      expect([...cells.values()].map(({ value }) => value)).not.toContain('ЧЕРНЕТКА');
      expect(xml).not.toContain('oddHeader');
    }
  });
});
