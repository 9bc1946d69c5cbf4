import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useErrorText } from '#client/api/useErrorText.ts';
import { reportLink } from '#client/app/links.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import type { Matrix } from './buildMatrix.ts';
import type { ChartLine } from './chart/ChartLine.ts';
import { DirectionHeading } from './DirectionHeading.tsx';
import { type MoneyLine, MoneyLinesTable } from './MoneyLinesTable.tsx';
import classes from './PlanFactSection.module.css';
import { Section } from './Section.tsx';
import { useThrottled } from './useThrottled.ts';
import { useYears } from './useYears.ts';

// The chart's code weighs more than the rest of the page, and numbers do not wait for it.
const PlanFactChart = lazy(() =>
  import('./chart/PlanFactChart.tsx').then((module) => ({ default: module.PlanFactChart })),
);

/** A drawing slides from one length to the next: oftener than this it would never come to rest. */
const chartIntervalMs = 1_000;

const slices = ['direction', 'organisation', 'year'] as const;
type Slice = (typeof slices)[number];
type DrawnLine = MoneyLine & Pick<ChartLine, 'label'>;

/** Plan against fact by direction, by organisation and over the years: drawn, and as the table that is the drawing's text. */
export function PlanFactSection({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation('control');
  const errorText = useErrorText();
  const { structure } = useReport();
  const tableId = useId();
  const [slice, setSlice] = useState<Slice>('direction');
  const years = useYears(slice === 'year');
  const isLoaded = useIsLoaded();
  const lines = listLines();
  // As a text: the lines are made anew with each drawing, and what they say seldom is another.
  const drawnText = useThrottled(writeDrawn(slice, lines), chartIntervalMs);
  const drawn = useMemo(() => readDrawn(drawnText), [drawnText]);
  const title = t(`chart.title.${slice}`);
  return (
    <Section
      title={title}
      side={
        <SegmentedControl
          size="xs"
          aria-label={t('chart.slice')}
          value={slice}
          onChange={(value) => setSlice(slices.find((known) => known === value) ?? 'direction')}
          data={slices.map((value) => ({ value, label: t(`chart.by.${value}`) }))}
        />
      }
    >
      {slice === 'year' && years.error !== null && <p role="alert">{errorText(years.error)}</p>}
      <div className={classes.chart} style={{ minHeight: 64 + lines.length * 38 }}>
        {isLoaded && (
          <Suspense fallback={<p role="status">{t('chart.loading')}</p>}>
            <PlanFactChart key={drawn.slice} lines={drawn.lines} label={title} describedBy={tableId} />
          </Suspense>
        )}
      </div>
      <MoneyLinesTable
        id={tableId}
        label={title}
        heading={t(`lines.${slice}`)}
        lines={lines}
        {...(slice === 'year' ? {} : { total: matrix.grand })}
      />
    </Section>
  );

  function listLines(): DrawnLine[] {
    switch (slice) {
      case 'direction':
        return matrix.rows.map(({ direction, total }) => ({
          key: direction?.id ?? 'without',
          label: direction === null ? '?' : String(direction.number),
          heading: <DirectionHeading direction={direction} lines={1} />,
          ...total,
        }));
      case 'organisation':
        return matrix.organisations.flatMap(({ id, name, shortName }, index): DrawnLine[] => {
          const total = matrix.totals[index];
          return total === undefined ? [] : [{ key: id, label: shortName, heading: name, ...total }];
        });
      case 'year':
        return [
          ...years.years.map(({ reportId, year, sums }) => ({
            key: String(year),
            label: String(year),
            heading: <Link to={reportLink(reportId, 'control')}>{year}</Link>,
            sums,
            selection: null,
          })),
          {
            key: String(structure.report.year),
            label: String(structure.report.year),
            heading: String(structure.report.year),
            ...matrix.grand,
          },
        ];
    }
  }
}

type WrittenLine = { label: string; planned: string; actual: string; rowCount: number };

function writeDrawn(slice: Slice, lines: readonly ChartLine[]): string {
  const written = lines.map(({ label, sums }): WrittenLine => {
    const { plannedMinor, actualMinor, rowCount } = sums;
    return { label, planned: String(plannedMinor), actual: String(actualMinor), rowCount };
  });
  return JSON.stringify({ slice, written });
}

function readDrawn(text: string): { slice: Slice; lines: ChartLine[] } {
  const { slice, written } = JSON.parse(text) as { slice: Slice; written: WrittenLine[] };
  const lines = written.map(({ label, planned, actual, rowCount }) => ({
    label,
    sums: { plannedMinor: BigInt(planned), actualMinor: BigInt(actual), rowCount },
  }));
  return { slice, lines };
}
