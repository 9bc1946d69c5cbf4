import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { type ExportFile, listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';

const buildExample = () =>
  buildReportModel(buildContent(buildExampleStructure(), buildExampleRows(), narratives2020));
const model = buildExample();

const files: ExportFile[] = [
  ...(['docx', 'pdf', 'html', 'markdown', 'open-data', 'xlsx', 'csv'] as const).flatMap(listFilesOf),
];
const nameOf = (file: ExportFile) => nameExportFile(file, 2020, false);

function write(file: ExportFile, of: ReportModel = model): Promise<Uint8Array> {
  return writeExportFile(of, file, { isDraft: false, onProgress: () => undefined });
}

function check(file: ExportFile, bytes: Uint8Array): Promise<FootingCheck> {
  return checkFile(model, file, { name: nameOf(file), bytes });
}

type Change = (text: string) => string;

/** Throws when there is nothing to replace: a test that changes nothing proves nothing. */
const replace =
  (from: string, to: string, place: 'first' | 'last' = 'first'): Change =>
  (text) => {
    const at = place === 'first' ? text.indexOf(from) : text.lastIndexOf(from);
    if (at < 0) throw new Error(`«${from}» is not there`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  };

function changeText(bytes: Uint8Array, change: Change): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
}

function changeInZip(bytes: Uint8Array, path: string, change: Change): Uint8Array {
  const entries = unzipSync(bytes);
  return zipSync({ ...entries, [path]: changeText(must(entries[path], path), change) });
}

const space = '\u00A0';
const docx: ExportFile = { format: 'docx' };
const xlsx: ExportFile = { format: 'xlsx' };
const html: ExportFile = { format: 'html' };
const markdown: ExportFile = { format: 'markdown' };
const openData: ExportFile = { format: 'open-data' };
const csv: ExportFile = { format: 'csv', table: 'expenditure', flavour: 'excel' };
const inDocument = (change: Change) => (bytes: Uint8Array) => changeInZip(bytes, 'word/document.xml', change);
const inSheet = (number: number, change: Change) => (bytes: Uint8Array) =>
  changeInZip(bytes, `xl/worksheets/sheet${number}.xml`, change);
const inText = (change: Change) => (bytes: Uint8Array) => changeText(bytes, change);

/** From the place of a text on: an amount of the text, or of the annexes. */
const after =
  (mark: string, change: Change): Change =>
  (text) => {
    const at = text.lastIndexOf(mark);
    if (at < 0) throw new Error(`«${mark}» is not there`);
    return text.slice(0, at) + change(text.slice(at));
  };

type Spoilt = {
  title: string;
  file: ExportFile;
  spoil: (bytes: Uint8Array) => Uint8Array;
  place: RegExp;
  expected?: string | null;
  found?: string | null;
};

const spoilt: Spoilt[] = [
  {
    title: 'a row of an annex of Word',
    file: docx,
    spoil: inDocument(after('Додаток 2', replace(`14${space}865,20`, `14${space}865,30`))),
    place: /^таблиця \d+, рядок \d+, «Фактично, грн»$/,
    expected: `14${space}865,20`,
    found: `14${space}865,30`,
  },
  {
    title: 'a figure in a sentence of Word',
    file: docx,
    spoil: inDocument(replace('55 засідань', '56 засідань')),
    place: /^абзац \d+$/,
    found: expect.stringMatching(/^56/),
  },
  {
    title: 'a row that Word has lost',
    file: docx,
    spoil: inDocument(
      after('Додаток 2', (text) => text.replace(/<w:tr>(?:(?!<\/w:tr>).)*14\u00A0865,20.*?<\/w:tr>/su, '')),
    ),
    place: /таблиця/,
  },
  {
    title: 'the grand total of the annexes of Word',
    file: docx,
    spoil: inDocument(after('Видатки за виконавцями', replace(`437${space}603,56`, `437${space}603,65`))),
    place: /^таблиця \d+, рядок \d+, «Фактично, грн»$/,
    expected: `437${space}603,56`,
  },
  {
    title: 'a stored result of a workbook',
    file: xlsx,
    spoil: inSheet(2, replace('<v>437603.56</v>', '<v>437603.57</v>')),
    place: /^«Видатки»!J\d+$/,
  },
  {
    title: 'a range of a formula',
    file: xlsx,
    spoil: inSheet(2, (text) => text.replace(/<f>SUM\(J(\d+):J\d+\)<\/f>/, '<f>SUM(J$1:J9)</f>')),
    place: /^«Видатки»!J\d+$/,
  },
  {
    title: 'an amount in a row of a workbook',
    file: xlsx,
    spoil: inSheet(2, replace('<v>14865.2</v>', '<v>14865.3</v>')),
    place: /^«[^»]+»![A-Z]+\d+$/,
  },
  {
    title: 'a function that no spreadsheet has',
    file: xlsx,
    spoil: inSheet(3, replace('<f>SUMIFS(', '<f>SUMIFZ(')),
    place: /^«Зведення»!/,
  },
  {
    title: 'an amount in CSV',
    file: csv,
    spoil: inText(replace(';14865,20;', ';14865,02;')),
    place: /^рядок \d+, «Фактично, грн»$/,
    expected: `14${space}865,20`,
    found: '14865,02',
  },
  {
    title: 'a line that CSV has lost',
    file: csv,
    spoil: inText((text) => text.replace(/\r\n[^\r]*;14865,20;[^\r]*/, '')),
    place: /^рядок \d+/,
  },
  {
    title: 'a line too many in CSV',
    file: csv,
    spoil: inText((text) => `${text}${must(text.trimEnd().split('\r\n').at(-1), 'a line')}\r\n`),
    place: /^рядок \d+/,
    expected: null,
  },
  {
    title: 'an amount in a row of the page',
    file: html,
    spoil: inText(after('id="expenditures"', replace(`14${space}865,20`, `14${space}865,21`))),
    place: /^#row\..+, «Фактично, грн»$/,
  },
  {
    title: 'a figure in a sentence of the page',
    file: html,
    spoil: inText(replace('1717 осіб', '1716 осіб')),
    place: /^абзац \d+$/,
    found: expect.stringMatching(/^1716/),
  },
  {
    title: 'a sum of the page',
    file: html,
    spoil: inText(after('id="totals"', replace(`>390${space}023,56<`, `>390${space}032,56<`))),
    place: /^#totals, «За напрямами», рядок \d, «Фактично, грн»$/,
  },
  {
    title: 'a row of Markdown',
    file: markdown,
    spoil: inText(after('## Видатки', replace(`14${space}865,20`, `14${space}865,00`))),
    place: /^«Видатки», рядок \d+, «Фактично, грн»$/,
  },
  {
    title: 'a sentence of Markdown',
    file: markdown,
    spoil: inText(replace(`47${space}580,00${space}грн`, `47${space}580,01${space}грн`)),
    place: /^абзац \d+$/,
  },
  {
    title: 'a table of open data',
    file: openData,
    spoil: (bytes) => changeInZip(bytes, 'data/totals.csv', replace('437603.56', '437603.65')),
    place: /^(?:hash|рядок \d+, «actual»)$/,
  },
];

describe('checkFile', () => {
  it.each(files.map((file) => [nameOf(file), file] as const))(
    'EXP-72 %s of the example is read back and foots',
    async (name, file) => {
      const result = await check(file, await write(file));
      expect(result).toMatchObject({ subject: 'file', file: name, isEqual: true, differences: [] });
      expect(result.compared).toBeGreaterThan(100);
    },
  );

  it.each(spoilt.map((own) => [own.title, own] as const))(
    'EXP-73 it finds %s that is wrong, and names the place',
    async (_, { file, spoil, place, expected, found }) => {
      const bytes = await write(file);
      const changed = spoil(bytes);
      expect(Buffer.compare(changed, bytes)).not.toBe(0);
      const result = await check(file, changed);
      expect(result.isEqual).toBe(false);
      const first = must(result.differences[0], 'a difference');
      expect(first.place.file).toContain(nameOf(file));
      expect(result.differences.map((own) => own.place.cell).join('\n')).toMatch(
        new RegExp(place.source, 'm'),
      );
      if (expected !== undefined) expect(first.expected).toBe(expected);
      if (found !== undefined) expect(first.found).toEqual(found);
    },
  );

  it('EXP-73 it finds a row, a sum and a sentence of a PDF that are those of another report', async () => {
    const rows = buildExampleRows();
    const row = must(
      rows.find((own) => own.kind === 'expenditure' && own.values.actualMinor === 1_486_520),
      'a row',
    );
    if (row.kind === 'expenditure') row.values = { ...row.values, actualMinor: 1_486_530 };
    const other = buildReportModel(buildContent(buildExampleStructure(), rows, narratives2020));
    const result = await check({ format: 'pdf' }, await write({ format: 'pdf' }, other));
    expect(result.isEqual).toBe(false);
    const places = result.differences.map(({ place, found }) => `${place.cell} ${found}`);
    expect(places).toContainEqual(expect.stringMatching(/^с\. 1 47.580,10/));
    expect(places).toContainEqual(expect.stringMatching(/^с\. \d+, рядок \d+, «Фактично, грн» 14.865,30$/));
    expect(places).toContainEqual(expect.stringMatching(/^с\. \d+, рядок \d+, «Фактично, грн» 437.603,66$/));
  });

  it.each(files.map((file) => [nameOf(file), file] as const))(
    'EXP-73 half of %s does not pass for the whole',
    async (_, file) => {
      const bytes = await write(file);
      const result = await check(file, bytes.slice(0, bytes.length / 2));
      expect(result.isEqual).toBe(false);
      expect(result.differences[0]?.place.cell).not.toBe('');
    },
  );
});
