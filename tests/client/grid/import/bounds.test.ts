import { describe, expect, it } from 'vitest';
import { importBounds } from '#client/grid/import/reading/importBounds.ts';
import { formatError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import {
  buildSheetData,
  buildXlsx,
  buildXlsxFiles,
  type XlsxParts,
} from '#tests/support/import/buildXlsx.ts';
import { buildZip } from '#tests/support/import/buildZip.ts';
import { readFixture, readRows } from './openImport.ts';

const refusal = (code: ErrorCode, parameters: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, parameters: expect.objectContaining(parameters) });
const blob = (content: string | Uint8Array<ArrayBuffer>) => new Blob([content]);
const workbook = (parts: XlsxParts) => blob(buildXlsx(parts));

/** The container of old Office formats, and of protected new ones: its signature, and one name in its directory. */
function buildOle(name: string): Blob {
  const bytes = new Uint8Array(2_048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(name, 'utf16le'), 512 + 128);
  return new Blob([bytes]);
}

describe('a file of another kind', () => {
  it.each<[string, () => Blob | Promise<Blob>, ErrorCode]>([
    ['an .xls of LibreOffice', () => readFixture('zakhody.xls'), 'import.xls'],
    ['an .ods', () => readFixture('zakhody.ods'), 'import.opendocument'],
    ['a workbook under a password', () => buildOle('EncryptedPackage'), 'import.password'],
    ['a .doc', () => buildOle('WordDocument'), 'import.document'],
    ['some other container', () => buildOle('Contents'), 'import.not-a-table'],
    ['a PDF', () => blob('%PDF-1.7\n%âãÏÓ\n'), 'import.pdf'],
    ['an RTF', () => blob('{\\rtf1\\ansi'), 'import.document'],
    [
      'a web page called .xls',
      () => blob('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
      'import.markup',
    ],
    ['XML of 2003', () => blob('\uFEFF<?xml version="1.0"?><Workbook/>'), 'import.markup'],
    [
      'a picture',
      () => blob(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2)),
      'import.not-a-table',
    ],
    ['nothing', () => blob(''), 'import.empty'],
    ['blank lines', () => blob('\n;;\n'), 'import.empty'],
    ['an archive of other files', () => blob(buildZip({ 'план.txt': 'план' })), 'import.no-workbook'],
    ['an archive of nothing', () => blob(buildZip({})), 'import.no-workbook'],
    [
      'a .docx',
      () => {
        const files = buildXlsxFiles({ sheets: { A: '' }, files: { 'xl/workbook.xml': '<document/>' } });
        return blob(buildZip(files));
      },
      'import.no-workbook',
    ],
    [
      'an .xlsb',
      () => {
        const { '_rels/.rels': rels = '', ...files } = buildXlsxFiles({ sheets: { A: '' } });
        return blob(
          buildZip({ ...files, '_rels/.rels': rels.replace('.xml', '.bin'), 'xl/workbook.bin': 'x' }),
        );
      },
      'import.xlsb',
    ],
    [
      'an archive cut short',
      async () => (await readFixture('zakhody.xlsx')).slice(0, 3_000),
      'import.broken',
    ],
    [
      'an encrypted archive',
      () => blob(buildZip(buildXlsxFiles({ sheets: { A: '' } }), { isEncrypted: true })),
      'import.password',
    ],
    ['a workbook without cells', () => workbook({ sheets: {} }), 'import.no-sheets'],
  ])('IMP-1 %s', async (_name, build, code) => {
    await expect(readRows(await build())).rejects.toEqual(refusal(code));
    const words = formatError(code, {}, 'uk');
    expect(words).toMatch(/Оберіть|оберіть|Збережіть|збережіть|Скопіюйте|Попросіть|зніміть/);
  });

  it('IMP-1 is not told by its name: any bytes of a workbook with one changed are read alike or refused', async () => {
    const bytes = new Uint8Array(await (await readFixture('zakhody.xlsx')).arrayBuffer());
    const expected = await readRows(blob(bytes));
    for (let place = 60; place < bytes.length; place += 97) {
      const damaged = bytes.slice();
      damaged[place] = (damaged[place] ?? 0) ^ 0x55;
      const answer = await readRows(blob(damaged)).catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toMatchObject({ code: expect.stringMatching(/^import\./) });
      else expect(answer).toEqual(expected);
    }
  });
});

