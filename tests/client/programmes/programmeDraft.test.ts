import { expect, test } from 'vitest';
import { buildProgrammeDraft, readProgrammeDraft } from '#client/programmes/programmeDraft.ts';
import { type ProgrammeFields, readProgrammeFields } from '#shared/structure/changeProgramme.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const from = readProgrammeFields(buildReportStructure().programme);

test('SET-50 what is typed in the dialog is read as it is sent, and what is wrong is named', () => {
  const whole: ProgrammeFields = {
    ...from,
    decisionNumber: '1149',
    decisionDate: '2016-12-21',
    amendments: [{ number: '3', date: '2017-02-22', subject: 'Обсяги' }],
  };
  const draft = buildProgrammeDraft(whole);
  expect(readProgrammeDraft(draft)).toEqual({ fields: whole });
  const wrong = {
    ...draft,
    firstYear: '20x7',
    decisionDate: '30.02.2016',
    amendments: draft.amendments.map((one) => ({ ...one, number: '', date: 'колись' })),
  };
  expect(readProgrammeDraft(wrong)).toEqual({
    wrong: ['periodStart', 'decisionDate', 'amendments.0.number', 'amendments.0.date', 'periodEnd'],
  });
});
