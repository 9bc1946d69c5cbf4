import { useTranslation } from 'react-i18next';
import { Fund } from '#shared/model/rows.ts';
import type { MoneySums, Totals } from '#shared/totals/Totals.ts';
import classes from './BreakdownSections.module.css';
import { buildBreakdown, computeUnclassified } from './buildBreakdown.ts';
import { type MoneyLine, MoneyLinesTable } from './MoneyLinesTable.tsx';
import { Section } from './Section.tsx';

/** The same money by source of funding, by КПКВК and by КЕКВ; each adds up to the grand total. */
export function BreakdownSections({ totals }: { totals: Totals }) {
  const { t } = useTranslation('control');
  const { grand, byFund, byKpkvk, byKekv } = totals;
  const funds: MoneyLine[] = buildBreakdown(byFund, Fund.options).map(({ key, sums }) => ({
    key,
    heading: t(`fund.${key}`),
    sums,
    selection: { measure: 'money', fund: key },
  }));
  const kpkvk: MoneyLine[] = buildBreakdown(byKpkvk).map(({ key, sums }) => ({
    key,
    heading: key,
    sums,
    selection: { measure: 'money', kpkvk: key },
  }));
  const kekv: MoneyLine[] = buildBreakdown(byKekv).map(({ key, sums }) => ({
    key,
    heading: key,
    sums,
    selection: { measure: 'money', kekv: key },
  }));
  return (
    <div className={classes.breakdowns}>
      <Breakdown
        title={t('byFund.title')}
        heading={t('lines.fund')}
        lines={funds}
        grand={grand}
        rest={computeUnclassified(grand, byFund)}
      />
      <Breakdown
        title={t('byKpkvk.title')}
        heading={t('lines.code')}
        lines={kpkvk}
        grand={grand}
        rest={computeUnclassified(grand, byKpkvk)}
      />
      <Breakdown
        title={t('byKekv.title')}
        heading={t('lines.code')}
        lines={kekv}
        grand={grand}
        rest={computeUnclassified(grand, byKekv)}
      />
    </div>
  );
}

type BreakdownProps = {
  title: string;
  heading: string;
  lines: readonly MoneyLine[];
  rest: MoneySums;
  grand: MoneySums;
};

function Breakdown({ title, heading, lines, rest, grand }: BreakdownProps) {
  const { t } = useTranslation('control');
  const unset: MoneyLine = { key: '', heading: t('lines.unset'), sums: rest, selection: null };
  return (
    <Section title={title}>
      <MoneyLinesTable
        label={title}
        heading={heading}
        lines={rest.rowCount > 0 ? [...lines, unset] : lines}
        total={{ sums: grand, selection: { measure: 'money' } }}
      />
    </Section>
  );
}
