import type { ImportProblem } from '../api/structure.ts';
import { cleanLine } from '../model/typedText.ts';

/** A file as it was read: the names of its columns, and its lines by their number in the file. */
export type CsvLines = {
  header: readonly string[];
  lines: readonly { line: number; cells: readonly string[] }[];
  /** What kept lines, or the whole file, from being read. */
  problems: readonly ImportProblem[];
};

/** A line with its cells by column; a column that the file does not have is empty. */
export type NamedLine<C extends string> = { line: number; cells: Record<C, string> };

/**
 * Finds the columns by their names, whatever their case and order. A column that nobody knows, one that is
 * there twice, and one that must be there and is not are problems of line 1.
 */
export function nameColumns<C extends string>(
  { header, lines }: CsvLines,
  names: Readonly<Record<C, readonly string[]>>,
  required: readonly NoInfer<C>[],
): { lines: NamedLine<C>[]; problems: ImportProblem[] } {
  // Nothing was read: the file has its own problem already.
  if (header.length === 0) return { lines: [], problems: [] };
  const columns = Object.keys(names) as C[];
  const problems: ImportProblem[] = [];
  const places = new Map<C, number>();
  for (const [index, title] of header.entries()) {
    const wanted = title.trim().toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/[ʼ'`]/g, '’');
    const column = columns.find((candidate) => names[candidate].includes(wanted));
    if (column === undefined)
      problems.push({ line: 1, code: 'unknown-column', column: title.trim(), value: '' });
    else if (places.has(column))
      problems.push({ line: 1, code: 'column-twice', column: title.trim(), value: '' });
    else places.set(column, index);
  }
  for (const column of required) {
    if (!places.has(column))
      problems.push({ line: 1, code: 'no-column', column: names[column][0] ?? column, value: '' });
  }
  if (problems.length > 0) return { lines: [], problems };
  const named = lines.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.map((column) => [column, cleanLine(cells[places.get(column) ?? -1] ?? '')]),
    ) as Record<C, string>,
  }));
  return { lines: named, problems };
}
