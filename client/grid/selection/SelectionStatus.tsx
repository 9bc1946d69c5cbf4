import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSignal } from '#client/sync/useSignal.ts';
import { formatCount, formatThousandths } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { RowGrid } from '../RowGrid.ts';
import classes from './SelectionStatus.module.css';

/** A screen reader is told when the selection has come to rest, not at each cell on the way. */
const restMs = 600;

/** What a spreadsheet says under the table of what is selected; the keys to begin with while one cell is. */
export function SelectionStatus({ grid, hint }: { grid: RowGrid; hint: string }) {
  const { t } = useTranslation('hands');
  const numbers = useSignal(grid.numbers);
  const print = (value: bigint | number) =>
    numbers?.unit === 'money' ? formatMoney(value, { unit: 'none' }) : formatCount(value);
  const printSum = (sum: bigint, scale: number) => (scale === 1 ? print(sum) : formatThousandths(sum));

  const parts: { label: string; value: string }[] = [];
  if (numbers !== null) {
    parts.push({ label: t('numbers.count'), value: formatCount(numbers.filled) });
    const { sum, scale, averageHundredths, least, greatest } = numbers;
    if (sum !== null && averageHundredths !== null && least !== null && greatest !== null) {
      parts.unshift(
        { label: t('numbers.sum'), value: printSum(sum, scale) },
        { label: t('numbers.average'), value: formatMoney(averageHundredths, { unit: 'none' }) },
      );
      parts.push(
        { label: t('numbers.least'), value: print(least) },
        { label: t('numbers.greatest'), value: print(greatest) },
      );
    }
  }
  const selected = numbers === null ? '' : t('numbers.selected', { count: numbers.cells });
  const [spoken] = useDebouncedValue(
    numbers === null ? '' : [selected, ...parts.map(({ label, value }) => `${label} ${value}`)].join(', '),
    restMs,
  );
  return (
    <>
      {numbers === null ? (
        <span className={classes.hint}>{hint}</span>
      ) : (
        <dl className={classes.numbers} aria-label={selected}>
          {parts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
    </>
  );
}
