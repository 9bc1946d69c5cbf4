import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { ExpectedTable } from './ExpectedTable.ts';
import { amountHeaders } from './expectedRows.ts';

const planHeaders = ['Затверджено, грн', 'Залишок, грн'];
const own: ReadonlySet<string | number> = new Set([...amountHeaders, ...planHeaders]);

/** A table as a file for people has to show it, where the report prints in its unit. Added columns bring their own names. */
export function inUnit<T extends ExpectedTable>(table: T, { meta: { unit } }: Pick<ReportModel, 'meta'>): T {
  const columns = table.columns.map((column) =>
    own.has(column) ? renameHeader(String(column), unit) : column,
  );
  return { ...table, columns, unit };
}

/** «Фактично, грн» → «Фактично, тис. грн». */
export function renameHeader(header: string, unit: ReportUnit): string {
  return unit === 'uah' ? header : header.replace(/, грн$/, ', тис. грн');
}
