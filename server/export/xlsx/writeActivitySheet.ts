import type ExcelJS from 'exceljs';
import type { ActivityLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { activityColumns } from '../tables/activityColumns.ts';
import { buildAddedColumns } from '../tables/addedColumns.ts';
import { buildNumberCell } from '../tables/Cell.ts';
import {
  buildFingerprintColumn,
  directionColumn,
  directionNumberColumn,
  organisationColumn,
  organisationIdColumn,
  rowIdColumn,
} from '../tables/Column.ts';
import { buildSheetColumn } from './addedSheetColumn.ts';
import type { TableLayout } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { type SheetColumn, writeTableSheet } from './writeTableSheet.ts';

export function writeActivitySheet(workbook: ExcelJS.Workbook, model: WorkbookModel): TableLayout {
  const places = new Map(model.activities.map((line, index) => [line, index + 1]));
  const added = buildAddedColumns(model, 'activity');
  const columns: SheetColumn<ActivityLine>[] = [
    { key: 'place', header: '№', width: 6, cell: (line) => buildNumberCell(places.get(line) ?? null) },
    { ...directionNumberColumn, width: 10 },
    { ...directionColumn, width: 26, isCut: true },
    { ...organisationColumn, width: 20 },
    { ...activityColumns.indicator, width: 24 },
    { ...activityColumns.content, width: 50 },
    { ...activityColumns.period, width: 20 },
    { ...activityColumns.quantity, width: 11 },
    { ...activityColumns.form, width: 10 },
    { ...activityColumns.state, width: 13 },
    { ...activityColumns.reason, width: 28 },
    { ...activityColumns.note, width: 28 },
    { ...activityColumns.link, width: 22 },
    ...added.map(buildSheetColumn),
    {
      key: 'indicatorPosition',
      header: '№ показника',
      width: 10,
      isHidden: true,
      cell: ({ indicator }) => buildNumberCell(indicator?.position ?? null),
    },
    {
      key: 'organisationPosition',
      header: '№ виконавця',
      width: 10,
      isHidden: true,
      cell: ({ organisation }) => buildNumberCell(organisation.position),
    },
    { ...activityColumns.indicatorKey, width: 18, isHidden: true },
    { ...organisationIdColumn, width: 18, isHidden: true },
    { ...rowIdColumn, width: 18, isHidden: true },
    { ...buildFingerprintColumn(added), width: 18, isHidden: true },
  ];
  return writeTableSheet(workbook, model.meta, {
    name: 'Заходи',
    title: 'Заходи',
    columns: columns.map((column) =>
      column.key === 'content'
        ? { ...column, total: { function: 'COUNTA', result: countContents(model) } }
        : column,
    ),
    lines: model.activities,
    frozenColumns: 2,
  });
}

function countContents({ activities }: ReportModel): number {
  return activities.filter(({ values, unreadable }) => values.content || unreadable.content !== undefined)
    .length;
}
