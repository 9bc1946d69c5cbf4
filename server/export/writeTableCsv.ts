import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { CsvFlavour } from './csv/formatCell.ts';
import { writeCsv } from './csv/writeCsv.ts';
import { activityColumns } from './tables/activityColumns.ts';
import { buildTextCell } from './tables/Cell.ts';
import {
  type Column,
  directionColumn,
  directionNumberColumn,
  fingerprintColumn,
  organisationColumn,
  organisationIdColumn,
  rowIdColumn,
} from './tables/Column.ts';
import { expenditureColumns } from './tables/expenditureColumns.ts';
import { buildTotalLines, totalColumns } from './tables/totalLines.ts';

export type CsvTable = 'activity' | 'expenditure' | 'totals';

const placeColumns = [directionNumberColumn, directionColumn, organisationColumn];
/** At the end, where they are in nobody's way; a file that comes back is told by them which rows it holds. */
const idColumns = [organisationIdColumn, rowIdColumn, fingerprintColumn];

/**
 * One table of the report as CSV with a Ukrainian header, lines ended by CRLF, texts that look like
 * formulas defused. `standard`: RFC 4180, UTF-8, comma, decimal point, ISO 8601 dates and spans,
 * codes. `excel`: byte order mark, semicolon, decimal comma, dd.mm.yyyy, labels.
 */
export function writeTableCsv(model: ReportModel, table: CsvTable, flavour: CsvFlavour): string {
  switch (table) {
    case 'activity':
      return write(
        model,
        flavour,
        [...placeColumns, ...Object.values(activityColumns), ...idColumns],
        model.activities,
      );
    case 'expenditure':
      return write(
        model,
        flavour,
        [...placeColumns, ...Object.values(expenditureColumns), ...idColumns],
        model.expenditures,
      );
    case 'totals':
      return write(model, flavour, totalColumns, buildTotalLines(model));
  }
}

function write<Line>(
  model: ReportModel,
  flavour: CsvFlavour,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): string {
  // A file of an example says so in every line: a CSV file has no other place for it.
  const all: readonly Column<Line>[] =
    model.meta.exampleNote === null
      ? columns
      : [
          ...columns,
          { key: 'exampleNote', header: 'Застереження', cell: () => buildTextCell(exampleNote.short.uk) },
        ];
  return writeCsv(
    all.map(({ header }) => header),
    lines.map((line) => all.map(({ cell }) => cell(line))),
    flavour,
  );
}
