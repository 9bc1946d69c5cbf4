import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { noMoney } from '#shared/totals/Totals.ts';
import type { MatrixCell } from './buildMatrix.ts';
import { formatMeasure, type Measure } from './measures.ts';
import { NumberButton } from './rows/NumberButton.tsx';
import classes from './table.module.css';

/** What stands in one cell of a money table: a number that opens its rows, or a dash where there are none. */
export function MeasureCell({ cell, measure }: { cell: MatrixCell; measure: Measure }) {
  const unit = useMoneyUnit();
  if (cell.sums.rowCount === 0)
    return <span className={classes.muted}>{formatMeasure(noMoney, measure, unit)}</span>;
  return <NumberButton text={formatMeasure(cell.sums, measure, unit)} selection={cell.selection} />;
}
