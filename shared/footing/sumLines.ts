import type { ExtraField } from '../model/extraField.ts';
import type { ActivityLine, ExpenditureLine } from '../report/ReportLine.ts';

export type LineSums = { plannedMinor: bigint; actualMinor: bigint; rowCount: number };

/**
 * Adds up amounts line by line, on purpose by the plainest way there is and without any code of
 * `shared/totals`: an error there would otherwise agree with itself.
 */
export function sumLines(lines: readonly ExpenditureLine[]): LineSums {
  const sums = { plannedMinor: 0n, actualMinor: 0n, rowCount: 0 };
  for (const line of lines) addLine(sums, line);
  return sums;
}

/** The same for each key; a line whose key is null is in none. */
export function sumLinesBy(
  lines: readonly ExpenditureLine[],
  keyOf: (line: ExpenditureLine) => string | null,
): Map<string, LineSums> {
  const sums = new Map<string, LineSums>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === null) continue;
    const own = sums.get(key) ?? { plannedMinor: 0n, actualMinor: 0n, rowCount: 0 };
    addLine(own, line);
    sums.set(key, own);
  }
  return sums;
}

/** Of an added column, its values times `scale`, which makes them whole. */
export function sumField(
  lines: readonly (ActivityLine | ExpenditureLine)[],
  field: ExtraField,
  scale: number,
): bigint {
  let sum = 0n;
  for (const { values } of lines) {
    const value = values[field];
    if (typeof value === 'number') sum += BigInt(Math.round(value * scale));
  }
  return sum;
}

function addLine(sums: LineSums, { values }: ExpenditureLine): void {
  sums.plannedMinor += BigInt(values.plannedMinor ?? 0);
  sums.actualMinor += BigInt(values.actualMinor ?? 0);
  sums.rowCount += 1;
}
