/** Lines of cells as spreadsheets put them on the clipboard; a cell that holds a tab or a line break stands in quotes. */
export function writeTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map(quote).join('\t')).join('\r\n');
}

/** A quote inside of a word is left alone, as spreadsheets do: only one in front would be taken for theirs. */
function quote(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
