import { formatInUnit } from '#shared/money/formatMoney.ts';
import { formatPercent } from '#shared/money/ratio.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';

/** What a cell of a file has to say, whatever the format writes it like. */
export type ExpectedCell =
  | { type: 'money'; minor: bigint | null }
  | { type: 'count'; value: number | null }
  /** With at most three digits after the mark. */
  | { type: 'decimal'; value: number | null }
  | { type: 'percent'; tenths: number | null }
  /** A name: spaces and what a file cannot hold do not matter. */
  | { type: 'text'; text: string | null }
  /** What stands in a cell that could not be read: shown, marked, and never a number. */
  | { type: 'unreadable'; raw: string };

export type ExpectedTable = {
  /** In what its money is printed; absent for hryvnias. */
  unit?: ReportUnit;
  /** What people call it. */
  name: string;
  /** By header; a number is the place of a column whose header is not the same everywhere. */
  columns: readonly (string | number)[];
  rows: readonly (readonly ExpectedCell[])[];
  /** A column of which no row has anything may be left out. */
  mayLackEmptyColumns?: boolean;
};

export const money = (minor: bigint | number | null): ExpectedCell => ({
  type: 'money',
  minor: minor === null ? null : BigInt(minor),
});
export const count = (value: number | null): ExpectedCell => ({ type: 'count', value });
export const decimal = (value: number | null): ExpectedCell => ({ type: 'decimal', value });
export const percent = (tenths: number | null): ExpectedCell => ({ type: 'percent', tenths });
export const text = (own: string | null): ExpectedCell => ({ type: 'text', text: own });

/** As people read it. */
export function printExpected(cell: ExpectedCell, unit: ReportUnit): string {
  switch (cell.type) {
    case 'money':
      return cell.minor === null ? '' : formatInUnit(cell.minor, unit);
    case 'count':
    case 'decimal':
      return cell.value === null ? '' : String(cell.value);
    case 'percent':
      return formatPercent(cell.tenths);
    case 'text':
      return cell.text ?? '';
    case 'unreadable':
      return `(?) ${cell.raw}`;
  }
}
