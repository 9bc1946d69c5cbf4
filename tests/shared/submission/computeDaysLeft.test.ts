import { expect, test } from 'vitest';
import { computeDaysLeft } from '#shared/submission/computeDaysLeft.ts';

/** At any hour of the reader's own day. */
const at = (day: number, hour: number) => new Date(2021, 0, day, hour, 59);

test('CTL-16 days to the deadline are days of the calendar: 0 on the last one itself, less after it', () => {
  expect(computeDaysLeft('2021-01-15', at(12, 0))).toBe(3);
  expect(computeDaysLeft('2021-01-15', at(12, 23))).toBe(3);
  expect(computeDaysLeft('2021-01-15', at(15, 23))).toBe(0);
  expect(computeDaysLeft('2021-01-15', at(16, 0))).toBe(-1);
});

test('CTL-16 a change of the clocks and the turn of a year move no day', () => {
  expect(computeDaysLeft('2021-04-01', new Date(2021, 2, 27, 23))).toBe(5);
  expect(computeDaysLeft('2021-11-01', new Date(2021, 9, 30, 1))).toBe(2);
  expect(computeDaysLeft('2021-01-15', new Date(2020, 11, 31, 12))).toBe(15);
});
