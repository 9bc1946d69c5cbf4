import { useTranslation } from 'react-i18next';
import { FigureProvider } from '#client/report/figures/FigureContext.tsx';
import { useTextFindings } from '#client/report/findings/useTextFindings.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { BlockingSection } from './BlockingSection.tsx';
import classes from './ExportPage.module.css';
import { FilesSection } from './FilesSection.tsx';
import { FootingSection } from './FootingSection.tsx';
import { PersonalDataDialog } from './PersonalDataDialog.tsx';
import { useExportDocument } from './useExportDocument.tsx';
import { useFooting } from './useFooting.ts';

/** Where a report is checked, and leaves as files. */
export function ExportPage() {
  return (
    <FigureProvider>
      <ExportContent />
    </FigureProvider>
  );
}

function ExportContent() {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  const { state, start } = useFooting();
  const findings = useTextFindings();
  const documents = useExportDocument();
  const blocking = findings?.filter(({ severity }) => severity === 'blocks') ?? null;
  return (
    <div className={classes.page}>
      <title>{`${t('page.title')} ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('page.title')}</h1>
        <p className={classes.lead}>{t('page.lead')}</p>
      </header>
      <FootingSection state={state} onStart={start} />
      <BlockingSection findings={blocking} />
      <FilesSection
        checks={state.type === 'done' ? state.checks : []}
        isBlocked={blocking !== null && blocking.length > 0}
        onSave={(file, isDraft) => void documents.save(file, { isDraft })}
      />
      {documents.isAsking && <PersonalDataDialog onDecide={documents.decide} />}
    </div>
  );
}
