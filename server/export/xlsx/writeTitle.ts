import type ExcelJS from 'exceljs';
import { documentWords } from '#shared/report/documentWords.ts';
import { cleanText } from './cleanText.ts';
import { titleFonts } from './style.ts';
import type { SheetMeta } from './WorkbookModel.ts';

/**
 * What stands above every table: what it is, of which report, and that it is a draft or an example if it is one.
 * Returns the next row. The decision of the programme stands in one sheet: above a long table it would take room.
 */
export function writeTitle(
  sheet: ExcelJS.Worksheet,
  meta: SheetMeta,
  title: string,
  { withDecision = false } = {},
): number {
  const lines: [string, Partial<ExcelJS.Font>][] = [
    [title, titleFonts.title],
    [meta.title, titleFonts.bold],
    [`${meta.programmeTitle} (${meta.community})`, titleFonts.plain],
  ];
  if (withDecision && meta.decisionText !== null) lines.push([meta.decisionText, titleFonts.plain]);
  if (meta.isDraft) lines.push([documentWords.draft, titleFonts.bold]);
  if (meta.exampleNote !== null) lines.push([meta.exampleNote, titleFonts.note]);
  for (const [index, [text, font]] of lines.entries()) {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = cleanText(text);
    cell.font = font;
  }
  return lines.length + 1;
}
