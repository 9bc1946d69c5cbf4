import type ExcelJS from 'exceljs';

/** Points; what both Excel and LibreOffice give a row of 11-point text. */
const lineHeight = 15;
/** More would fill the screen with one cell; Excel itself ends at 409 points. */
const mostLines = 20;

/**
 * Makes rows as high as their wrapped texts need. Excel does so by itself when it opens a file,
 * LibreOffice and most viewers do not, and a printed table would show half a line of each text.
 */
export function fitRowHeights(sheet: ExcelJS.Worksheet): void {
  sheet.eachRow((row) => {
    let lines = 1;
    row.eachCell((cell) => {
      const { hidden, width } = sheet.getColumn(cell.col);
      if (hidden || !cell.alignment?.wrapText || typeof cell.value !== 'string') return;
      lines = Math.max(lines, countLines(cell.value, width ?? sheet.properties.defaultColWidth ?? 9));
    });
    if (lines > 1 && !row.height) row.height = Math.min(lines, mostLines) * lineHeight;
  });
}

/** Lines of a text wrapped at words in a column of so many digits, which letters are about as wide as. */
export function countLines(text: string, columnWidth: number): number {
  const room = Math.max(1, Math.floor(columnWidth - 1));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const wanted = used === 0 ? word.length : used + 1 + word.length;
      if (wanted <= room) {
        used = wanted;
        continue;
      }
      if (used > 0) lines += 1;
      // A word longer than a line is broken.
      const breaks = Math.max(0, Math.ceil(word.length / room) - 1);
      lines += breaks;
      used = word.length - breaks * room;
    }
  }
  return lines;
}
