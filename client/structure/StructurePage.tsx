import { useTranslation } from 'react-i18next';
import { CorrectionsSection } from '#client/corrections/CorrectionsSection.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { ColumnsSection } from './ColumnsSection.tsx';
import { DirectionsSection } from './DirectionsSection.tsx';
import { ParticipantsSection } from './ParticipantsSection.tsx';
import classes from './StructurePage.module.css';

/** What a report is made of: directions, indicators, added columns, and who takes part; for whoever manages it. */
export function StructurePage() {
  const { t } = useTranslation('structure');
  const { structure, actor } = useReport();
  const decision = can(actor, {
    action: 'report.manage',
    reportId: structure.report.id,
    reportStatus: readReportStatus(structure.report),
  });
  return (
    <div className={classes.page}>
      <title>{`${t('title')} ${structure.report.year}`}</title>
      <div>
        <h1 className="page-title">{t('title')}</h1>
        <p className={classes.hint}>
          {decision.allowed
            ? t('hint')
            : t(decision.reason === 'access.finalised' ? 'finalised' : 'forbidden')}
        </p>
      </div>
      {decision.allowed && (
        <>
          <DirectionsSection />
          <ColumnsSection />
          <CorrectionsSection />
          <ParticipantsSection />
        </>
      )}
    </div>
  );
}
