import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { formatMeasure, type Measure } from './measures.ts';
import { NumberButton } from './rows/NumberButton.tsx';
import { TableScroll } from './TableScroll.tsx';
import table from './table.module.css';

export type MoneyLine = {
  key: string;
  heading: ReactNode;
  sums: MoneySums;
  /** Null where no selection names exactly these rows: the numbers are then plain. */
  selection: TotalSelection | null;
};

type Props = {
  label: string;
  /** Of the first column. */
  heading: string;
  lines: readonly MoneyLine[];
  /** Adds a closing line. */
  total?: { sums: MoneySums; selection: TotalSelection };
  id?: string;
};

/** Slices of the money, one a line: planned, actual, deviation, per cent. */
export function MoneyLinesTable({ label, heading, lines, total, id }: Props) {
  const { t } = useTranslation('control');
  const unit = useMoneyUnit();
  if (lines.length === 0) return <p className={table.muted}>{t('lines.none')}</p>;
  return (
    <TableScroll label={label}>
      <table className={table.table} id={id}>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {heading}
            </th>
            <th scope="col">{`${t('measure.planned')}, ${t(`units.${unit}`)}`}</th>
            <th scope="col">{`${t('measure.actual')}, ${t(`units.${unit}`)}`}</th>
            <th scope="col">{`${t('measure.deviation')}, ${t(`units.${unit}`)}`}</th>
            <th scope="col">{t('measure.percent')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.heading}</th>
              <MoneyCells sums={line.sums} selection={line.selection} />
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{t('lines.total')}</th>
              <MoneyCells sums={total.sums} selection={total.selection} />
            </tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}

const columns = ['planned', 'actual', 'deviation', 'percent'] as const satisfies Measure[];

function MoneyCells({ sums, selection }: Pick<MoneyLine, 'sums' | 'selection'>) {
  const unit = useMoneyUnit();
  return columns.map((measure) => {
    const text = formatMeasure(sums, measure, unit);
    const isButton = measure === 'actual' && selection !== null && sums.rowCount > 0;
    return (
      <td key={measure}>
        {isButton ? (
          <NumberButton text={text} selection={selection} />
        ) : (
          <span className={sums.rowCount === 0 ? table.muted : undefined}>{text}</span>
        )}
      </td>
    );
  });
}
