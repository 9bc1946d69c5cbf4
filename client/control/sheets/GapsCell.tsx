import { IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rowsLink } from '#client/app/links.ts';
import type { SheetView } from '#client/submission/SheetView.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import { countGaps } from '#shared/submission/sheetCompleteness.ts';
import table from '../table.module.css';
import classes from './sheets.module.css';

/** How many required things a sheet lacks, each kind said in words, and the way to its rows. */
export function GapsCell({ sheet: { organisation, completeness } }: { sheet: SheetView }) {
  const { t } = useTranslation('control');
  const { structure } = useReport();
  const { missing } = completeness;
  const count = countGaps(missing);
  if (count === 0) return <span className={table.muted}>—</span>;
  const numbers = structure.directions.flatMap(({ id, number }) =>
    missing.directions.includes(id) ? [number] : [],
  );
  const words = [
    ...(numbers.length > 0 ? [t('sheets.gaps.directions', { numbers: numbers.join(', ') })] : []),
    ...(['withoutDirection', 'withoutName', 'withoutAmount'] as const).flatMap((gap) =>
      missing[gap] > 0 ? [t(`sheets.gaps.${gap}`, { count: missing[gap] })] : [],
    ),
  ].join('; ');
  const isOfMoney = missing.withoutAmount > 0 && missing.withoutDirection + missing.withoutName === 0;
  return (
    <Link
      className={`${table.warn} ${classes.gaps}`}
      to={rowsLink(structure.report.id, isOfMoney ? 'expenditure' : 'activity', {
        organisationId: organisation.id,
      })}
      title={words}
      aria-label={t('sheets.gapsOf', {
        number: formatCount(count),
        organisation: organisation.shortName,
        words,
      })}
    >
      <IconCircleDashed size={14} stroke={2} aria-hidden className={classes.icon} /> {formatCount(count)}
    </Link>
  );
}
