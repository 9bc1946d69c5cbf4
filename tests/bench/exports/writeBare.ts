import type { ExportFormat } from '#shared/export/exportFormats.ts';
import { must } from '#shared/must.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { type BareTable, buildBareTables, listBareParagraphs } from './bareTables.ts';

/**
 * The same rows and words as the library of each format takes them, as a programmer would in an
 * afternoon: no totals, no styles, no formulas, and nothing looked at afterwards.
 */
export async function writeBare(content: ReportContent, format: ExportFormat): Promise<Uint8Array | string> {
  const tables = buildBareTables(content);
  const paragraphs = listBareParagraphs(content);
  switch (format) {
    case 'xlsx':
      return writeXlsx(tables);
    case 'csv':
      return writeCsv(must(tables[1], 'the expenditures'));
    case 'docx':
      return writeDocx(paragraphs, tables);
    case 'pdf':
      return writePdf(paragraphs, tables);
    case 'html':
      return writeHtml(paragraphs, tables);
    case 'markdown':
      return writeMarkdown(paragraphs, tables);
    case 'open-data':
      return writeArchive(tables);
  }
}

async function writeXlsx(tables: readonly BareTable[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  for (const { title, header, rows } of tables) workbook.addWorksheet(title).addRows([header, ...rows]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function writeCsv({ header, rows }: BareTable): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([header, ...rows]);
}

async function writeDocx(paragraphs: readonly string[], tables: readonly BareTable[]): Promise<Uint8Array> {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
  const children = [
    ...paragraphs.map((text) => new Paragraph(text)),
    ...tables.flatMap(({ title, header, rows }) => [
      new Paragraph(title),
      new Table({
        rows: [header, ...rows].map(
          (cells, index) =>
            new TableRow({
              tableHeader: index === 0,
              children: cells.map((cell) => new TableCell({ children: [new Paragraph(String(cell))] })),
            }),
        ),
      }),
    ]),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function writePdf(paragraphs: readonly string[], tables: readonly BareTable[]): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const { fontName, fonts } = await import('#server/export/pdf/fonts.ts');
  pdfmake.setFonts(fonts);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    defaultStyle: { font: fontName, fontSize: 8 },
    content: [
      ...paragraphs,
      ...tables.flatMap(({ title, header, rows }) => [
        title,
        {
          table: {
            headerRows: 1,
            widths: header.map(() => '*'),
            body: [header, ...rows.map((cells) => cells.map(String))],
          },
        },
      ]),
    ],
  });
  return document.getBuffer();
}

function writeHtml(paragraphs: readonly string[], tables: readonly BareTable[]): string {
  const escapeText = (text: string | number) =>
    String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const line = (cells: readonly (string | number)[]) =>
    `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
  return [
    '<!doctype html><meta charset="utf-8">',
    ...paragraphs.map((text) => `<p>${escapeText(text)}</p>`),
    ...tables.map(
      ({ title, header, rows }) =>
        `<h2>${escapeText(title)}</h2><table>${[header, ...rows].map(line).join('\n')}</table>`,
    ),
  ].join('\n');
}

function writeMarkdown(paragraphs: readonly string[], tables: readonly BareTable[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    ...paragraphs,
    ...tables.map(({ title, header, rows }) =>
      [`## ${title}\n`, line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n'),
    ),
  ].join('\n\n');
}

async function writeArchive(tables: readonly BareTable[]): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  const files: [string, Uint8Array][] = [];
  for (const table of tables) files.push([`${table.title}.csv`, strToU8(await writeCsv(table))]);
  return zipSync(Object.fromEntries(files));
}
