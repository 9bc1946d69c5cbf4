import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import { count, type ExpectedCell, money } from './ExpectedTable.ts';

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
