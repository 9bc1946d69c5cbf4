import type ExcelJS from 'exceljs';
import type { ReportMeta } from '#shared/report/ReportModel.ts';
import { cleanText } from './cleanText.ts';
import { titleFonts } from './style.ts';

/** What stands above every table: what it is, of which report, and that it is an example if it is one. Returns the next row. */
export function writeTitle(sheet: ExcelJS.Worksheet, meta: ReportMeta, title: string): number {
  const lines: [string, Partial<ExcelJS.Font>][] = [
    [title, titleFonts.title],
    [meta.title, titleFonts.bold],
    [`${meta.programmeTitle} (${meta.community})`, titleFonts.plain],
  ];
  if (meta.exampleNote !== null) lines.push([meta.exampleNote, titleFonts.note]);
  for (const [index, [text, font]] of lines.entries()) {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = cleanText(text);
    cell.font = font;
  }
  return lines.length + 1;
}
