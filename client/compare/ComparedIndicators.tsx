import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import type { CountLine, ReportComparison } from '#shared/api/comparison.ts';
import { formatCount } from '#shared/language/nouns.ts';
import classes from './compare.module.css';

type Props = { lines: readonly CountLine[]; activities: ReportComparison['activityCount'] };

/** Indicators that differ, old and new, and how many activities there are. */
export function ComparedIndicators({ lines, activities }: Props) {
  const { t } = useTranslation('compare');
  const changed = lines.filter(({ before, after }) => before !== after);
  const isSameCount = activities.before === activities.after;
  return (
    <Section title={t('numbers.indicators')}>
      {changed.length === 0 && isSameCount ? (
        <p className={table.muted}>{t('numbers.noIndicators')}</p>
      ) : (
        <TableScroll label={t('numbers.indicators')}>
          <table className={`${table.table} ${classes.numbers}`}>
            <thead>
              <tr>
                <th scope="col" className={table.text}>
                  {t('numbers.indicator')}
                </th>
                <th scope="col">{t('side.before')}</th>
                <th scope="col">{t('side.after')}</th>
                <th scope="col">{t('numbers.difference')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ key, directionNumber, title, before, after }) => (
                <CountRow
                  key={key}
                  name={directionNumber === null ? title : `${directionNumber}. ${title}`}
                  before={before}
                  after={after}
                />
              ))}
              {!isSameCount && <CountRow name={t('numbers.activities')} {...activities} />}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Section>
  );
}

function CountRow({ name, before, after }: { name: string; before: number | null; after: number | null }) {
  const difference = (after ?? 0) - (before ?? 0);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{before === null ? '—' : formatCount(before)}</td>
      <td>{after === null ? '—' : formatCount(after)}</td>
      <td className={classes.difference}>
        {difference === 0 ? '—' : `${difference > 0 ? '+' : '\u2212'}${formatCount(Math.abs(difference))}`}
      </td>
    </tr>
  );
}
