import { AppError } from '#shared/errors/AppError.ts';
import { assertBound, importBounds } from '../importBounds.ts';
import type { Merge, SourceCell, SourceRow, SourceSheet } from '../SourceBook.ts';
import { inflateEntry } from './inflateEntry.ts';
import { parseXml, type XmlAttributes } from './parseXml.ts';
import { readCellValue } from './readCellValue.ts';
import { isTrue, type Workbook, type WorkbookSheet } from './readWorkbook.ts';
import { createTextCollector } from './TextCollector.ts';

type Options = {
  /** Ends the reading after so many rows with something in them; merges come after the rows and are then not known. */
  rowLimit?: number;
  /** Told the number of rows read, now and then. */
  onProgress?(rows: number): void;
};

const progressRows = 500;
const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * The rows of one sheet that have something in them. What the file says about its own extent is not
 * believed.
 *
 * @throws AppError `import.broken`, `import.too-many-rows`, `import.too-many-columns`,
 *   `import.too-many-cells`, `import.too-many-merges`, `import.too-long-cell`
 */
export async function readSheet(
  { sharedStrings, looks, is1904 }: Workbook,
  { entry, name: sheetName }: WorkbookSheet,
  { rowLimit = Number.POSITIVE_INFINITY, onProgress }: Options = {},
): Promise<SourceSheet> {
  const rows: SourceRow[] = [];
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  const collector = createTextCollector();
  const parameters = { sheet: sheetName };
  let cellCount = 0;
  let nextColumn = 0;
  let row: SourceRow = { number: 0, isHidden: false, cells: [] };
  let cell: { column: number; type: string; style: number } | null = null;
  let stored: string | null = null;
  let hasFormula = false;
  let reads: 'value' | 'inline' | null = null;

  function openRow({ r, hidden }: XmlAttributes): void {
    const number = r === undefined ? row.number + 1 : Number(r);
    if (!Number.isInteger(number) || number < 1 || number > lastRow) throw new AppError('import.broken');
    row = { number, isHidden: isTrue(hidden), cells: [] };
    nextColumn = 0;
  }

  function openCell({ r, t, s }: XmlAttributes): void {
    const column = r === undefined ? nextColumn : readColumn(r);
    nextColumn = column + 1;
    cell = { column, type: t ?? 'n', style: Number(s ?? 0) };
    stored = null;
    hasFormula = false;
    collector.begin();
  }

  function closeCell(): void {
    if (cell === null) return;
    const { column, type, style } = cell;
    cell = null;
    const text = type === 'inlineStr' ? collector.end() : stored;
    const value = readCellValue({ type, text, hasFormula, look: looks[style], sharedStrings, is1904 });
    if (value === null) return;
    assertBound(column + 1, importBounds.columns, 'import.too-many-columns', parameters);
    cellCount += 1;
    assertBound(cellCount, importBounds.cells, 'import.too-many-cells', parameters);
    while (row.cells.length < column) row.cells.push(null);
    row.cells[column] = value;
  }

  function closeRow(): void {
    if (row.cells.every((value: SourceCell) => value === null)) return;
    rows.push(row);
    assertBound(rows.length, importBounds.rows, 'import.too-many-rows', parameters);
    if (rows.length % progressRows === 0) onProgress?.(rows.length);
  }

  function openColumns({ min, max, hidden }: XmlAttributes): void {
    if (!isTrue(hidden)) return;
    const end = Math.min(Number(max), importBounds.columns);
    for (let column = Number(min); column >= 1 && column <= end; column += 1) hiddenColumns.add(column - 1);
  }

  await parseXml(
    inflateEntry(entry, { inflatedBytes: 0 }),
    {
      open(name, attributes) {
        if (name === 'c') openCell(attributes);
        else if (name === 'v') {
          reads = 'value';
          stored = '';
        } else if (name === 'is') reads = 'inline';
        else if (name === 'f') hasFormula = true;
        else if (name === 'row') openRow(attributes);
        else if (name === 'col') openColumns(attributes);
        else if (name === 'mergeCell') {
          merges.push(readMerge(attributes.ref ?? ''));
          assertBound(merges.length, importBounds.merges, 'import.too-many-merges', parameters);
        } else if (reads === 'inline') collector.open(name);
      },
      close(name) {
        if (name === 'v' || name === 'is') reads = null;
        else if (name === 'c') closeCell();
        else if (name === 'row') closeRow();
        else if (reads === 'inline') collector.close(name);
      },
      text(text) {
        if (reads === 'value') stored += text;
        else if (reads === 'inline') collector.text(text);
      },
    },
    () => rows.length >= rowLimit,
  );
  return { rows, merges, hiddenColumns };
}

/** `C17` → 2. */
function readColumn(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  if (column < 1 || column > lastColumn) throw new AppError('import.broken');
  return column - 1;
}

function readMerge(reference: string): Merge {
  const [, from = '', top = '', to = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  if (from === '') throw new AppError('import.broken');
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: readColumn(`${from}1`),
    right: readColumn(`${to}1`),
  };
}
