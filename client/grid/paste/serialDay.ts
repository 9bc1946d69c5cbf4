import { toScaled, tryParseDecimal } from './exactDecimal.ts';

const millisecondsOfDay = 86_400_000;
/** Day 0 of the numbers that spreadsheets keep for dates, so that 1 March 1900 is 61 as there. */
const dayZero = Date.UTC(1899, 11, 30);
/** 1 March 1900: before it the programs disagree by a day. */
const firstSerial = 61;
/** 31 December 2200. */
const lastSerial = 109_938;

/** The day a spreadsheet's number stands for, and whether it also says a time of day; null when it is no such number. */
export function tryReadSerialDay(decimal: string): { day: string; hasTime: boolean } | null {
  const exact = tryParseDecimal(decimal);
  if (exact === null || exact.isNegative) return null;
  const serial = Number(exact.digits / 10n ** BigInt(exact.scale));
  if (serial < firstSerial || serial > lastSerial) return null;
  const day = new Date(dayZero + serial * millisecondsOfDay).toISOString().slice(0, 10);
  return { day, hasTime: !toScaled(exact, 0).isExact };
}
