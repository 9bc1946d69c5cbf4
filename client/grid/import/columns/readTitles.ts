import type { HeadRow } from '../reading/ImportReader.ts';
import { formatColumn, type Merge } from '../reading/SourceBook.ts';

/** A header may have so many lines above the one next to the data. */
const upperLines = 2;

/**
 * The titles of the columns, by the line next to the data. A title merged over several lines stands in
 * the first of them; one merged over several columns («Обсяг фінансування, тис. грн» over «план» and
 * «факт») goes before theirs.
 */
export function readTitles(
  rows: readonly HeadRow[],
  headerRow: number,
  columnCount: number,
  merges: readonly Merge[],
): string[] {
  const texts = new Map(rows.map((row) => [row.number, row.texts]));
  const read = (number: number, column: number) => (texts.get(number)?.[column] ?? '').trim();
  const near = merges.filter(({ bottom, top }) => bottom >= headerRow - upperLines && top <= headerRow);
  return Array.from({ length: columnCount }, (_, column) => {
    const covers = ({ left, right }: Merge) => left <= column && column <= right;
    const whole = near.find((merge) => covers(merge) && merge.top <= headerRow && merge.bottom >= headerRow);
    const own = read(headerRow, column) || (whole === undefined ? '' : read(whole.top, whole.left));
    const above = near
      .filter((merge) => covers(merge) && merge.bottom < headerRow && isGroup(merge, columnCount))
      .map(({ top, left }) => read(top, left));
    return [...above, own].filter((text) => text !== '').join(': ');
  });
}

/** Over some of the columns; what spans the whole table is its heading. */
function isGroup({ left, right }: Merge, columnCount: number): boolean {
  const width = right - left + 1;
  return width > 1 && width < Math.max(3, columnCount * 0.7);
}

/** Titles as they are shown: those without a name by their letter, those of one name numbered. */
export function numberTitles(titles: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return titles.map((title, column) => {
    const name = title === '' ? formatColumn(column) : title.replaceAll(/\s+/g, ' ');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
