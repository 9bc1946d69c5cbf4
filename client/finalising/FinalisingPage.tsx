import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { finalisingQuery } from '#client/api/finalising.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import classes from './finalising.module.css';
import { LinksSection } from './LinksSection.tsx';
import { StateSection } from './StateSection.tsx';
import { VersionsSection } from './VersionsSection.tsx';

/** Where a report is closed and opened again, with everything that was made of it. */
export function FinalisingPage() {
  const { t } = useTranslation('finalising');
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const { data, error } = useQuery(finalisingQuery(reportId));
  const mayPublish = can(actor, { action: 'report.publish', reportId }).allowed;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('title')}</h1>
        <p className={classes.hint}>{t('lead')}</p>
      </header>
      <Problem error={error} />
      {data !== undefined && (
        <>
          <StateSection answer={data} mayDecide={mayPublish} />
          <VersionsSection versions={data.versions} mayPublish={mayPublish} />
          {mayPublish && <LinksSection hasVersion={data.versions.length > 0} />}
        </>
      )}
    </div>
  );
}
