import { type ReportUnit, unitDecimals } from '#shared/money/reportUnit.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import { type FormulaCell, numberFormatOf } from './setCell.ts';
import { formatColumnLetter } from './TableLayout.ts';

export function moneyFormula(formula: string, minor: bigint): FormulaCell {
  return { type: 'money-formula', formula, minor };
}

export function countFormula(formula: string, result: number): FormulaCell {
  return { type: 'formula', formula, result, format: numberFormatOf(result) };
}

/** Deviation and per cent of a row, from the planned and actual sums in columns C and D of it. */
export function derivedCells(row: number, money: MoneyModel, unit: ReportUnit): FormulaCell[] {
  const { deviationMinor, percentTenths } = money;
  return [
    moneyFormula(`ROUND(D${row}-C${row},${unitDecimals[unit]})`, deviationMinor),
    {
      type: 'formula',
      formula: `IF(C${row}<=0,"—",ROUND(D${row}/C${row},3))`,
      result: percentTenths === null ? '—' : percentTenths / 1_000,
      format: 'percent',
    },
  ];
}

/** The sum of the rows above, in one column; of nothing when there are none. */
export function columnSum(column: number, firstRow: number, lastRow: number): string {
  const letter = formatColumnLetter(column);
  return lastRow < firstRow ? 'SUM(0)' : `SUM(${letter}${firstRow}:${letter}${lastRow})`;
}
