import type { TextBlock, TextInline, TextTableCell } from '../../report/TextModel.ts';
import { walkText } from '../../report/walkText.ts';

export type GridCell = { cell: TextTableCell; text: string; path: [row: number, cell: number] };

/** A table as rows of equal columns: a cell that spans several stands in its first, null in the others. */
export function buildTableGrid({ rows }: Extract<TextBlock, { type: 'table' }>): (GridCell | null)[][] {
  const grid: (GridCell | null | undefined)[][] = rows.map(() => []);
  for (const [rowIndex, { cells }] of rows.entries()) {
    let column = 0;
    for (const [cellIndex, cell] of cells.entries()) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowspan; down += 1) {
        for (let right = 0; right < cell.colspan; right += 1) {
          const line = grid[rowIndex + down];
          if (line !== undefined) line[column + right] = null;
        }
      }
      const line = grid[rowIndex];
      if (line !== undefined) line[column] = { cell, text: readCellText(cell), path: [rowIndex, cellIndex] };
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? null));
}

/** The words of a cell on one line, figures as printed. */
function readCellText({ content }: TextTableCell): string {
  const lines = Array.from(walkText(content), ({ block }) =>
    block.type === 'paragraph' || block.type === 'heading' ? block.content.map(readInline).join('') : '',
  );
  return lines.join(' ').replaceAll(/\s+/g, ' ').trim();
}

function readInline(inline: TextInline): string {
  if (inline.type === 'break') return ' ';
  return inline.type === 'text' ? inline.text : inline.figure.text;
}

/** A number of a cell in its last decimal: `437,6 тис. грн` is 4376 with one decimal, in thousands. */
export type CellNumber = { value: bigint; decimals: number; power: 'тис' | 'млн' | 'млрд' | null };

const cellNumber =
  /^(?<sign>[+\-\u2212\u2013])?\s?(?<whole>\d{1,3}(?:[ ']\d{3})+|\d+)(?:[.,](?<decimals>\d{1,2}))?(?<unit>[^\d%]*)$/u;

const powers = ['тис', 'млн', 'млрд'] as const;

/**
 * A cell that is one number, maybe with a unit; null otherwise. A blank cell and a dash are nothing,
 * which adds 0. A code with a zero in front, a share and a number among words are no numbers to add.
 */
export function readCellNumber(text: string): CellNumber | 'nothing' | null {
  if (/^[-\u2010-\u2015\u2212]?$/u.test(text)) return 'nothing';
  const groups = cellNumber.exec(text.replaceAll(/[\u00A0\u2009\u202F]/g, ' '))?.groups;
  if (groups === undefined) return null;
  const { sign = '', whole = '', decimals = '', unit = '' } = groups;
  if (/^0\d/.test(whole) || unit.trim().split(' ').length > 3) return null;
  const magnitude = BigInt(whole.replaceAll(/[ ']/g, '') + decimals);
  return {
    value: sign === '' || sign === '+' ? magnitude : -magnitude,
    decimals: decimals.length,
    power: powers.find((power) => unit.toLowerCase().trim().startsWith(power)) ?? null,
  };
}
