import type { ServerName } from '../servers/BenchServer.ts';
import type { CaseReport, Measure } from './Measure.ts';

const columns: [ServerName, string][] = [
  ['zvit', 'Zvit'],
  ['hocuspocus', 'Hocuspocus'],
  ['y-websocket', 'y-websocket'],
];

/** A Markdown table, so that it can be read here and put into docs/BENCHMARKS.md as it is. */
export function printReport({ title, measures, notes }: CaseReport): string {
  const head = ['', ...columns.map(([, heading]) => heading), 'to Hocuspocus', 'budget', ''];
  const rows = measures.map((measure) => [
    `${measure.label}${measure.unit === '' ? '' : `, ${measure.unit}`}`,
    ...columns.map(([name]) => printNumber(measure.values[name])),
    printRatio(measure),
    measure.budget === undefined ? '' : `≤ ${printNumber(measure.budget)}`,
    judge(measure),
  ]);
  const widths = head.map((cell, index) =>
    Math.max(...[head, ...rows].map((row) => row[index]?.length ?? 0), cell.length),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [
    `### ${title}`,
    '',
    line(head),
    rule,
    ...rows.map(line),
    '',
    ...notes.map((note) => `${note}\n`),
  ].join('\n');
}

function judge({ budget, values: { zvit } }: Measure): string {
  if (budget === undefined || zvit === undefined || zvit === null) return '';
  return zvit <= budget ? 'ok' : 'over';
}

function printRatio({ values: { zvit, hocuspocus } }: Measure): string {
  if (typeof zvit !== 'number' || typeof hocuspocus !== 'number' || hocuspocus === 0) return '';
  return `× ${(zvit / hocuspocus).toFixed(2)}`;
}

function printNumber(value: number | null | undefined): string {
  if (value === undefined || value === null) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