describe('a bound', () => {
  const row = (cells: string) => `<sheetData><row>${cells}</row></sheetData>`;
  const rows = (count: number) => `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData>`;

  it('IMP-8 on the bytes of a file is named', async () => {
    const file = { size: importBounds.fileBytes + 1 } as Blob;
    await expect(readRows(file)).rejects.toEqual(refusal('import.too-large', { limit: 20 }));
  });

  it.each<[string, () => Blob, ErrorCode, Record<string, unknown>]>([
    [
      'rows of a sheet',
      () => workbook({ sheets: { Рік: rows(50_001) } }),
      'import.too-many-rows',
      { sheet: 'Рік', limit: 50_000 },
    ],
    ['rows of a CSV file', () => blob('а;б\n'.repeat(50_001)), 'import.too-many-rows', { limit: 50_000 }],
    [
      'columns of a sheet',
      () => workbook({ sheets: { A: row('<c r="GS1"><v>1</v></c>') } }),
      'import.too-many-columns',
      { limit: 200 },
    ],
    ['columns of a CSV file', () => blob(`${'а;'.repeat(200)}а`), 'import.too-many-columns', { limit: 200 }],
    [
      'a cell of a CSV file',
      () => blob(`а;${'б'.repeat(32_768)}`),
      'import.too-long-cell',
      { limit: 32_767 },
    ],
    [
      'a cell of a sheet',
      () => workbook({ sheets: { A: row(`<c t="inlineStr"><is><t>${'ї'.repeat(70_000)}</t></is></c>`) } }),
      'import.too-long-cell',
      {},
    ],
    [
      'sheets',
      () =>
        workbook({
          sheets: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`A${index}`, ''])),
        }),
      'import.too-many-sheets',
      { limit: 100 },
    ],
    [
      'merges',
      () =>
        workbook({
          sheets: {
            A: `${row('<c><v>1</v></c>')}<mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(20_001)}</mergeCells>`,
          },
        }),
      'import.too-many-merges',
      {},
    ],
    [
      'files in an archive',
      () =>
        blob(
          buildZip({
            ...buildXlsxFiles({ sheets: { A: '' } }),
            ...Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`x${index}`, ''])),
          }),
        ),
      'import.too-many-entries',
      {},
    ],
  ])('IMP-8 on the %s is named', async (_name, build, code, parameters) => {
    await expect(readRows(build())).rejects.toEqual(refusal(code, parameters));
  });

  it('IMP-8 on what an archive unpacks to holds, whatever its headers say', async () => {
    // 200 MiB in less than 1 MiB, which say they are one byte.
    const bomb = '<a/>'.repeat(50 * 1024 * 1024);
    const files = buildXlsxFiles({ sheets: { A: '' } });
    const sheet = `<worksheet>${bomb}</worksheet>`;
    const file = blob(buildZip({ ...files, 'xl/worksheets/sheet1.xml': sheet }, { statedSize: 1 }));
    expect(file.size).toBeLessThan(1024 * 1024);
    await expect(readRows(file)).rejects.toEqual(refusal('import.ratio', { limit: 250 }));
  });

  it('IMP-8 leaves alone a sheet whose formatting goes down to the last row', async () => {
    const empty = '<row><c s="0"/><c s="0"/></row>'.repeat(100_000);
    const { info } = await readRows(
      workbook({ sheets: { A: `<sheetData><row><c><v>1</v></c></row>${empty}</sheetData>` } }),
    );
    expect(info.rowCount).toBe(1);
  });

  it.each([
    ['a document type', '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'],
    ['an entity of its own', '<worksheet>&file;</worksheet>'],
    ['tags that do not close', '<worksheet><sheetData>'],
    [
      'a row past the last',
      '<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'an address that is none',
      '<worksheet><sheetData><row><c r="ЇЇ1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a text that is not there',
      '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>',
    ],
    ['a number that is none', '<worksheet><sheetData><row><c><v>1,5</v></c></row></sheetData></worksheet>'],
  ])('IMP-1 XML with %s is refused', async (_name, xml) => {
    const files = buildXlsxFiles({ sheets: { A: '' }, files: { 'xl/worksheets/sheet1.xml': xml } });
    await expect(readRows(blob(buildZip(files)))).rejects.toEqual(refusal('import.broken'));
  });

  it('IMP-8 lets through what is as large as may be', async () => {
    const data = Array.from({ length: 50_000 }, (_, index) => [`Захід ${index}`, index, null, 'ґ']);
    const { info, rows: read } = await readRows(workbook({ sheets: { A: buildSheetData(data) } }));
    expect(info.rowCount).toBe(50_000);
    expect(read.at(-1)?.cells.map(({ text }) => text)).toEqual(['Захід 49999', '49999', '', 'ґ']);
  });
});
