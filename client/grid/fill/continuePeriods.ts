import { Period, periodBounds } from '#shared/model/period.ts';

/** A period as its first day and its length: in days for a single day, in months for whole months. */
type Stretch = { year: number; month: number; day: number } & (
  | { unit: 'day' }
  | { unit: 'month'; months: number }
);

/** Lengths that have a name: a month, a quarter, a half-year, a year. */
const namedMonths = [1, 3, 6, 12];

/**
 * The next periods: after one, the next of its kind; after several, at their constant distance, in
 * months where they fall on one day of the month (or all on a month's last day), otherwise in days.
 * Null when there is no such distance, and for spans that are no whole months.
 */
export function continuePeriods(
  values: readonly (string | number | null)[],
  count: number,
  direction: 1 | -1,
): string[] | null {
  const stretches = values.map(readStretch);
  const known = stretches.filter((stretch) => stretch !== null);
  const [first] = known;
  const last = known.at(-1);
  if (known.length !== stretches.length || first === undefined || last === undefined) return null;
  if (first.unit === 'month') {
    const { months } = first;
    if (known.some((stretch) => stretch.unit !== 'month' || stretch.months !== months)) return null;
    const step = readStep(known.map(monthIndex)) ?? (known.length === 1 ? months * direction : null);
    if (step === null) return null;
    return build(count, (index) => printMonths(monthIndex(last) + step * index, months));
  }
  if (known.some(({ unit }) => unit !== 'day')) return null;
  const days = known.map(dayIndex);
  const monthStep = known.length > 1 ? readMonthStep(known) : null;
  if (monthStep !== null) {
    const isLastDay = known.every(isLastOfMonth);
    const dayOfMonth = Math.max(...known.map(({ day }) => day));
    return build(count, (index) =>
      printDayIn(monthIndex(last) + monthStep * index, isLastDay ? 31 : dayOfMonth),
    );
  }
  const step = readStep(days) ?? (known.length === 1 ? direction : null);
  const lastDay = days.at(-1);
  if (step === null || lastDay === undefined) return null;
  return build(count, (index) => printDay(lastDay + step * index));
}

/** Null when a date falls out of the years that have four digits. */
function build(count: number, print: (index: number) => string | null): string[] | null {
  const periods = Array.from({ length: count }, (_, index) => print(index + 1));
  return periods.every((period) => period !== null && Period.safeParse(period).success)
    ? periods.filter((period) => period !== null)
    : null;
}

function readStretch(value: string | number | null): Stretch | null {
  const parsed = Period.safeParse(value);
  if (!parsed.success) return null;
  const { start, end } = periodBounds(parsed.data);
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  if (start === end) return { year, month, day, unit: 'day' };
  const [endYear = 0, endMonth = 1, endDay = 1] = end.split('-').map(Number);
  const months = (endYear - year) * 12 + endMonth - month + 1;
  const isWhole = day === 1 && endDay === daysIn(endYear, endMonth) && namedMonths.includes(months);
  return isWhole && (month - 1) % months === 0 ? { year, month, day, unit: 'month', months } : null;
}

/** The distance between neighbours, when it is the same everywhere. */
function readStep(places: readonly number[]): number | null {
  const [first, second] = places;
  if (first === undefined || second === undefined) return null;
  const step = second - first;
  return places.every((place, index) => place === first + step * index) ? step : null;
}

/** In months, when the days are one and the same day of the month as far as months have it. */
function readMonthStep(days: readonly Stretch[]): number | null {
  const step = readStep(days.map(monthIndex));
  if (step === null || step === 0) return null;
  const wanted = Math.max(...days.map(({ day }) => day));
  const isSameDay = days.every(({ year, month, day }) => day === Math.min(wanted, daysIn(year, month)));
  return isSameDay ? step : null;
}

function monthIndex({ year, month }: Stretch): number {
  return year * 12 + month - 1;
}

function dayIndex({ year, month, day }: Stretch): number {
  return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}

function isLastOfMonth({ year, month, day }: Stretch): boolean {
  return day === daysIn(year, month);
}

function printDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function printDayIn(month: number, day: number): string {
  const [year, place] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  return `${pad(year, 4)}-${pad(place, 2)}-${pad(Math.min(day, daysIn(year, place)), 2)}`;
}

function printMonths(month: number, months: number): string {
  return `${printDayIn(month, 1)}/${printDayIn(month + months - 1, 31)}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

const dayMs = 86_400_000;
