import type { PrintedGrid } from './PrintedDocument.ts';
import { isSmall, page } from './page.ts';

/** Left and right of the text of a cell, with its line. */
const paddingMm = 3;
const mmPerPoint = 25.4 / 72;

/** What the columns of numbers may take of the width at most: some is left for words. */
const mostForNumbers = 0.8;

/**
 * Widths of the columns in millimetres, which add up to `totalMm`: as the columns ask, but a column
 * of numbers is as wide as its longest one, for a number that goes on in the next line is misread.
 */
export function computeColumnWidths(grid: PrintedGrid, totalMm: number): number[] {
  const { columns } = grid;
  const asked = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (totalMm * width) / asked);
  const needed = measureNumbers(grid);
  const numbers = widths.map((width, index) => Math.max(width, needed[index] ?? 0));
  const isNumber = (index: number) => columns[index]?.align === 'right';
  const sumOf = (values: readonly number[], wanted: boolean) =>
    values.reduce((sum, width, index) => (isNumber(index) === wanted ? sum + width : sum), 0);
  const forNumbers = Math.min(sumOf(numbers, true), totalMm * mostForNumbers);
  const numberScale = sumOf(numbers, true) === 0 ? 1 : forNumbers / sumOf(numbers, true);
  const wordScale = sumOf(widths, false) === 0 ? 1 : (totalMm - forNumbers) / sumOf(widths, false);
  return widths.map((width, index) =>
    isNumber(index) ? (numbers[index] ?? width) * numberScale : width * wordScale,
  );
}

function measureNumbers(grid: PrintedGrid): number[] {
  const fontSize = isSmall(grid) ? page.smallTableFontSize : page.tableFontSize;
  const longest = grid.columns.map(() => 0);
  const measured = grid.columns.flatMap(({ align }, index) => (align === 'right' ? [index] : []));
  for (const { role, cells } of grid.lines()) {
    if (role === 'heading') continue;
    for (const index of measured) longest[index] = Math.max(longest[index] ?? 0, measure(cells[index] ?? ''));
  }
  return longest.map((ems) => (ems === 0 ? 0 : ems * fontSize * mmPerPoint + paddingMm));
}

/** In ems of Times New Roman, whose digits are all half an em, bold ones too. */
function measure(text: string): number {
  let ems = 0;
  for (const character of text) ems += narrow.includes(character) ? 0.25 : 0.56;
  return ems;
}

const narrow = '\u00A0,.';
