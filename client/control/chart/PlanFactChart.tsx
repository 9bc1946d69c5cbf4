import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildPlanFactOption, type ChartStyle } from './buildPlanFactOption.ts';
import type { ChartLine } from './ChartLine.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

const colours: Record<'light' | 'dark', Omit<ChartStyle, 'fontFamily'>> = {
  light: { planned: '#e9ecef', plannedEdge: '#868e96', actual: '#1f4b99', text: '#495057', line: '#dee2e6' },
  dark: { planned: '#3b3b3b', plannedEdge: '#828282', actual: '#5f8ed0', text: '#c9c9c9', line: '#424242' },
};

/** "Plan against fact", drawn. The table beside it says the same in numbers and is its text alternative. */
type Props = { lines: readonly ChartLine[]; label: string; describedBy: string };

export function PlanFactChart({ lines, label, describedBy }: Props) {
  const { t } = useTranslation('control');
  const scheme = useComputedColorScheme('light');
  const isReduced = useReducedMotion();
  // By name: what the chart measures its words with cannot inherit.
  const { fontFamily } = useMantineTheme();
  const container = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, null, { renderer: 'svg' });
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element);
    setChart(created);
    return () => {
      observer.disconnect();
      created.dispose();
      setChart(null);
    };
  }, []);

  useEffect(() => {
    const texts = {
      planned: t('chart.planned'),
      actual: t('chart.actual'),
      axis: t('chart.axis'),
    };
    chart?.setOption(buildPlanFactOption(lines, texts, { ...colours[scheme], fontFamily }, !isReduced));
  }, [chart, lines, t, scheme, fontFamily, isReduced]);

  return (
    <div
      ref={container}
      role="img"
      aria-label={t('chart.description', { title: label })}
      aria-describedby={describedBy}
      style={{ width: '100%', height: 64 + lines.length * 38 }}
    />
  );
}
