import type { FoundTable } from '../FoundTable.ts';
import type { PdfRun } from './readPages.ts';

/** Left edge of a page's text (30 mm), where every table of data begins. */
const leftEdge = (30 * 72) / 25.4;

type OpenTable = {
  header: readonly string[];
  rows: string[][];
  /** Page and line of each row. */
  places: string[];
};

/**
 * Puts the tables of data together again out of the runs of their pages. A table is known by its
 * header, which every page repeats; as the names in a header are centred, they tell how wide each
 * column is, and so to which one a run belongs. The parts of one table become one.
 */
export class PageTables {
  readonly #tables: OpenTable[];
  #open: OpenTable | null = null;

  /** The headers of the tables there may be; no two are the same. */
  constructor(headers: readonly (readonly string[])[]) {
    this.#tables = headers.map((header) => ({ header, rows: [], places: [] }));
  }

  /** `names` are texts that end a table. */
  readPage(runs: readonly PdfRun[], page: number, names: ReadonlySet<string>): void {
    this.#open = null;
    let edges: number[] = [];
    let lastColumn = -1;
    let isTitle = false;
    let line = 0;
    for (let index = 0; index < runs.length; index += 1) {
      const run = runs[index];
      if (run === undefined) break;
      const header = this.#findHeader(runs, index);
      if (header) {
        this.#open = header.table;
        edges = header.edges;
        index += header.length - 1;
        lastColumn = Number.POSITIVE_INFINITY;
        continue;
      }
      const table = this.#open;
      if (table === null) continue;
      if (names.has(run.text.trim()) && Math.abs(run.x - leftEdge) < 1) {
        this.#open = null;
        continue;
      }
      const column = Math.max(
        0,
        edges.findLastIndex((edge) => edge <= run.x + 0.5),
      );
      const isNumbered = column === 0 && table.header[0] === '№';
      const isNumber = isNumbered && /^\d+$/.test(run.text);
      // The name of a direction goes over all columns from the first one on.
      if (column < lastColumn || isNumber || (isTitle && column > 0)) {
        line += 1;
        table.rows.push(table.header.map(() => ''));
        table.places.push(`с. ${page}, рядок ${line}`);
      }
      isTitle = isNumbered && !isNumber;
      lastColumn = column;
      const row = table.rows.at(-1);
      if (row) row[column] = row[column] ? `${row[column]} ${run.text}` : run.text;
    }
  }

  /** The tables that were there, by the place of their header. */
  read(): (FoundTable | undefined)[] {
    return this.#tables.map(({ header, rows, places }) => {
      if (rows.length === 0) return undefined;
      return {
        header,
        rows,
        placeOf: (row, column) => `${places[row] ?? ''}, «${header[column] ?? ''}»`,
      };
    });
  }

  #findHeader(
    runs: readonly PdfRun[],
    start: number,
  ): { table: OpenTable; edges: number[]; length: number } | null {
    for (const table of this.#tables) {
      const centres = matchHeader(runs, start, table.header);
      if (centres === null) continue;
      const edges = [leftEdge];
      // A name stands in the middle of its column.
      for (const centre of centres.values) edges.push(2 * centre - (edges.at(-1) ?? 0));
      return { table, edges: edges.slice(0, -1), length: centres.length };
    }
    return null;
  }
}

const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

/** The middle of each name of a header, when the runs from here on are that header. */
function matchHeader(
  runs: readonly PdfRun[],
  start: number,
  header: readonly string[],
): { values: number[]; length: number } | null {
  const values: number[] = [];
  let index = start;
  for (const name of header) {
    const first = runs[index];
    if (first === undefined) return null;
    const wanted = withoutSpaces(name);
    let found = '';
    while (found.length < wanted.length) {
      const run = runs[index];
      if (run === undefined) return null;
      found += withoutSpaces(run.text);
      if (!wanted.startsWith(found)) return null;
      index += 1;
    }
    values.push(first.x + first.width / 2);
  }
  return { values, length: index - start };
}
