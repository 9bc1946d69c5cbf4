import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { count, decimal, type ExpectedCell, money } from './ExpectedTable.ts';

/** Headings of planned, actual and deviation, wherever the three stand beside each other. */
export const amountHeaders = ['Заплановано, грн', 'Фактично, грн', 'Відхилення, грн'] as const;

type AmountField = 'plannedMinor' | 'actualMinor';

/** The amount of a row as its cell has to show it. */
export function expectAmount({ values, unreadable }: ExpenditureLine, field: AmountField): ExpectedCell {
  const raw = unreadable[field];
  return raw === undefined ? money(values[field]) : { type: 'unreadable', raw };
}

/** Actual less planned; an empty amount counts for nothing. */
export function expectDeviation({ values }: ExpenditureLine): ExpectedCell {
  return money(BigInt(values.actualMinor ?? 0) - BigInt(values.plannedMinor ?? 0));
}

export function expectQuantity({ values, unreadable }: ActivityLine): ExpectedCell {
  const raw = unreadable.quantity;
  return raw === undefined ? count(values.quantity) : { type: 'unreadable', raw };
}

/** Added columns of money and numbers: their headings, and what a line has to show under them. */
export type ExpectedAdded = {
  headers: readonly string[];
  cellsOf(line: ActivityLine | ExpenditureLine): ExpectedCell[];
};

export function expectAdded(
  { columns }: ReportModel,
  table: ActivityLine['kind'] | ExpenditureLine['kind'],
  unit: ReportUnit = 'uah',
): ExpectedAdded {
  const own = columns.filter(({ sum, table: its }) => sum !== null && its === table);
  return {
    headers: own.map(({ title, kind }) => (kind === 'money' ? nameMoney(title, unit) : title)),
    cellsOf: ({ values, unreadable }) =>
      own.map(({ field, kind }) => {
        const raw = unreadable[field];
        if (raw !== undefined) return { type: 'unreadable', raw };
        const value = values[field] ?? null;
        const amount = typeof value === 'number' ? value : null;
        return kind === 'money' ? money(amount) : decimal(amount);
      }),
  };
}

/** A title that says «грн» itself says the unit in that place. */
function nameMoney(title: string, unit: ReportUnit): string {
  const name = unit === 'uah' ? 'грн' : 'тис. грн';
  if (!title.toLowerCase().includes('грн')) return `${title}, ${name}`;
  return unit === 'uah' ? title : title.replace(/((тис|млн|млрд)\.?\s*)?грн/iu, name);
}
