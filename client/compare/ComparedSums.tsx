import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import type { MoneyLine, ComparedSums as Sums } from '#shared/api/comparison.ts';
import { areSameSums } from '#shared/compare/compareReports.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import classes from './compare.module.css';

const groups = ['grand', 'direction', 'organisation', 'fund'] as const;
const amounts = ['actualMinor', 'plannedMinor'] as const;

/** Every sum old and new with the difference, the grand total first. */
export function ComparedSums({ lines }: { lines: readonly MoneyLine[] }) {
  const { t } = useTranslation('compare');
  const [isAll, setIsAll] = useState(false);
  const shown = lines.filter(
    (line) => isAll || line.slice.by === 'grand' || !areSameSums(line.before, line.after),
  );
  return (
    <Section
      title={t('numbers.title')}
      side={
        <Checkbox
          size="xs"
          label={t('numbers.showSame')}
          checked={isAll}
          onChange={(event) => setIsAll(event.currentTarget.checked)}
        />
      }
    >
      <TableScroll label={t('numbers.title')}>
        <table className={`${table.table} ${classes.numbers}`}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={table.text}>
                {t('numbers.slice')}
              </th>
              <th scope="colgroup" colSpan={3} className={classes.amountHead}>
                {t('numbers.actual')}
              </th>
              <th scope="colgroup" colSpan={3} className={classes.amountHead}>
                {t('numbers.planned')}
              </th>
            </tr>
            <tr>
              {amounts.map((amount) => (
                <AmountHeads key={amount} />
              ))}
            </tr>
          </thead>
          {groups.map((by) => {
            const ofGroup = shown.filter((line) => line.slice.by === by);
            if (ofGroup.length === 0) return null;
            return (
              <tbody key={by}>
                {by !== 'grand' && (
                  <tr className={classes.group}>
                    <th scope="rowgroup" colSpan={7} className={table.text}>
                      {t(`numbers.by.${by}`)}
                    </th>
                  </tr>
                )}
                {ofGroup.map((line) => (
                  <SumLine key={JSON.stringify(line.slice)} line={line} />
                ))}
              </tbody>
            );
          })}
        </table>
      </TableScroll>
    </Section>
  );
}

function AmountHeads() {
  const { t } = useTranslation('compare');
  return (
    <>
      <th scope="col" className={classes.firstOfAmount}>
        {t('side.before')}
      </th>
      <th scope="col">{t('side.after')}</th>
      <th scope="col">{t('numbers.difference')}</th>
    </>
  );
}

function SumLine({ line }: { line: MoneyLine }) {
  const { t } = useTranslation('compare');
  const { t: tGrid } = useTranslation('grid');
  const { slice, title, before, after } = line;
  const name =
    slice.by === 'grand'
      ? t('numbers.grand')
      : slice.by === 'fund'
        ? tGrid(`choice.fund.${slice.fund}`)
        : slice.by === 'direction' && slice.number === null
          ? t('numbers.withoutDirection')
          : slice.by === 'direction'
            ? `${slice.number}. ${title}`
            : title;
  return (
    <tr className={slice.by === 'grand' ? classes.grand : undefined}>
      <th scope="row">{name}</th>
      {amounts.map((amount) => (
        <AmountCells key={amount} before={readAmount(before, amount)} after={readAmount(after, amount)} />
      ))}
    </tr>
  );
}

function AmountCells({ before, after }: { before: bigint | null; after: bigint | null }) {
  const difference = (after ?? 0n) - (before ?? 0n);
  return (
    <>
      <td className={classes.firstOfAmount}>{formatAmount(before)}</td>
      <td>{formatAmount(after)}</td>
      <td className={difference === 0n ? table.muted : classes.difference}>
        {difference === 0n ? '—' : formatSigned(difference)}
      </td>
    </>
  );
}

function readAmount(sums: Sums | null, amount: (typeof amounts)[number]): bigint | null {
  return sums === null ? null : BigInt(sums[amount]);
}

function formatAmount(minor: bigint | null): string {
  return minor === null ? '—' : formatMoney(minor, { unit: 'none' });
}

function formatSigned(minor: bigint): string {
  return (minor > 0n ? '+' : '') + formatMoney(minor, { unit: 'none' });
}
