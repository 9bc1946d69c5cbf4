import type ExcelJS from 'exceljs';
import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import type { Cell } from '../tables/Cell.ts';
import { cleanText } from './cleanText.ts';
import { type FormulaCell, setCell } from './setCell.ts';
import { findStyle, titleFonts } from './style.ts';

/** One cell of «Зведення»: a value, or a formula with its result. */
export type SummaryCell = Cell | FormulaCell;

/** Writes one block under the other into a sheet, and knows which row is next. */
export class SummaryWriter {
  readonly sheet: ExcelJS.Worksheet;
  /** Of the report: «грн» in a heading becomes its name. */
  readonly unit: ReportUnit;
  #row: number;

  constructor(sheet: ExcelJS.Worksheet, firstRow: number, unit: ReportUnit) {
    this.sheet = sheet;
    this.unit = unit;
    this.#row = firstRow;
  }

  get nextRow(): number {
    return this.#row;
  }

  heading(text: string): void {
    this.#row += 1;
    const cell = this.sheet.getCell(this.#row, 1);
    cell.value = nameUnit(text, this.unit);
    cell.font = titleFonts.heading;
    this.#row += 1;
  }

  /** The place to sign, at the end. */
  signature(line: string): void {
    this.#row += 2;
    const cell = this.sheet.getCell(this.#row, 2);
    cell.value = cleanText(line);
    cell.font = titleFonts.bold;
  }

  /** A number in the header is that of a direction: it is read by the formulas under it. */
  header(cells: readonly (string | number)[]): void {
    for (const [index, header] of cells.entries()) {
      const cell = this.sheet.getCell(this.#row, index + 1);
      cell.value = typeof header === 'string' ? nameUnit(header, this.unit) : header;
      cell.style = findStyle('header', 'header', typeof header === 'number' ? 'directionHeading' : 'general');
    }
    this.#row += 1;
  }

  row(cells: readonly SummaryCell[], { isTotal = false, indent = 0 } = {}): void {
    for (const [index, value] of cells.entries()) {
      const look = {
        role: isTotal ? 'total' : 'row',
        unit: this.unit,
        indent: index === 1 ? indent : 0,
      } as const;
      setCell(this.sheet.getCell(this.#row, index + 1), value, look);
    }
    this.#row += 1;
  }
}
