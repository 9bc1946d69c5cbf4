import { expect, test } from 'vitest';
import { buildReportDraft, readReportDraft } from '#client/newReport/reportDraft.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const { report, programme } = buildReportStructure();
const source = { report: { ...report, title: 'Звіт за 2020 рік' }, programme };

test('SET-33 next year’s report is called and signed as the last one, in the same programme', () => {
  const draft = buildReportDraft(source, 2030);
  expect(draft).toMatchObject({
    year: 2021,
    title: 'Звіт за 2021 рік',
    programme: programme.id,
    withTexts: true,
  });
  expect(readReportDraft(draft)).toMatchObject({
    request: {
      programme: { is: 'there' },
      from: { reportId: report.id, withTexts: true, withPlan: false, withPeople: true },
    },
  });
});

test('SET-33 what is wrong is told by field', () => {
  const empty = buildReportDraft(null, 2030);
  expect(readReportDraft(empty)).toEqual({ wrong: ['programmeTitle', 'community', 'title'] });
  const named = { ...empty, programmeTitle: 'Програма', community: 'м. Приклад', title: 'Звіт' };
  expect(readReportDraft(named)).toMatchObject({ request: { from: null, year: 2030 } });
  expect(readReportDraft({ ...named, periodEnd: 2029, year: '' })).toEqual({ wrong: ['periodEnd', 'year'] });
});

test('SET-55 next year’s report prints in the unit of the last one until another is chosen', () => {
  const last = { ...source, report: { ...source.report, unit: 'thousand-uah' as const } };
  const draft = buildReportDraft(last, 2030);
  expect(readReportDraft(draft)).toMatchObject({ request: { unit: 'thousand-uah' } });
  expect(readReportDraft({ ...draft, unit: 'uah' })).toMatchObject({ request: { unit: 'uah' } });
  expect(buildReportDraft(source, 2030).unit).toBe('uah');
});
