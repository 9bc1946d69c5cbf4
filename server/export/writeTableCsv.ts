import type { CsvFlavour, CsvTable } from '#shared/export/ExportFile.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { writeCsv } from './csv/writeCsv.ts';
import { activityColumns } from './tables/activityColumns.ts';
import { type AddedColumn, buildAddedColumns } from './tables/addedColumns.ts';
import { buildTextCell } from './tables/Cell.ts';
import {
  buildFingerprintColumn,
  type Column,
  directionColumn,
  directionNumberColumn,
  organisationColumn,
  organisationIdColumn,
  rowIdColumn,
} from './tables/Column.ts';
import { expenditureColumns } from './tables/expenditureColumns.ts';
import { approvedColumn, buildTotalLines, totalColumns } from './tables/totalLines.ts';

const placeColumns = [directionNumberColumn, directionColumn, organisationColumn];
/** At the end, where they are in nobody's way; a file that comes back is told by them which rows it holds. */
const idColumns = (added: readonly AddedColumn[]) => [
  organisationIdColumn,
  rowIdColumn,
  buildFingerprintColumn(added),
];

/**
 * One table of the report as CSV with a Ukrainian header, lines ended by CRLF, texts that look like
 * formulas defused. `standard`: RFC 4180, UTF-8, comma, decimal point, ISO 8601 dates and spans,
 * codes. `excel`: byte order mark, semicolon, decimal comma, dd.mm.yyyy, labels.
 */
export function writeTableCsv(
  model: ReportModel,
  table: CsvTable,
  flavour: CsvFlavour,
  { isDraft }: { isDraft: boolean },
): string {
  const notes = listNotes(model, isDraft);
  switch (table) {
    case 'activity': {
      const added = buildAddedColumns(model, table);
      return write(
        notes,
        flavour,
        [...placeColumns, ...Object.values(activityColumns), ...added, ...idColumns(added)],
        model.activities,
      );
    }
    case 'expenditure': {
      const added = buildAddedColumns(model, table);
      return write(
        notes,
        flavour,
        [...placeColumns, ...Object.values(expenditureColumns), ...added, ...idColumns(added)],
        model.expenditures,
      );
    }
    case 'totals':
      return write(
        notes,
        flavour,
        model.plan === null ? totalColumns : [...totalColumns, approvedColumn],
        buildTotalLines(model),
      );
  }
}

/** A draft and an example say so in every line: a CSV file has no other place for it. */
function listNotes({ meta }: ReportModel, isDraft: boolean): string[] {
  return [
    ...(isDraft ? [documentWords.draft] : []),
    ...(meta.exampleNote === null ? [] : [exampleNote.short.uk]),
  ];
}

function write<Line>(
  notes: readonly string[],
  flavour: CsvFlavour,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): string {
  const note = buildTextCell(notes.join('. '));
  const all: readonly Column<Line>[] =
    notes.length === 0 ? columns : [...columns, { key: 'note', header: 'Застереження', cell: () => note }];
  return writeCsv(
    all.map(({ header }) => header),
    lines.map((line) => all.map(({ cell }) => cell(line))),
    flavour,
  );
}
