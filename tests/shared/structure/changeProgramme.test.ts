import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { Programme } from '#shared/model/structure.ts';
import { changeProgramme, ProgrammeFields, readProgrammeFields } from '#shared/structure/changeProgramme.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const { programme } = buildReportStructure();
const from = readProgrammeFields(programme);
const change = (to: Partial<ProgrammeFields>, years: number[] = [2020], now = programme) =>
  changeProgramme(now, years, { from: readProgrammeFields(now), to: { ...from, ...to } });
const refusal = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const amendment = (number: string, date: string) => ({ number, date, subject: 'Обсяги' });

describe('a programme', () => {
  test('SET-50 is changed from what stands there, its amendments by day', () => {
    const next = change({
      decisionNumber: '1149',
      decisionDate: '2016-12-21',
      amendments: [amendment('9', '2019-05-01'), amendment('3', '2017-02-22')],
    });
    expect(Programme.parse(next)).toEqual({
      ...programme,
      decisionNumber: '1149',
      decisionDate: '2016-12-21',
      amendments: [amendment('3', '2017-02-22'), amendment('9', '2019-05-01')],
    });
    expect(change({}, [2020], next)).toEqual(programme);
    expect(refusal(() => changeProgramme(next, [], { from, to: from }))).toBe('structure.changed');
  });

  test('SET-51 keeps the years of its reports, and a decision on changes once and after the first', () => {
    expect(refusal(() => change({ periodEnd: '2019-12-31' }))).toBe('programme.years');
    expect(refusal(() => change({ periodStart: '2021-01-01' }))).toBe('programme.years');
    expect(change({ periodEnd: '2020-12-31' }).periodEnd).toBe('2020-12-31');
    const twice = [amendment('3', '2017-02-22'), amendment('3', '2017-02-22')];
    expect(refusal(() => change({ amendments: twice }))).toBe('programme.amendment-twice');
    const early = { decisionDate: '2018-01-01', amendments: [amendment('3', '2017-02-22')] };
    expect(refusal(() => change(early))).toBe('programme.amendment-early');
    expect(ProgrammeFields.safeParse({ ...from, periodStart: '2030-01-01' }).success).toBe(false);
    const nothing = { ...from, amendments: [{ number: ' ', date: '2017-02-30', subject: '' }] };
    expect(ProgrammeFields.safeParse(nothing).error?.issues).toHaveLength(2);
  });
});
