import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import { type CsvFlavour, type CsvTable, csvFlavours, csvTables } from '#shared/export/ExportFile.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { defuseText, restoreText } from '#shared/report/defuseText.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { computeRowFingerprint } from '#shared/report/rowFingerprint.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

type Fields = Record<string, string>;

const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
const delimiters = { standard: ',', excel: ';' } as const;
const final = { isDraft: false };

function readCsv(text: string, flavour: CsvFlavour): Fields[] {
  return parse(text, { delimiter: delimiters[flavour], columns: true, bom: flavour === 'excel' });
}

function exportRows(rows: readonly Row[], table: CsvTable, flavour: CsvFlavour): Fields[] {
  return readCsv(
    writeTableCsv(buildReportModel(buildContent(buildReportStructure(), rows)), table, flavour, final),
    flavour,
  );
}

/** `-134.80` or `-134,80` → -13480n. */
function parseMinor(text: string | undefined, flavour: CsvFlavour): bigint {
  const mark = flavour === 'excel' ? ',' : '\\.';
  const [, whole = '', decimals = ''] =
    new RegExp(`^(-?\\d+)${mark}(\\d\\d)$`).exec(must(text, 'an amount')) ?? [];
  if (whole === '') throw new Error(`not an amount: ${text}`);
  return BigInt(whole + decimals);
}

const sum = (records: readonly Fields[], header: string, flavour: CsvFlavour) =>
  records.reduce((total, record) => total + parseMinor(record[header], flavour), 0n);

