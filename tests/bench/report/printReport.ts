import type { CaseReport, Measure, PeerName } from './Measure.ts';

const allColumns: [PeerName, string][] = [
  ['zvit', 'Zvit'],
  ['hocuspocus', 'Hocuspocus'],
  ['y-websocket', 'y-websocket'],
  ['rowData', 'rowData'],
  ['bare', 'bare library'],
  ['journal', 'whole journal'],
  ['tenth', 'a tenth of it'],
  ['alone', 'nothing else'],
  ['again', 'asked again'],
  ['without', 'without them'],
  ['chain', 'hashes alone'],
];

/** A Markdown table, so that it can be read here and put into docs/BENCHMARKS.md as it is. */
export function printReport({ title, measures, notes }: CaseReport): string {
  const columns = allColumns.filter(([name]) => measures.some(({ values }) => values[name] !== undefined));
  const peers = columns.slice(1, 2);
  peers.push(...columns.slice(2).filter(([name]) => name === 'tenth'));
  const head = [
    '',
    ...columns.map(([, heading]) => heading),
    ...peers.map(([, heading]) => `to ${heading}`),
    'budget',
    '',
  ];
  const rows = measures.map((measure) => [
    `${measure.label}${measure.unit === '' ? '' : `, ${measure.unit}`}`,
    ...columns.map(([name]) => printNumber(measure.values[name])),
    ...peers.map(([name]) => printRatio(measure, name)),
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
  const ratio = zvit / peer;
  return `× ${ratio.toFixed(ratio < 0.1 ? 4 : 2)}`;
}

function printNumber(value: number | null | undefined): string {
  if (value === undefined || value === null) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
