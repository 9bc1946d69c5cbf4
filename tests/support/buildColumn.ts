import type { ExtraColumn } from '#shared/model/columns.ts';
import { ColumnId, ReportId } from '#shared/model/ids.ts';

/** An added column of the report `report`: of the activities, a text, not required, save what is given. */
export function buildColumn(id: string, values: Partial<ExtraColumn> = {}): ExtraColumn {
  return {
    id: ColumnId.parse(id),
    reportId: ReportId.parse('report'),
    table: 'activity',
    title: `Стовпець ${id}`,
    kind: 'text',
    options: [],
    isRequired: false,
    ...values,
  };
}
