import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { findFieldSpec } from '../../fields.ts';
import type { OwnHeaderColumn } from '../../paste/headerNames.ts';
import { guessColumns } from '../columns/guessColumns.ts';
import { guessHeaderRow } from '../columns/guessHeaderRow.ts';
import type { ImportTarget } from '../columns/ImportTarget.ts';
import { numberTitles, readTitles } from '../columns/readTitles.ts';
import type { ImportSetup } from '../plan/ImportSetup.ts';
import type { BookInfo, SheetInfo } from '../reading/ImportReader.ts';
import type { RowsRequest } from '../reading/ImportRow.ts';
import type { ImportState } from './ImportState.ts';

/** What has to be known to guess at a file. */
export type Guessing = {
  table: TableKind;
  /** What the grid calls a column, in each language. */
  ownTitles(column: OwnHeaderColumn): readonly string[];
  structure: Pick<ReportStructure, 'columns'>;
};

/** The sheet that looks most like the table; of equals the first, and hidden ones last. */
export function guessSheet({ sheets }: BookInfo, guessing: Guessing): number {
  const scores = sheets.map(({ rows, isHidden }) => {
    const { score } = guessHeaderRow(rows, [], (titles) => guess(titles, guessing));
    return score * 2 - (isHidden ? 1 : 0) + (rows.length > 0 ? 0.5 : 0);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Header and columns of a sheet that has just been opened. */
export function layOutSheet(
  book: BookInfo,
  sheetIndex: number,
  sheet: SheetInfo,
  guessing: Guessing,
): Pick<ImportState, 'headerRow' | 'titles' | 'columns'> {
  const rows = book.sheets[sheetIndex]?.rows ?? [];
  const { headerRow } = guessHeaderRow(rows, sheet.merges, (titles) => guess(titles, guessing));
  return layOutColumns(book, sheetIndex, sheet, headerRow, guessing);
}

/** Columns under a header. */
export function layOutColumns(
  book: BookInfo,
  sheetIndex: number,
  { columnCount, merges }: SheetInfo,
  headerRow: number,
  guessing: Guessing,
): Pick<ImportState, 'headerRow' | 'titles' | 'columns'> {
  const rows = book.sheets[sheetIndex]?.rows ?? [];
  const titles = readTitles(rows, headerRow, columnCount, merges);
  return { headerRow, titles: numberTitles(titles), columns: guess(titles, guessing) };
}

function guess(titles: readonly string[], { table, ownTitles, structure }: Guessing) {
  return guessColumns(titles, table, ownTitles, structure);
}

/** Columns that are taken over, by their place in the file. */
function listTaken({ columns }: Pick<ImportState, 'columns'>): { column: number; target: ImportTarget }[] {
  return columns.flatMap(({ target }, column) => (target === null ? [] : [{ column, target }]));
}

/** What the worker is asked for. */
export function buildRowsRequest(state: ImportState, table: TableKind): RowsRequest {
  return {
    headerRow: state.headerRow,
    fillsMerges: state.fillsMerges,
    columns: listTaken(state).map(({ column, target }) => ({
      column,
      reading: {
        kind: findFieldSpec(table, target)?.kind ?? null,
        thousands: state.columns[column]?.thousands ?? 0,
      },
    })),
  };
}

export function buildSetup(state: ImportState): ImportSetup {
  const { takesHidden, takesTotals, addsUnknown, organisations, ownOrganisationId } = state;
  const sheetName = state.book?.sheets[state.sheetIndex]?.name ?? null;
  const columns = listTaken(state);
  return { sheetName, columns, takesHidden, takesTotals, addsUnknown, organisations, ownOrganisationId };
}

/** Merges that reach over several rows of the data, in columns that are taken over. */
export function countRowMerges({ sheet, headerRow, columns }: ImportState): number {
  const merges = sheet?.merges ?? [];
  return merges.filter(
    ({ top, bottom, left }) => top > headerRow && bottom > top && (columns[left]?.target ?? null) !== null,
  ).length;
}
