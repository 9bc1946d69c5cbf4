import type { ComparedSums, ReportComparison, TextDifference } from '../api/comparison.ts';
import type { ReportModel } from '../report/ReportModel.ts';
import { compareIndicators, compareMoney } from './compareNumbers.ts';
import { compareRows } from './compareRows.ts';
import { compareTextLines } from './compareTextLines.ts';
import { readSharedNames, readTextLines } from './TextLine.ts';

/**
 * What two versions of a report, or the reports of two years, differ in. Sums, indicators and counts
 * are listed whether they differ or not; rows and texts only where they do.
 */
export function compareReports(before: ReportModel, after: ReportModel): ReportComparison {
  return {
    money: compareMoney(before, after),
    activityCount: { before: before.totals.activityCount, after: after.totals.activityCount },
    indicators: compareIndicators(before, after),
    rows: compareRows(before, after),
    texts: compareDirectionTexts(before, after),
  };
}

/** Nothing that is compared differs. */
export function isSameThroughout({
  money,
  activityCount,
  indicators,
  rows,
  texts,
}: ReportComparison): boolean {
  return (
    rows.length === 0 &&
    texts.length === 0 &&
    activityCount.before === activityCount.after &&
    money.every((line) => areSameSums(line.before, line.after)) &&
    indicators.every((line) => line.before === line.after)
  );
}

export function areSameSums(before: ComparedSums | null, after: ComparedSums | null): boolean {
  return (
    before?.actualMinor === after?.actualMinor &&
    before?.plannedMinor === after?.plannedMinor &&
    before?.rowCount === after?.rowCount
  );
}

function compareDirectionTexts(before: ReportModel, after: ReportModel): TextDifference[] {
  const namesBefore = readSharedNames(before);
  const namesAfter = readSharedNames(after);
  const numbers = new Set([...before.directions, ...after.directions].map(({ number }) => number));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const old = before.directions.find((direction) => direction.number === number);
      const young = after.directions.find((direction) => direction.number === number);
      const lines = compareTextLines(
        readTextLines(old?.text ?? [], namesBefore),
        readTextLines(young?.text ?? [], namesAfter),
      );
      return lines.length === 0 ? [] : [{ number, title: young?.title ?? old?.title ?? '', lines }];
    });
}
