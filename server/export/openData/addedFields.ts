import { type Period, periodBounds } from '#shared/model/period.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ColumnModel, ReportModel } from '#shared/report/ReportModel.ts';
import { buildCodeCell, buildMoneyCell, buildNumberCell, buildTextCell } from '../tables/Cell.ts';
import type { OpenField } from './OpenTable.ts';

type Field = OpenField<ActivityLine | ExpenditureLine>;

/**
 * The columns that were added to a table, named for their ids: those stay when a column is renamed. A value
 * that its column does not take stands in `unreadable`, as any other does.
 */
export function buildAddedFields({ columns }: Pick<ReportModel, 'columns'>, table: TableKind): Field[] {
  return columns.filter((column) => column.table === table).flatMap(buildFields);
}

function buildFields({ id, field, title, kind, options }: ColumnModel): Field[] {
  const base = { name: `x_${id}`, title } as const;
  const readText = ({ values }: ActivityLine | ExpenditureLine) => {
    const value = values[field] ?? null;
    return typeof value === 'string' ? value : null;
  };
  const readNumber = ({ values }: ActivityLine | ExpenditureLine) => {
    const value = values[field] ?? null;
    return typeof value === 'number' ? value : null;
  };
  switch (kind) {
    case 'money':
      return [
        {
          ...base,
          type: 'number',
          description: 'Гривні.',
          constraints: { minimum: 0 },
          cell: (line) => buildMoneyCell(readNumber(line)),
        },
      ];
    case 'number':
      return [{ ...base, type: 'number', cell: (line) => buildNumberCell(readNumber(line)) }];
    case 'date':
      return (['start', 'end'] as const).map((bound) => ({
        name: `${base.name}_${bound}`,
        title: `${title}: ${bound === 'start' ? 'початок' : 'кінець'}`,
        type: 'date',
        cell: (line) => buildCodeCell(readBound(readText(line), bound)),
      }));
    case 'choice':
      return [
        {
          ...base,
          type: 'string',
          constraints: { enum: options },
          cell: (line) => buildTextCell(readText(line)),
        },
      ];
    case 'text':
      return [{ ...base, type: 'string', cell: (line) => buildTextCell(readText(line)) }];
  }
}

function readBound(period: Period | null, bound: 'start' | 'end'): string | null {
  return period === null ? null : periodBounds(period)[bound];
}
