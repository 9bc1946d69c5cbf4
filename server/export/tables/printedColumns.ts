import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import { activityColumns } from './activityColumns.ts';
import type { Column } from './Column.ts';
import { expenditureColumns } from './expenditureColumns.ts';

/** What a page for people shows of a row: all but keys for programs. */
export const printedActivityColumns: readonly Column<ActivityLine>[] = Object.values(activityColumns).filter(
  ({ key }) => key !== activityColumns.indicatorKey.key,
);

export const printedExpenditureColumns: readonly Column<ExpenditureLine>[] =
  Object.values(expenditureColumns);

/** Within the text there is room for what a reader of the text asks: the rest stands in the table at the end. */
export const textActivityColumns: readonly Column<ActivityLine>[] = [
  activityColumns.content,
  activityColumns.period,
  activityColumns.quantity,
];

export const textExpenditureColumns: readonly Column<ExpenditureLine>[] = [
  expenditureColumns.measure,
  expenditureColumns.planned,
  expenditureColumns.actual,
];
