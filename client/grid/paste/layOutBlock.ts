import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Block, BlockCell } from './Block.ts';
import { NoteBook } from './NoteBook.ts';
import type { PlanLine, PlanNote } from './Plan.ts';

export type GridRange = { readonly rows: readonly Row[]; readonly columns: readonly string[] };

/** What is on screen where a block goes. */
export type PasteTarget = {
  /** Names of the columns shown, in order. */
  readonly columns: readonly string[];
  /** Rows shown, in order. */
  readonly rows: readonly Row[];
  /** What is selected; one cell when nothing more is. Empty: new rows, from the first column on. */
  readonly ranges: readonly GridRange[];
  readonly writable: ReadonlySet<OrganisationId>;
};

export type LayoutOptions = {
  /** Lines at the beginning that are titles and no data. */
  readonly headerLines: number;
  /** The column each cell goes into, by the titles; null: by their place. */
  readonly columns: readonly (string | null)[] | null;
  /** Lines and columns that were hidden in the other program go in too. */
  readonly isHiddenTaken: boolean;
  /** A merged cell's value goes into all the cells it covers. */
  readonly isMergedRepeated: boolean;
  /** Lines that meet rows one may not write become new rows of one's own. */
  readonly isForeignAdded: boolean;
};

export const plainLayout: LayoutOptions = {
  headerLines: 0,
  columns: null,
  isHiddenTaken: false,
  isMergedRepeated: false,
  isForeignAdded: false,
};

export type Layout = { readonly lines: readonly PlanLine[]; readonly notes: readonly PlanNote[] };

/** Stands for the column of a title that names none. */
export const unmappedColumn = 'unmapped';

type Source = { number: number; cells: readonly BlockCell[] };

/**
 * Where each cell of a block goes. A block that divides the selection is repeated into it, as
 * spreadsheets do; any other is laid down once, from its first cell; lines past the last row become
 * new rows. Null when several ranges are selected that the block does not fit.
 */
export function layOutBlock(block: Block, target: PasteTarget, options: LayoutOptions): Layout | null {
  const notes = new NoteBook();
  const source = readSource(block, options, notes);
  const height = source.length;
  const width = Math.max(0, ...source.map(({ cells }) => cells.length));
  const [first, ...others] = target.ranges;
  const isMapped = options.columns !== null;
  if (others.length > 0 && !isMapped) {
    const fits = target.ranges.every((range) => isDivided(range, height, width));
    if (!fits) return null;
    return { lines: target.ranges.flatMap((range) => repeatInto(range, source, width)), notes: notes.list() };
  }
  if (first !== undefined && !isMapped && isDivided(first, height, width))
    return { lines: repeatInto(first, source, width), notes: notes.list() };
  return { lines: layDown(first, source, width, target, options), notes: notes.list() };
}

function readSource(block: Block, options: LayoutOptions, notes: NoteBook): Source[] {
  const { hiddenLines, hiddenColumns } = block;
  const isLineTaken = (index: number) => options.isHiddenTaken || !hiddenLines.has(index);
  const isColumnTaken = (index: number) => options.isHiddenTaken || !hiddenColumns.has(index);
  if (!options.isHiddenTaken) {
    if (hiddenLines.size > 0) notes.add('hidden-lines', '', hiddenLines.size);
    if (hiddenColumns.size > 0) notes.add('hidden-columns', '', hiddenColumns.size);
  }
  const read = (cell: BlockCell) =>
    cell.covering === undefined || !options.isMergedRepeated ? cell : cell.covering;
  return block.lines.flatMap((cells, index) =>
    index < options.headerLines || !isLineTaken(index)
      ? []
      : [{ number: index + 1, cells: cells.filter((_, place) => isColumnTaken(place)).map(read) }],
  );
}

/** Whether the block goes into the range a whole number of times, and more than once. */
function isDivided({ rows, columns }: GridRange, height: number, width: number): boolean {
  if (height === 0 || width === 0 || rows.length === 0) return false;
  return rows.length % height === 0 && columns.length % width === 0;
}

function repeatInto({ rows, columns }: GridRange, source: readonly Source[], width: number): PlanLine[] {
  return rows.flatMap((row, index) => {
    const line = source[index % source.length];
    if (line === undefined) return [];
    const cells = columns.map((_, place) => line.cells[place % width] ?? { text: '' });
    return [{ number: line.number, cells, columns, row, organisationId: row.organisationId }];
  });
}

function layDown(
  range: GridRange | undefined,
  source: readonly Source[],
  width: number,
  target: PasteTarget,
  options: LayoutOptions,
): PlanLine[] {
  const corner = range?.rows[0];
  const top = corner === undefined ? target.rows.length : target.rows.indexOf(corner);
  const left = Math.max(0, target.columns.indexOf(range?.columns[0] ?? ''));
  const columns =
    options.columns?.map((column) => column ?? unmappedColumn) ??
    Array.from({ length: width }, (_, place) => target.columns[left + place] ?? null);
  const below = target.rows.slice(top, top + source.length);
  const owner = findOwner(below, target);
  return source.map(({ number, cells }, index) => {
    const row = below[index] ?? null;
    const isTaken = row !== null && (!options.isForeignAdded || target.writable.has(row.organisationId));
    return {
      number,
      cells,
      columns,
      row: isTaken ? row : null,
      organisationId: isTaken ? row.organisationId : owner,
    };
  });
}

/** Whose the new rows are: of the last row the block meets that may be written, or of the only writable sheet. */
function findOwner(rows: readonly Row[], { writable }: PasteTarget): OrganisationId | null {
  const last = rows.findLast(({ organisationId }) => writable.has(organisationId));
  if (last !== undefined) return last.organisationId;
  const [only, ...others] = writable;
  return only !== undefined && others.length === 0 ? only : null;
}
