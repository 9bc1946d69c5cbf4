import type { EChartsCoreOption } from 'echarts/core';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { ChartLine } from './ChartLine.ts';

export type ChartTexts = { planned: string; actual: string; axis: string };
export type ChartStyle = {
  planned: string;
  plannedEdge: string;
  actual: string;
  text: string;
  line: string;
  fontFamily: string;
};

type Point = { value: number; minor: string };

/**
 * Plan and fact of each line, as two bars side by side. Amounts become floating-point thousands
 * here, where only lengths are drawn; every printed amount still comes from the kopiykas.
 */
export function buildPlanFactOption(
  lines: readonly ChartLine[],
  texts: ChartTexts,
  style: ChartStyle,
  isAnimated: boolean,
): EChartsCoreOption {
  const printLabel = ({ data }: { data: Point }) =>
    data.minor === '0'
      ? ''
      : formatMoney(BigInt(data.minor), { unit: 'thousand-uah' }).replace(/\u00A0тис\..*$/, '');
  // Numbers and years need little room before the bars, names more.
  const left = lines.every(({ label: name }) => name.length <= 4) ? 44 : 152;
  const label = { show: true, position: 'right', color: style.text, fontSize: 12, formatter: printLabel };
  return {
    animation: isAnimated,
    animationDuration: 200,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: style.fontFamily, color: style.text },
    grid: { left, right: 76, top: 32, bottom: 24 },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      textStyle: { color: style.text, fontSize: 12 },
      selectedMode: false,
    },
    xAxis: {
      type: 'value',
      name: texts.axis,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: {
        color: style.text,
        fontSize: 12,
        align: 'left',
        verticalAlign: 'top',
        padding: [7, 0, 0, 0],
      },
      axisLabel: { color: style.text, fontSize: 12, formatter: (value: number) => formatThousands(value) },
      splitNumber: 4,
      splitLine: { lineStyle: { color: style.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ label: name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: style.line } },
      axisLabel: { color: style.text, fontSize: 12, width: left - 12, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        name: texts.planned,
        data: lines.map(({ sums }) => buildPoint(sums.plannedMinor)),
        itemStyle: { color: style.planned, borderColor: style.plannedEdge, borderWidth: 1 },
        barMaxWidth: 12,
        barGap: '15%',
        label,
        emphasis: { disabled: true },
      },
      {
        type: 'bar',
        name: texts.actual,
        data: lines.map(({ sums }) => buildPoint(sums.actualMinor)),
        itemStyle: { color: style.actual },
        barMaxWidth: 12,
        label,
        emphasis: { disabled: true },
      },
    ],
  };
}

function buildPoint(minor: bigint): Point {
  return { value: Number(minor) / 100_000, minor: String(minor) };
}

function formatThousands(value: number): string {
  return String(value)
    .replace('.', ',')
    .replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, '\u00A0');
}
