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
