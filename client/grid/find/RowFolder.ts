import type { Row } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { CellTexts } from '../CellTexts.ts';
import { computeRowDeviation } from '../computeRowDeviation.ts';
import {
  deviationColumn,
  type FieldSpec,
  findFieldSpec,
  isNumberKind,
  organisationColumn,
} from '../fields.ts';
import { readCellFlaw } from '../readCell.ts';
import { findFolded, type Needle, type TextMatch } from './findMatches.ts';
import { type FoldedText, foldNumber, foldText, readNumberPlaces } from './foldText.ts';

/** Finds in cells. What a row's cells look like when they are compared is worked out once for each row. */
export type RowFolder = {
  find(row: Row, column: string, needle: Needle): TextMatch[];
  /** How many {@link find} would find, for less. */
  count(row: Row, column: string, needle: Needle): number;
};

/** A text alone stands for one whose letters all kept their places: nearly every cell is one. */
type FoldedCell = string | FoldedText;
type Cells = Record<string, FoldedCell>;

/** Rows never change, new ones take their place: so what is remembered of them never grows stale. */
export function createRowFolder(texts: CellTexts): RowFolder {
  const caseless = new WeakMap<Row, Cells>();
  const cased = new WeakMap<Row, Cells>();
  /** Names that thousands of rows share. */
  const names = new Map<string, FoldedCell>();

  function read(row: Row, column: string, isCaseSensitive: boolean): FoldedCell {
    const byRow = isCaseSensitive ? cased : caseless;
    let cells = byRow.get(row);
    if (cells === undefined) {
      cells = {};
      byRow.set(row, cells);
    }
    let cell = cells[column];
    if (cell === undefined) {
      cell = fold(row, column, isCaseSensitive);
      cells[column] = cell;
    }
    return cell;
  }

  function fold(row: Row, column: string, isCaseSensitive: boolean): FoldedCell {
    const spec = findFieldSpec(row.kind, column);
    const text = printColumn(row, column, texts);
    if (isNumberCell(row, column, spec)) return foldNumber(text);
    if (column !== organisationColumn && spec?.kind !== 'choice')
      return shorten(foldText(text, isCaseSensitive));
    const name = `${isCaseSensitive} ${text}`;
    const known = names.get(name) ?? shorten(foldText(text, isCaseSensitive));
    names.set(name, known);
    return known;
  }

  /** Matches in the folded text: their number is right, and their places are when it has them all kept. */
  function findFoldedIn(row: Row, column: string, needle: Needle, isNumber: boolean): TextMatch[] {
    const wanted = isNumber ? needle.number : needle.text;
    if (wanted === null) return [];
    const cell = read(row, column, needle.isCaseSensitive);
    if (cell === '') return [];
    const folded = typeof cell === 'string' ? { text: cell, places: null } : cell;
    return findFolded(folded, wanted, needle.isWholeCell);
  }

  return {
    find(row, column, needle) {
      const isNumber = isNumberCell(row, column, findFieldSpec(row.kind, column));
      const matches = findFoldedIn(row, column, needle, isNumber);
      if (!isNumber || matches.length === 0 || needle.number === null) return matches;
      const text = printColumn(row, column, texts);
      const folded = { text: foldNumber(text), places: readNumberPlaces(text) };
      return findFolded(folded, needle.number, needle.isWholeCell);
    },
    count(row, column, needle) {
      const isNumber = isNumberCell(row, column, findFieldSpec(row.kind, column));
      return findFoldedIn(row, column, needle, isNumber).length;
    },
  };
}

/** What a cell shows; empty for a column that the table does not have. */
export function printColumn(row: Row, column: string, texts: CellTexts): string {
  if (column === organisationColumn) return texts.organisation(row.organisationId);
  if (column === deviationColumn) {
    const minor = computeRowDeviation(row);
    return minor === null ? '' : formatMoney(minor, { unit: 'none' });
  }
  const spec = findFieldSpec(row.kind, column);
  return spec === undefined ? '' : texts.cell(row, spec);
}

function isNumberCell(row: Row, column: string, spec: FieldSpec | undefined): boolean {
  if (column === deviationColumn) return true;
  // What could not be read as a number is shown as it is stored, and may be anything.
  return spec !== undefined && isNumberKind(spec.kind) && readCellFlaw(row, spec.field) === null;
}

function shorten(folded: FoldedText): FoldedCell {
  return folded.places === null ? folded.text : folded;
}
