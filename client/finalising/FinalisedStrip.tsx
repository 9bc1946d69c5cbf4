import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { finalisingLink } from '#client/app/links.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import classes from './finalising.module.css';

/** On every page of a finalised report: that it is one, and where its files are. */
export function FinalisedStrip() {
  const { t } = useTranslation('finalising');
  const formatTime = useFormatTime();
  const { id, finalised } = useReport().structure.report;
  if (finalised === undefined) return null;
  return (
    <div className={classes.strip} role="status">
      <IconLock size={15} aria-hidden />
      <span>{t('strip', { version: finalised.version, time: formatTime(finalised.at) })}</span>
      <Link to={finalisingLink(id)}>{t('stripLink')}</Link>
    </div>
  );
}
