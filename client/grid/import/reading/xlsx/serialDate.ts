const dayMs = 86_400_000;
const minutesADay = 1_440;
/** Day 1 is 1 January 1900, and there is a day 60, 29 February 1900, which never was. */
const dayZero = Date.UTC(1899, 11, 30);
const phantomDay = 60;
/** 31 December 9999. */
const lastDay = 2_958_465;

/** What the two systems of counting days differ by: day 0 of the other is 1 January 1904. */
export const days1904 = 1_462;

/** `YYYY-MM-DD` of a day counted from 1900; null for a number that is no day. */
export function readSerialDay(serial: number): string | null {
  const day = Math.floor(serial);
  if (!(day >= 1) || day > lastDay || day === phantomDay) return null;
  const shift = day < phantomDay ? 1 : 0;
  return new Date(dayZero + (day + shift) * dayMs).toISOString().slice(0, 10);
}

/** `HH:MM` of the fraction of a day, to the minute: 14:30 is a fraction that no number holds exactly. */
export function printTime(serial: number): string {
  const minutes = Math.min(Math.round((serial - Math.floor(serial)) * minutesADay), minutesADay - 1);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The number of a day; null for a day that does not exist. */
export function computeSerial(day: string): number | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isFinite(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  return Math.round((time - dayZero) / dayMs);
}
