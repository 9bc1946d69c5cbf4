/**
 * Cells of a text that a spreadsheet put on the clipboard: tabs between cells, line ends between rows,
 * quotes round a cell that holds either, doubled inside. A line end at the very end makes no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  let place = 0;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  while (place < text.length) {
    const character = text[place];
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '' && hasClosingQuote(text, place)) {
      isQuoted = true;
    } else if (character === '\t') {
      endCell();
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[place + 1] === '\n') place += 1;
      endCell();
      rows.push([]);
    } else {
      cell += character;
    }
    place += 1;
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) endCell();
  if (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

/** A quote that only begins a word, such as an inch mark, is a letter: what a spreadsheet quotes it also closes. */
function hasClosingQuote(text: string, opening: number): boolean {
  let place = opening + 1;
  while (place < text.length) {
    if (text[place] !== '"') place += 1;
    else if (text[place + 1] === '"') place += 2;
    else return place + 1 === text.length || '\t\r\n'.includes(text[place + 1] ?? '');
  }
  return false;
}
