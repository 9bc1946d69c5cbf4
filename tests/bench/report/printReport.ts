import type { CaseReport, Measure, PeerName } from './Measure.ts';

const allColumns: [PeerName, string][] = [
  ['zvit', 'Zvit'],
  ['hocuspocus', 'Hocuspocus'],
  ['y-websocket', 'y-websocket'],
  ['rowData', 'rowData'],
  ['bare', 'bare library'],
];

/** A Markdown table, so that it can be read here and put into docs/BENCHMARKS.md as it is. */
export function printReport({ title, measures, notes }: CaseReport): string {
  const columns = allColumns.filter(([name]) => measures.some(({ values }) => values[name] !== undefined));
  const peer = columns[1];
  const ratioHead = peer === undefined ? [] : [`to ${peer[1]}`];
  const head = ['', ...columns.map(([, heading]) => heading), ...ratioHead, 'budget', ''];
  const rows = measures.map((measure) => [
    `${measure.label}${measure.unit === '' ? '' : `, ${measure.unit}`}`,
    ...columns.map(([name]) => printNumber(measure.values[name])),
    ...(peer === undefined ? [] : [printRatio(measure, peer[0])]),
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

function printRatio({ values }: Measure, peerName: PeerName): string {
  const [zvit, peer] = [values.zvit, values[peerName]];
  if (typeof zvit !== 'number' || typeof peer !== 'number' || peer === 0) return '';
  return `× ${(zvit / peer).toFixed(2)}`;
}

function printNumber(value: number | null | undefined): string {
  if (value === undefined || value === null) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
