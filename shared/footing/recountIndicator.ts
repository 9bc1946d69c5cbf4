import { correctionsOwner } from '../corrections/correctionRows.ts';
import { periodBounds } from '../model/period.ts';
import type { Aggregation } from '../model/structure.ts';
import type { ActivityLine } from '../report/ReportLine.ts';

/** A correction stands among the rows and is none: no organisation filled it in. */
export function isCorrectionLine({ organisation }: Pick<ActivityLine, 'organisation'>): boolean {
  return organisation.id === correctionsOwner;
}

/** An indicator's number from its lines by its definition, without the engine that keeps it up to date. */
export function recountIndicator(aggregation: Aggregation, lines: readonly ActivityLine[]): number {
  return aggregate(
    aggregation,
    lines.filter(({ values }) => values.state !== 'postponed' && values.state !== 'cancelled'),
  );
}

/** The same, of whatever became of the activities. */
export function aggregate(aggregation: Aggregation, lines: readonly ActivityLine[]): number {
  switch (aggregation) {
    case 'sum':
      return lines.reduce((sum, { values }) => sum + (values.quantity ?? 0), 0);
    case 'count':
      return lines.reduce((sum, line) => sum + (isCorrectionLine(line) ? (line.values.quantity ?? 0) : 1), 0);
    case 'distinct':
      return new Set(
        ownLines(lines)
          .map(({ values }) => foldText(values.content ?? ''))
          .filter(Boolean),
      ).size;
    case 'latest':
      return findLatest(ownLines(lines))?.values.quantity ?? 0;
  }
}

/** What is not counted by adding is corrected by no line: one that stands there all the same changes nothing. */
const ownLines = (lines: readonly ActivityLine[]) => lines.filter((line) => !isCorrectionLine(line));

function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

/** By last day; undated ones are the oldest, and ids decide within a day. */
function findLatest(lines: readonly ActivityLine[]): ActivityLine | undefined {
  const age = ({ values, rowId, organisation }: ActivityLine) => [
    values.period === null ? '' : periodBounds(values.period).end,
    rowId,
    organisation.id,
  ];
  let latest: ActivityLine | undefined;
  for (const line of lines) {
    if (line.values.quantity === null) continue;
    if (latest === undefined || isLater(age(line), age(latest))) latest = line;
  }
  return latest;
}

function isLater(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, own] of a.entries()) {
    const other = b[index] ?? '';
    if (own !== other) return own > other;
  }
  return false;
}
