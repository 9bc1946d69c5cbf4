import { formatInUnit } from '#shared/money/formatMoney.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel, RowsTable } from '#shared/report/TextModel.ts';
import { buildAddedColumns } from '../tables/addedColumns.ts';
import { type Cell, formatUnreadable } from '../tables/Cell.ts';
import { type Column, directionNumberColumn, organisationColumn, readHeader } from '../tables/Column.ts';
import { findFilledColumns, isNumericColumn, sumMoneyColumn } from '../tables/columnFacts.ts';
import { formatPrintedCell } from '../tables/formatPrintedCell.ts';
import {
  printedActivityColumns,
  printedExpenditureColumns,
  textActivityColumns,
  textExpenditureColumns,
} from '../tables/printedColumns.ts';
import { escapeCell } from './escapeMarkdown.ts';
import { writeMarkdownTable } from './writeMarkdownTable.ts';

type Line = ActivityLine | ExpenditureLine;

/** The two tables of rows, and copies of parts of them in the text, with the same numbers of rows. */
export class RowTables {
  readonly #model: ReportModel;
  readonly #places = new Map<Line, number>();

  constructor(model: ReportModel) {
    this.#model = model;
    for (const lines of [model.activities, model.expenditures]) {
      for (const [index, line] of lines.entries()) this.#places.set(line, index + 1);
    }
  }

  writeActivities(): string {
    return this.#write(
      this.#model.activities,
      [...printedActivityColumns, ...buildAddedColumns(this.#model, 'activity')],
      false,
    );
  }

  writeExpenditures(): string {
    return this.#write(
      this.#model.expenditures,
      [...printedExpenditureColumns, ...buildAddedColumns(this.#model, 'expenditure')],
      true,
    );
  }

  writeCopy(figure: FigureModel, table: RowsTable): string {
    if (table.kind === 'none') return `**${escapeCell(figure.text)}**\n`;
    return table.kind === 'activity'
      ? this.#write(table.lines, textActivityColumns, false)
      : this.#write(table.lines, textExpenditureColumns, true);
  }

  #write<L extends Line>(lines: readonly L[], valueColumns: readonly Column<L>[], hasSums: boolean): string {
    if (lines.length === 0) return 'Рядків немає.\n';
    const { unit } = this.#model.meta;
    const columns: Column<L>[] = [
      directionNumberColumn,
      organisationColumn,
      ...findFilledColumns(valueColumns, lines),
    ];
    const heads = columns.map((column) => ({
      header: escapeCell(readHeader(column, unit)),
      isNumeric: isNumericColumn(column, lines),
    }));
    const rows = lines.map((line) => [
      String(this.#places.get(line) ?? ''),
      ...columns.map((column) => writeCell(column.cell(line), unit)),
    ]);
    if (hasSums) rows.push(['', ...writeSums(columns, lines, unit)]);
    return writeMarkdownTable([{ header: '№', isNumeric: true }, ...heads], rows);
  }
}

function writeSums<L extends Line>(
  columns: readonly Column<L>[],
  lines: readonly L[],
  unit: ReportUnit,
): string[] {
  return columns.map((column, index) => {
    const sum = sumMoneyColumn(column, lines);
    if (sum !== null) return `**${formatInUnit(sum, unit)}**`;
    return index === 1 ? '**Усього**' : '';
  });
}

function writeCell(cell: Cell, unit: ReportUnit): string {
  if (cell.type === 'empty') return '';
  if (cell.type === 'text') return escapeCell(cell.text);
  if (cell.type === 'unreadable') return escapeCell(formatUnreadable(cell.raw));
  return escapeCell(formatPrintedCell(cell, unit));
}
