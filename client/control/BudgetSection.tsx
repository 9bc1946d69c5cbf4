import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import { computePercentTenths, formatPercent } from '#shared/money/ratio.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { buildBudgetLines } from './buildBudgetLines.ts';
import { NumberButton } from './rows/NumberButton.tsx';
import { Section } from './Section.tsx';
import { TableScroll } from './TableScroll.tsx';
import table from './table.module.css';

/** The approved plan beside what the rows plan and spend; not there while there is no plan. */
export const BudgetSection = memo(function BudgetSection({ totals }: { totals: Totals }) {
  const { t } = useTranslation(['budget', 'control']);
  const { structure } = useReport();
  const moneyUnit = useMoneyUnit();
  const lines = useMemo(() => buildBudgetLines(structure, totals), [structure, totals]);
  if (structure.budget.length === 0) return null;
  const unit = t(`control:units.${moneyUnit}`);
  return (
    <Section title={t('section.title')}>
      <TableScroll label={t('section.title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={table.text}>
                {t('section.name')}
              </th>
              <th scope="col">{t('section.approved', { unit })}</th>
              <th scope="col">{t('section.planned', { unit })}</th>
              <th scope="col">{t('section.actual', { unit })}</th>
              <th scope="col">{t('section.left', { unit })}</th>
              <th scope="col">{t('section.percent')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const { approvedMinor, sums } = line;
              const leftMinor = approvedMinor - sums.actualMinor;
              const isWhole = line.kind !== 'organisation';
              const name =
                line.kind === 'total'
                  ? t('section.total')
                  : line.kind === 'without'
                    ? t('control:matrix.withoutDirection')
                    : line.name;
              const actual = formatInUnit(sums.actualMinor, moneyUnit);
              const style = isWhole ? { fontWeight: 600 } : { paddingInlineStart: 28 };
              return (
                <tr key={line.key}>
                  <th scope="row" style={style}>
                    {name}
                  </th>
                  <td>{approvedMinor === 0n ? '—' : formatInUnit(approvedMinor, moneyUnit)}</td>
                  <td>{formatInUnit(sums.plannedMinor, moneyUnit)}</td>
                  <td>
                    {sums.rowCount > 0 ? <NumberButton text={actual} selection={line.selection} /> : actual}
                  </td>
                  <td className={leftMinor < 0n ? table.wrong : undefined}>
                    {formatInUnit(leftMinor, moneyUnit)}
                  </td>
                  <td>
                    {formatPercent(
                      computePercentTenths({ plannedMinor: approvedMinor, actualMinor: sums.actualMinor }),
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <p className={table.muted} style={{ fontSize: 13 }}>
        {t('section.hint')}
      </p>
    </Section>
  );
});
