import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { ExportMenu } from '#client/exports/ExportMenu.tsx';
import { FinalisedStrip } from '#client/finalising/FinalisedStrip.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useIsSmallScreen } from '#client/ui/screen.ts';
import { useScrollEdges } from '#client/ui/useScrollEdges.ts';
import { reportTabs } from './links.ts';
import { PeopleBar } from './PeopleBar.tsx';
import { ReportSwitch } from './ReportSwitch.tsx';
import { SaveStateBadge } from './SaveStateBadge.tsx';
import { SessionDialogs } from './SessionDialogs.tsx';
import classes from './Shell.module.css';
import { Shell } from './Shell.tsx';
import { tabLink } from './tabLink.ts';

/** The frame of a report's pages. */
export function ReportShell({ onSwitchUser, children }: { onSwitchUser: () => void; children: ReactNode }) {
  const { t } = useTranslation('common');
  const { structure, actor } = useReport();
  const location = useLocation();
  const isSmall = useIsSmallScreen();
  const tabList = useRef<HTMLElement>(null);
  useScrollEdges(tabList);
  const tabs = (
    <>
      <nav ref={tabList} className={classes.tabs} aria-label={t('tabs.label')}>
        {reportTabs.map((tab) => (
          <NavLink key={tab} className={classes.tab ?? ''} to={tabLink(structure.report.id, tab, location)}>
            {t(`tabs.${tab}`)}
          </NavLink>
        ))}
      </nav>
      {isSmall && <ExportMenu isShort />}
    </>
  );
  const side = (
    <>
      <SaveStateBadge />
      <PeopleBar />
      {!isSmall && <ExportMenu />}
    </>
  );
  return (
    <Shell actor={actor} title={<ReportSwitch />} tabs={tabs} side={side} notice={<FinalisedStrip />}>
      {children}
      <SessionDialogs onSwitch={onSwitchUser} />
    </Shell>
  );
}
