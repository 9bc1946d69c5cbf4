import type ExcelJS from 'exceljs';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { type Cell, emptyCell } from '../tables/Cell.ts';
import { type Column, readHeader } from '../tables/Column.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { countFormula, moneyFormula } from './formulaCells.ts';
import { type FormulaCell, setCell } from './setCell.ts';
import { setUpPage } from './setUpPage.ts';
import { findStyle } from './style.ts';
import { findLetter, formatColumnLetter, formatColumnRange, type TableLayout } from './TableLayout.ts';
import type { SheetMeta } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

export type SheetColumn<Line> = Column<Line> & {
  /** In characters. */
  width: number;
  /** Hidden columns carry what formulas and a later import need. */
  isHidden?: boolean;
  /** Long labels that repeat are cut instead of wrapped, so that rows stay low. */
  isCut?: boolean;
  /** The cell is this formula of its row (`letterOf` gives column letters); its value is the result. */
  formula?: (row: number, letterOf: (key: string) => string) => string;
  /** What stands under the column. */
  total?: ColumnTotal;
};

/** The sum of a column of money or of numbers, or how many cells of a column are not empty. */
export type ColumnTotal =
  | { function: 'SUM'; resultMinor: bigint }
  | { function: 'SUM' | 'COUNTA'; result: number };

export type TableSheet<Line> = {
  name: string;
  title: string;
  columns: readonly SheetColumn<Line>[];
  lines: readonly Line[];
  /** Columns that stay in sight when scrolling to the right. */
  frozenColumns: number;
};

/**
 * A sheet with one table: title, header (frozen, filtered, repeated in print), a row per line, an
 * empty closing row, and the totals as formulas over the rows.
 */
export function writeTableSheet<Line>(
  workbook: ExcelJS.Workbook,
  meta: SheetMeta,
  table: TableSheet<Line>,
): TableLayout {
  const sheet = workbook.addWorksheet(table.name);
  const headerRow = writeTitle(sheet, meta, table.title) + 1;
  const firstRow = headerRow + 1;
  const layout: TableLayout = {
    sheetName: table.name,
    headerRow,
    firstRow,
    lastRow: firstRow + table.lines.length,
    letters: new Map(table.columns.map(({ key }, index) => [key, formatColumnLetter(index + 1)])),
  };

  writeHeader(sheet, table.columns, headerRow, meta.unit);
  writeLines(sheet, table, layout, meta.unit);
  writeTotals(sheet, table.columns, layout, meta.unit);

  sheet.getRow(layout.lastRow).height = 6;
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: headerRow, showGridLines: false }];
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: Math.max(layout.lastRow - 1, headerRow), column: table.columns.length },
  };
  setUpPage(sheet, meta, headerRow);
  return layout;
}

function writeHeader<Line>(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn<Line>[],
  headerRow: number,
  unit: ReportUnit,
): void {
  for (const [index, { width, isHidden, ...own }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.hidden = isHidden ?? false;
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = readHeader(own, unit);
    cell.style = findStyle('header', 'header', 'general');
  }
}

function writeLines<Line>(
  sheet: ExcelJS.Worksheet,
  table: TableSheet<Line>,
  layout: TableLayout,
  unit: ReportUnit,
): void {
  const letterOf = (key: string) => findLetter(layout, key);
  for (const [lineIndex, line] of table.lines.entries()) {
    const rowNumber = layout.firstRow + lineIndex;
    const row = sheet.getRow(rowNumber);
    for (const [index, column] of table.columns.entries()) {
      const value = column.cell(line);
      const look = { role: 'row', unit, isCut: column.isCut ?? false } as const;
      const formula = column.formula?.(rowNumber, letterOf);
      if (formula === undefined || value.type !== 'money') setCell(row.getCell(index + 1), value, look);
      else setCell(row.getCell(index + 1), moneyFormula(formula, value.minor), look);
    }
  }
}

function writeTotals<Line>(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn<Line>[],
  layout: TableLayout,
  unit: ReportUnit,
): void {
  const totalRow = layout.lastRow + 1;
  for (const [index, { key, total }] of columns.entries()) {
    const label: Cell = index === 0 ? { type: 'text', text: 'Усього' } : emptyCell;
    const cell = total ? buildTotal(formatColumnRange(layout, key), total) : label;
    setCell(sheet.getCell(totalRow, index + 1), cell, { role: 'total', unit, isCut: true });
  }
}

function buildTotal(range: string, total: ColumnTotal): FormulaCell {
  // A formula inside its own sheet needs no sheet name.
  const formula = `${total.function}(${range.slice(range.indexOf('!') + 1).replaceAll('$', '')})`;
  return 'resultMinor' in total
    ? moneyFormula(formula, total.resultMinor)
    : countFormula(formula, total.result);
}