describe('writeTableCsv', () => {
  it.each(csvFlavours)('EXP-1 holds every published figure of 2020, to the kopiyka: %s', (flavour) => {
    const expenditures = readCsv(writeTableCsv(example, 'expenditure', flavour, final), flavour);
    const totals = readCsv(writeTableCsv(example, 'totals', flavour, final), flavour);
    const slice = flavour === 'excel' ? 'Напрям' : 'direction';
    for (const { number, actualMinor } of figures.directions) {
      const own = expenditures.filter((record) => record['№ напряму'] === String(number));
      expect(sum(own, 'Фактично, грн', flavour)).toBe(BigInt(actualMinor));
      const total = totals.find(
        (record) => record.Розріз === slice && record['№ напряму'] === String(number),
      );
      expect(parseMinor(total?.['Фактично, грн'], flavour)).toBe(BigInt(actualMinor));
    }
    expect(parseMinor(totals[0]?.['Фактично, грн'], flavour)).toBe(BigInt(figures.totalActualMinor));
    const indicatorSlice = flavour === 'excel' ? 'Показник' : 'indicator';
    for (const { key, value, kind } of figures.directions.flatMap(({ indicators }) => indicators)) {
      const line = totals.find((record) => record.Розріз === indicatorSlice && record.Код === key);
      if (kind === 'floor') expect(line?.['У звіті']).toBe(`понад ${value} заходів`);
      else expect(line?.Значення).toBe(String(value));
    }
  });

  it('EXP-1 EXP-15 has every row once and sums that equal the totals, whatever the rows', () => {
    const structure = buildReportStructure();
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...csvFlavours), (rows, flavour) => {
        const totals = computeTotals(structure, rows);
        const expenditures = exportRows(rows, 'expenditure', flavour);
        const activities = exportRows(rows, 'activity', flavour);
        const ids = [...expenditures, ...activities].map((record) => record['Код рядка']);
        expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
        const lines = exportRows(rows, 'totals', flavour);
        expect(parseMinor(lines[0]?.['Фактично, грн'], flavour)).toBe(totals.grand.actualMinor);
        const deviation = totals.grand.actualMinor - totals.grand.plannedMinor;
        expect(sum(expenditures, 'Відхилення, грн', flavour)).toBe(deviation);
        const slices = flavour === 'excel' ? ['Напрям', 'Виконавець'] : ['direction', 'organisation'];
        for (const slice of [
          ...slices,
          flavour === 'excel' ? 'Напрям і виконавець' : 'direction-organisation',
        ]) {
          const own = lines.filter((record) => record.Розріз === slice);
          expect(sum(own, 'Фактично, грн', flavour)).toBe(totals.grand.actualMinor);
        }
      }),
    );
  });

  it('EXP-9 standard is RFC 4180: comma, CRLF, point, ISO dates, codes, no byte order mark', () => {
    const rows = [
      buildExpenditure('r1', {
        actualMinor: 1_486_520,
        plannedMinor: 1_500_000,
        fund: 'general',
        kpkvk: '0210180',
      }),
      buildActivity('r2', {
        period: '2020-03-01/2020-03-31',
        state: 'done',
        form: 'online',
        quantity: 12_345,
      }),
      buildActivity('r3', { period: '2020-08-19' }),
    ];
    const model = buildReportModel(buildContent(buildReportStructure(), rows));
    const text = writeTableCsv(model, 'expenditure', 'standard', final);
    expect(text.startsWith('№ напряму,Напрям,Виконавець,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(exportRows(rows, 'expenditure', 'standard')[0]).toMatchObject({
      'Фактично, грн': '14865.20',
      'Відхилення, грн': '-134.80',
      'Джерело фінансування': 'general',
      КПКВК: '0210180',
    });
    const [span, day] = exportRows(rows, 'activity', 'standard');
    expect(span).toMatchObject({ 'Дата або період': '2020-03-01/2020-03-31', Форма: 'online', Стан: 'done' });
    expect(span?.Кількість).toBe('12345');
    expect(day?.['Дата або період']).toBe('2020-08-19');
  });

  it('EXP-10 excel is what Ukrainian Excel opens: byte order mark, semicolon, decimal comma, dd.mm.yyyy', () => {
    const rows = [
      buildExpenditure('r1', {
        actualMinor: 43_760_356,
        plannedMinor: 43_760_357,
        fund: 'general',
        kpkvk: '0210180',
        kekv: '2210',
      }),
      buildActivity('r2', { period: '2020-01-01/2020-12-31', state: 'done' }),
      buildActivity('r3', { period: '2020-08-19' }),
    ];
    const text = writeTableCsv(
      buildReportModel(buildContent(buildReportStructure(), rows)),
      'expenditure',
      'excel',
      final,
    );
    expect(text.startsWith('\uFEFF№ напряму;Напрям;Виконавець;')).toBe(true);
    expect(exportRows(rows, 'expenditure', 'excel')[0]).toMatchObject({
      'Фактично, грн': '437603,56',
      'Відхилення, грн': '-0,01',
      'Джерело фінансування': 'Загальний фонд',
      КПКВК: '="0210180"',
      КЕКВ: '2210',
    });
    const [year, day] = exportRows(rows, 'activity', 'excel');
    expect(year).toMatchObject({ 'Дата або період': '01.01.2020–31.12.2020', Стан: 'виконано' });
    expect(day?.['Дата або період']).toBe('19.08.2020');
  });

  it.each(csvFlavours)('EXP-11 defuses texts that a spreadsheet would run, and only those: %s', (flavour) => {
    const hostile = [
      '=HYPERLINK("http://example.org";"тут")',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      "'=1",
    ];
    const harmless = [
      'а=б',
      'рядок\nдругий',
      '"лапки"',
      'кома, і; крапка',
      '🌻',
      'עברית',
      "'апостроф",
      'а - б',
    ];
    const rows = [...hostile, ...harmless].map((measure, index) =>
      buildExpenditure(`r${10 + index}`, { measure, plannedMinor: 1, actualMinor: 0 }),
    );
    const records = exportRows(rows, 'expenditure', flavour);
    const written = records.map((record) => record.Захід ?? '');
    expect(written.slice(0, hostile.length)).toEqual(hostile.map((text) => `'${text}`));
    expect(written.slice(hostile.length)).toEqual(harmless);
    for (const text of written) expect(text).not.toMatch(/^\s*[=+\-@]/);
    const deviation = flavour === 'excel' ? '-0,01' : '-0.01';
    expect(records.map((record) => record['Відхилення, грн'])).toEqual(rows.map(() => deviation));
  });

  it('EXP-11 can undo the defusing of any text', () => {
    const parts = fc.constantFrom("'", '=', '-', ' ', '\t', '\n', 'а', '＝');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts, { maxLength: 6 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (original) => {
        expect(restoreText(defuseText(original))).toBe(original);
        expect(defuseText(original)).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
      }),
    );
  });

  it.each(csvFlavours)('EXP-9 EXP-10 quotes a text of several lines, whatever ends them: %s', (flavour) => {
    const rows = ['а\nб', 'а\rб', 'а\r\nб'].map((measure, index) =>
      buildExpenditure(`r${index}`, { measure }),
    );
    const text = writeTableCsv(
      buildReportModel(buildContent(buildReportStructure(), rows)),
      'expenditure',
      flavour,
      final,
    );
    for (const { values } of rows) expect(text).toContain(`"${values.measure}"`);
  });

  it.each(csvFlavours)('EXP-6 carries ids in the last columns, safe from a spreadsheet: %s', (flavour) => {
    const rows = [
      buildExpenditure('12e5', { measure: 'а' }),
      buildExpenditure('1-2'),
      buildExpenditure('x1'),
    ];
    const model = buildReportModel(buildContent(buildReportStructure(), rows));
    const [header = '', ...lines] = writeTableCsv(model, 'expenditure', flavour, final).trim().split('\r\n');
    expect(header.split(delimiters[flavour]).slice(-3)).toEqual(['Код виконавця', 'Код рядка', 'Відбиток']);
    const fingerprint = computeRowFingerprint('expenditure', { measure: 'а' }, {});
    const quote = (id: string) => (flavour === 'excel' ? `"=""${id}"""` : id);
    expect(
      lines.some((line) => line.endsWith(['o1', quote('12e5'), fingerprint].join(delimiters[flavour]))),
    ).toBe(true);
    expect(lines.some((line) => line.includes(quote('1-2')))).toBe(true);
    expect(lines.some((line) => line.includes(`${delimiters[flavour]}x1${delimiters[flavour]}`))).toBe(true);
  });

  it('EXP-7 writes an empty report as a header, and 5,000 rows in full', () => {
    for (const flavour of csvFlavours) {
      expect(exportRows([], 'activity', flavour)).toEqual([]);
      expect(exportRows([], 'expenditure', flavour)).toEqual([]);
      const [grand] = exportRows([], 'totals', flavour);
      expect(parseMinor(grand?.['Фактично, грн'], flavour)).toBe(0n);
      expect(grand?.['Виконання, %']).toBe('');
      const rows = Array.from({ length: 5_000 }, (_, index) =>
        buildExpenditure(`r${index}`, {
          plannedMinor: 0,
          actualMinor: index,
          measure: 'текст; "з лапками"\nі рядком',
        }),
      );
      const records = exportRows(rows, 'expenditure', flavour);
      expect(sum(records, 'Фактично, грн', flavour)).toBe(12_497_500n);
    }
  });

  it('EXP-8 shows what could not be read, marked', () => {
    const row: Row = {
      ...buildExpenditure('r1'),
      flaws: { actualMinor: { code: 'wrong-type', raw: '390.023' } },
    };
    for (const flavour of csvFlavours) {
      expect(exportRows([row], 'expenditure', flavour)[0]?.['Фактично, грн']).toBe('(?) 390.023');
    }
  });

  it('EXP-12 says in every line of an example that it is one, and nothing of it in a real report', () => {
    for (const table of csvTables) {
      for (const record of readCsv(writeTableCsv(example, table, 'standard', final), 'standard')) {
        expect(record.Застереження).toBe(exampleNote.short.uk);
      }
      const [real] = exportRows([buildActivity('r1'), buildExpenditure('r2')], table, 'standard');
      expect(real).toBeDefined();
      expect(real).not.toHaveProperty('Застереження');
    }
  });

  it('EXP-24 says in every line of a draft that it is one, before what an example says', () => {
    const read = (model: ReportModel, table: CsvTable) =>
      readCsv(writeTableCsv(model, table, 'standard', { isDraft: true }), 'standard');
    const rows = [buildActivity('r1'), buildExpenditure('r2')];
    const real = buildReportModel(buildContent(buildReportStructure(), rows));
    for (const table of csvTables) {
      for (const record of read(real, table)) expect(record.Застереження).toBe('ЧЕРНЕТКА');
      for (const record of read(example, table)) {
        expect(record.Застереження).toBe(`ЧЕРНЕТКА. ${exampleNote.short.uk}`);
      }
    }
  });

  it('prints a per cent with one decimal at most', () => {
    const rows = [buildExpenditure('r1', { plannedMinor: 1_000, actualMinor: 987 })];
    expect(exportRows(rows, 'totals', 'standard')[0]?.['Виконання, %']).toBe('98.7');
    expect(exportRows(rows, 'totals', 'excel')[0]?.['Виконання, %']).toBe('98,7');
  });
});
