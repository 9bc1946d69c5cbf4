import { useTranslation } from 'react-i18next';
import structureClasses from '#client/structure/StructurePage.module.css';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { BudgetEditor } from './BudgetEditor.tsx';
import classes from './budget.module.css';

/** «Затверджений план»: what may be spent, line by line; for whoever manages the report. */
export function BudgetPage() {
  const { t } = useTranslation('budget');
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
        <p className={structureClasses.hint}>
          {decision.allowed
            ? t('hint')
            : t(decision.reason === 'access.finalised' ? 'finalised' : 'forbidden')}
        </p>
      </div>
      {decision.allowed && <BudgetEditor />}
    </div>
  );
}
