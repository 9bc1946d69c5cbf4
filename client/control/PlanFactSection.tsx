import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLoaded } from '#client/sync/ReportContext.tsx';
import type { Matrix } from './buildMatrix.ts';
import { DirectionHeading } from './DirectionHeading.tsx';
import { MoneyLinesTable } from './MoneyLinesTable.tsx';
import classes from './PlanFactSection.module.css';
import { Section } from './Section.tsx';
import { useThrottled } from './useThrottled.ts';

// The chart's code weighs more than the rest of the page, and numbers do not wait for it.
const PlanFactChart = lazy(() =>
  import('./chart/PlanFactChart.tsx').then((module) => ({ default: module.PlanFactChart })),
);

/** A drawing slides from one length to the next: oftener than this it would never come to rest. */
const chartIntervalMs = 1_000;

/** Plan against fact by direction: drawn, and as the table that is the drawing's text. */
export function PlanFactSection({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation('control');
  const tableId = useId();
  const drawn = useThrottled(matrix.rows, chartIntervalMs);
  const isLoaded = useIsLoaded();
  const lines = matrix.rows.map(({ direction, total }) => ({
    key: direction?.id ?? 'without',
    heading: <DirectionHeading direction={direction} lines={1} />,
    sums: total.sums,
    selection: total.selection,
  }));
  return (
    <Section title={t('chart.title')}>
      <div className={classes.chart} style={{ minHeight: 64 + matrix.rows.length * 38 }}>
        {isLoaded && (
          <Suspense fallback={<p role="status">{t('chart.loading')}</p>}>
            <PlanFactChart rows={drawn} describedBy={tableId} />
          </Suspense>
        )}
      </div>
      <MoneyLinesTable
        id={tableId}
        label={t('chart.title')}
        heading={t('lines.direction')}
        lines={lines}
        total={matrix.grand}
      />
    </Section>
  );
}
