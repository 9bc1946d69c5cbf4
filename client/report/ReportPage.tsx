import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrivingNote } from '#client/control/rows/ArrivingNote.tsx';
import { NumberButton } from '#client/control/rows/NumberButton.tsx';
import { RowsPanelLayout } from '#client/control/rows/RowsPanelLayout.tsx';
import { useShownTotals } from '#client/control/rows/ShownTotals.tsx';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { describeDecision } from '#shared/report/describeDecision.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import { buildReportSections } from './buildReportSections.ts';
import own from './comments/textComments.module.css';
import { useTextComments } from './comments/useTextComments.tsx';
import { DirectionSection } from './DirectionSection.tsx';
import { ExampleNote } from './ExampleNote.tsx';
import { FigureProvider } from './figures/FigureContext.tsx';
import { TextFindings } from './findings/TextFindings.tsx';
import { ReportOutline } from './ReportOutline.tsx';
import classes from './ReportPage.module.css';
import { grandTotalId } from './sectionId.ts';
import { TextToolbar } from './text/TextToolbar.tsx';
import { useCanWriteText } from './text/useCanWriteText.ts';
import { useParagraphTarget } from './text/useParagraphTarget.ts';
import { useWriting } from './text/useWriting.tsx';
import { useHashTarget } from './useHashTarget.ts';

/** «Звіт»: the report as it would be printed, its numbers live and open to their rows. */
export function ReportPage() {
  return (
    <FigureProvider>
      <RowsPanelLayout>
        <ReportContent />
      </RowsPanelLayout>
    </FigureProvider>
  );
}

function ReportContent() {
  const { t } = useTranslation('report');
  const { structure } = useReport();
  const unit = useMoneyUnit();
  const totals = useShownTotals();
  const isLoaded = useIsLoaded();
  const sections = useMemo(() => buildReportSections(structure, totals), [structure, totals]);
  const { report, programme, directions } = structure;
  const decision = describeDecision(programme);
  const canWrite = useCanWriteText();
  const writing = useWriting();
  const comments = useTextComments(writing);
  useHashTarget(isLoaded);
  useParagraphTarget(writing.editors, isLoaded);
  return (
    <>
      <title>{`${t('title')} ${report.year}`}</title>
      <div className={own.beside}>
        <div className={own.main}>
          <div className={classes.desk}>
            <ReportOutline directions={directions}>
              <TextFindings writing={writing} />
              {comments.button}
            </ReportOutline>
            <div className={classes.sheet}>
              {canWrite && (
                <TextToolbar editor={writing.editor} onFigure={writing.askFigure} onLink={writing.askLink} />
              )}
              <article className={classes.paper} lang="uk" aria-busy={!isLoaded} {...comments.around}>
                <ArrivingNote className={classes.note} />
                {report.isExample && (
                  <div className={classes.note}>
                    <ExampleNote />
                  </div>
                )}
                <header className={classes.head}>
                  <h1 className={classes.title}>{report.title}</h1>
                  <p className={classes.programme}>{programme.title}</p>
                  {decision !== null && <p className={classes.decision}>{decision}</p>}
                </header>
                {sections.map((section) => (
                  <DirectionSection
                    key={section.direction.id}
                    section={section}
                    onFocus={writing.setEditor}
                    onAsk={writing.askFigureAt}
                    onReady={writing.register}
                  />
                ))}
                {totals.withoutDirection.rowCount > 0 && (
                  <p className={classes.unplaced}>
                    {documentWords.withoutDirection}{' '}
                    <NumberButton
                      variant="text"
                      text={formatWithUnit(totals.withoutDirection.actualMinor, unit)}
                      selection={{ measure: 'money', directionId: null }}
                    />
                  </p>
                )}
                <p id={grandTotalId} className={classes.grand} tabIndex={-1}>
                  {documentWords.grand} {documentWords.grandPrefix}{' '}
                  <NumberButton
                    variant="text"
                    text={formatWithUnit(totals.grand.actualMinor, unit)}
                    selection={{ measure: 'money' }}
                  />
                </p>
                {report.signatoryPosition !== '' && (
                  <footer className={classes.signature}>
                    <span>{report.signatoryPosition}</span>
                    <span className={classes.line} />
                    <span className={report.signatoryName === '' ? classes.line : classes.name}>
                      {report.signatoryName}
                    </span>
                  </footer>
                )}
              </article>
            </div>
          </div>
        </div>
        {comments.panel}
      </div>
      {writing.dialog}
    </>
  );
}
