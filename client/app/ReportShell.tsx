import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useReport } from '#client/sync/ReportContext.tsx';
import { reportLink, reportTabs } from './links.ts';
import classes from './Shell.module.css';
import { Shell } from './Shell.tsx';

/** The frame of a report's pages. */
export function ReportShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const { structure, actor } = useReport();
  const tabs = (
    <nav className={classes['tabs']} aria-label={t('tabs.label')}>
      {reportTabs.map((tab) => (
        <NavLink key={tab} className={classes['tab'] ?? ''} to={reportLink(structure.report.id, tab)}>
          {t(`tabs.${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
  return (
    <Shell actor={actor} tabs={tabs}>
      {children}
    </Shell>
  );
}
