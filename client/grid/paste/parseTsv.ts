/**
 * Cells of a text that a spreadsheet put on the clipboard: tabs between cells, line ends between rows,
 * quotes round a cell that holds either, doubled inside. A line end at the very end makes no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  const ends = /[\t\r\n]/g;
  let row: string[] = [];
  let place = 0;
  while (place < text.length) {
    const quoted = text[place] === '"' ? tryReadQuoted(text, place) : null;
    ends.lastIndex = place;
    const end = quoted?.end ?? ends.exec(text)?.index ?? text.length;
    row.push(quoted?.cell ?? text.slice(place, end));
    place = end + 1;
    if (text[end] === '\t') {
      if (place === text.length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[place] === '\n') place += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/**
 * The quoted cell that begins here, and where it ends. Null when its first quote that is not doubled
 * does not end the cell: an inch mark, say, is a letter, for what a spreadsheet quotes it also closes.
 */
function tryReadQuoted(text: string, opening: number): { cell: string; end: number } | null {
  let closing = text.indexOf('"', opening + 1);
  while (closing >= 0 && text[closing + 1] === '"') closing = text.indexOf('"', closing + 2);
  const end = closing + 1;
  if (closing < 0 || (end < text.length && !'\t\r\n'.includes(text[end] ?? ''))) return null;
  return { cell: text.slice(opening + 1, closing).replaceAll('""', '"'), end };
}
