import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { useReports } from '#client/api/useReports.ts';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { can } from '#shared/access/can.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { ProgrammeList } from '#shared/api/structure.ts';
import { NewReportForm } from './NewReportForm.tsx';
import classes from './NewReportPage.module.css';

/** Makes a report, an empty one or next year’s from the last; for the administrator. */
export function NewReportPage() {
  const { t } = useTranslation('structure');
  const actor = useSession().data?.actor ?? null;
  const isAllowed = actor !== null && can(actor, { action: 'reports.create' }).allowed;
  const reports = useReports();
  const programmes = useQuery({
    queryKey: ['programmes'],
    queryFn: () => apiFetch(apiPaths.programmes, ProgrammeList),
    enabled: isAllowed,
  });
  if (isAllowed && (reports.isLoadingError || programmes.isLoadingError)) {
    const retry = () => void Promise.all([reports.refetch(), programmes.refetch()]);
    return <FailurePage error={reports.error ?? programmes.error} onRetry={retry} />;
  }
  if (actor === null || (isAllowed && (reports.data === undefined || programmes.data === undefined)))
    return <LoadingPage />;
  return (
    <div className={classes.page}>
      <title>{t('create.title')}</title>
      <h1 className="page-title">{t('create.title')}</h1>
      {reports.data !== undefined && programmes.data !== undefined && isAllowed ? (
        <NewReportForm reports={reports.data.reports} programmes={programmes.data.programmes} />
      ) : (
        <p className={classes.hint}>{t('create.forbidden')}</p>
      )}
    </div>
  );
}
