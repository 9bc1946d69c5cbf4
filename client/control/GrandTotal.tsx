import { useTranslation } from 'react-i18next';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { computePercentTenths, formatPercent } from '#shared/money/ratio.ts';
import classes from './GrandTotal.module.css';
import { formatDeviation } from './measures.ts';
import { ArrivingNote } from './rows/ArrivingNote.tsx';
import { NumberButton } from './rows/NumberButton.tsx';
import { useShownTotals } from './rows/ShownTotals.tsx';
import { useFlash } from './useFlash.ts';

/** The report's one number, large, with what it is measured against beside it. */
export function GrandTotal() {
  const { t } = useTranslation('control');
  const unit = useMoneyUnit();
  const { grand, activityCount, byOrganisation } = useShownTotals();
  const corrections = byOrganisation.get(correctionsOwner)?.rowCount ?? 0;
  return (
    <section className={classes.grand} aria-label={t('grand.title')}>
      <div>
        <p className={classes.label}>{t('grand.title')}</p>
        <p className={classes.value}>
          <NumberButton
            text={formatWithUnit(grand.actualMinor, unit)}
            selection={{ measure: 'money' }}
            variant="large"
          />
        </p>
        <p className={classes.label}>
          {t('grand.rows', { count: grand.rowCount - corrections })}
          {' · '}
          {t('grand.activities', { count: activityCount })}
          {corrections > 0 && ` · ${t('grand.corrections', { count: corrections })}`}
        </p>
        <ArrivingNote className={classes.label} />
      </div>
      <dl className={classes.beside}>
        <Side label={t('grand.planned')} value={formatWithUnit(grand.plannedMinor, unit)} />
        <Side label={t('grand.deviation')} value={formatDeviation(grand, formatWithUnit, unit)} />
        <Side label={t('grand.percent')} value={formatPercent(computePercentTenths(grand))} />
      </dl>
    </section>
  );
}

function Side({ label, value }: { label: string; value: string }) {
  const element = useFlash<HTMLElement>(value);
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd ref={element} className={classes.sideValue}>
        {value}
      </dd>
    </div>
  );
}
