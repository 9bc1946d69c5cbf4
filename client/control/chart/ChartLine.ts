import type { MoneySums } from '#shared/totals/Totals.ts';

/** Two bars of the chart, and what stands before them. */
export type ChartLine = { label: string; sums: MoneySums };
