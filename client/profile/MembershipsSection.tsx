import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReportStructure, useReports } from '#client/api/useReports.ts';
import { reportLink } from '#client/app/links.ts';
import { Section } from '#client/control/Section.tsx';
import type { Report } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import classes from './ProfilePage.module.css';

/** What the person is in each report. */
export function MembershipsSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation('profile');
  const reports = useReports();
  const own = (reports.data?.reports ?? []).filter(({ report }) =>
    actor.memberships.some(({ reportId }) => reportId === report.id),
  );
  return (
    <Section title={t('roles.title')}>
      <ul className={classes.list}>
        {actor.isAdministrator && <li>{t('roles.administrator')}</li>}
        {own.map(({ report }) => (
          <ReportRoles key={report.id} report={report} actor={actor} />
        ))}
        {!actor.isAdministrator && reports.isSuccess && own.length === 0 && <li>{t('roles.none')}</li>}
      </ul>
    </Section>
  );
}

function ReportRoles({ report, actor }: { report: Report; actor: Actor }) {
  const { t } = useTranslation('profile');
  const structure = useReportStructure(report.id);
  const own = actor.memberships.filter(({ reportId }) => reportId === report.id);
  const edited = own.flatMap((membership) => {
    if (membership.role !== 'editor') return [];
    const organisation = structure.data?.organisations.find(({ id }) => id === membership.organisationId);
    return [organisation?.name ?? membership.organisationId];
  });
  const roles = [
    ...own.flatMap(({ role }) => (role === 'editor' ? [] : [t(`roles.${role}`)])),
    ...(edited.length > 0 ? [t('roles.editor', { organisations: edited.join(', ') })] : []),
  ];
  return (
    <li>
      <Link to={reportLink(report.id, 'activities')} style={{ color: 'inherit' }}>
        {`${report.title} (${report.year})`}
      </Link>
      <div className={classes.muted}>{roles.join('; ')}</div>
    </li>
  );
}
