import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ExampleNote } from '#client/report/ExampleNote.tsx';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { useThrottledSignal } from '#client/sync/useThrottledSignal.ts';
import { AttentionSection } from './AttentionSection.tsx';
import { BreakdownSections } from './BreakdownSections.tsx';
import { BudgetSection } from './BudgetSection.tsx';
import { buildFindingGroups } from './buildFindingGroups.ts';
import { buildIndicatorTree } from './buildIndicatorTree.ts';
import { buildMatrix } from './buildMatrix.ts';
import classes from './ControlPage.module.css';
import { EmptyReport } from './EmptyReport.tsx';
import { GrandTotal } from './GrandTotal.tsx';
import { IndicatorsSection } from './IndicatorsSection.tsx';
import { PlanFactSection } from './PlanFactSection.tsx';
import { RowsPanelLayout } from './rows/RowsPanelLayout.tsx';
import { useShownTotals } from './rows/ShownTotals.tsx';
import { SheetMatrixSection } from './sheets/SheetMatrixSection.tsx';

/** A list of sentences is read, not watched: it need not move as often as the numbers. */
const findingsMs = 1_000;

/** «Зведення»: every derived number of the report, moving while others type. */
export function ControlPage() {
  return (
    <RowsPanelLayout>
      <ControlContent />
    </RowsPanelLayout>
  );
}

function ControlContent() {
  const { t } = useTranslation('control');
  const { structure, rows, findings: findingFeed } = useReport();
  const totals = useShownTotals();
  const isLoaded = useIsLoaded();
  const { findings, isWhole } = useThrottledSignal(findingFeed.view, findingsMs);
  const matrix = useMemo(() => buildMatrix(structure, totals), [structure, totals]);
  const indicators = useMemo(() => buildIndicatorTree(structure, totals), [structure, totals]);
  const findingGroups = useMemo(() => buildFindingGroups(structure, findings), [structure, findings]);
  // Below the first screen nobody waits for it.
  const isBelowDrawn = useDeferredValue(true, false);
  const isEmpty = isLoaded && rows.size() === 0;

  return (
    <>
      <title>{`${t('title')} ${structure.report.year}`}</title>
      <div className={classes.page}>
        <h1 className="visually-hidden">{`${t('title')} · ${structure.report.title}`}</h1>
        {structure.report.isExample && <ExampleNote />}
        <GrandTotal />
        {isEmpty ? (
          <EmptyReport />
        ) : (
          <>
            <SheetMatrixSection matrix={matrix} findingGroups={findingGroups} />
            {isBelowDrawn && (
              <>
                <div className={classes.beside}>
                  <PlanFactSection matrix={matrix} />
                  <AttentionSection groups={findingGroups} isWhole={isLoaded && isWhole} />
                </div>
                <BudgetSection totals={totals} />
                <IndicatorsSection groups={indicators} />
                <BreakdownSections totals={totals} />
              </>
            )}
          </>
        )}
      </div>
    </>
  );
}
