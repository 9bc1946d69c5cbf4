import { describe, expect, test } from 'vitest';
import { type AccessQuestion, type AccessRequest, can, reportToLookUp } from '#shared/access/can.ts';
import { reportSteps, tryTakeReportStep } from '#shared/finalising/reportSteps.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { ReportStatus, readReportStatus } from '#shared/model/structure.ts';
import type { Actor, Membership } from '#shared/model/user.ts';

const reportId = ReportId.parse('here');
const organisationId = OrganisationId.parse('own');
const build = (memberships: Membership[], isAdministrator = false): Actor => ({
  userId: UserId.parse('u1'),
  name: '',
  isAdministrator,
  memberships,
});
const people = {
  nobody: build([]),
  administrator: build([], true),
  viewer: build([{ reportId, role: 'viewer' }]),
  editor: build([{ reportId, role: 'editor', organisationId }]),
  coordinator: build([{ reportId, role: 'coordinator' }]),
};

/** Everything by which a report changes, and who may do it while it is open. */
const writing: [AccessQuestion, (keyof typeof people)[]][] = [
  [{ action: 'report.manage', reportId }, ['administrator', 'coordinator']],
  [{ action: 'sheet.write', reportId, organisationId, status: 'draft' }, ['editor', 'coordinator']],
  [{ action: 'sheet.write', reportId, organisationId, status: 'accepted' }, ['coordinator']],
  [{ action: 'narrative.write', reportId, responsible: [organisationId] }, ['editor', 'coordinator']],
  [{ action: 'sheets.accept', reportId }, ['coordinator']],
  [
    { action: 'sheet.submit', reportId, organisationId, status: 'draft', isChanged: false },
    ['editor', 'coordinator'],
  ],
  [{ action: 'sheet.withdraw', reportId, organisationId, status: 'submitted', isChanged: false }, ['editor']],
  [
    { action: 'sheet.return', reportId, organisationId, status: 'accepted', isChanged: false },
    ['coordinator'],
  ],
  [
    { action: 'sheet.accept', reportId, organisationId, status: 'submitted', isChanged: false },
    ['coordinator'],
  ],
  [{ action: 'report.finalise', reportId }, ['coordinator']],
];
const ask = (actor: Actor, question: AccessQuestion, reportStatus: ReportStatus) =>
  can(actor, { ...question, reportStatus } as AccessRequest);

test('FIN-1 an open report is finalised, a finalised one reopened, and nothing else', () => {
  expect(Object.keys(reportSteps)).toEqual(['finalise', 'reopen']);
  const table = ReportStatus.options.map((status) => [
    tryTakeReportStep(status, 'finalise'),
    tryTakeReportStep(status, 'reopen'),
  ]);
  expect(table).toEqual([
    ['finalised', null],
    [null, 'open'],
  ]);
  expect(readReportStatus({})).toBe('open');
  expect(readReportStatus({ finalised: { version: 1, at: '2026-01-01T00:00:00.000Z' } })).toBe('finalised');
});

test.each(Object.keys(people) as (keyof typeof people)[])(
  'FIN-2 closing and reopening, asked by %s',
  (name) => {
    const actor = people[name];
    const isOutside = name === 'nobody';
    const refusal = { allowed: false, reason: isOutside ? 'access.report' : 'access.coordinator-only' };
    const isCoordinator = name === 'coordinator';
    for (const action of ['report.finalise', 'report.reopen'] as const) {
      for (const reportStatus of ReportStatus.options) {
        const isInTurn = (action === 'report.finalise') === (reportStatus === 'open');
        const late = reportStatus === 'open' ? 'finalising.open' : 'access.finalised';
        const expected = isInTurn ? { allowed: true } : { allowed: false, reason: late };
        expect(can(actor, { action, reportId, reportStatus })).toEqual(isCoordinator ? expected : refusal);
      }
    }
  },
);

describe('FIN-4 of a finalised report', () => {
  test.each(writing)('$action is nobody’s', (question, allowed) => {
    for (const [name, actor] of Object.entries(people)) {
      const open = ask(actor, question, 'open');
      expect([name, open.allowed]).toEqual([name, allowed.includes(name as keyof typeof people)]);
      const closed = ask(actor, question, 'finalised');
      const isByState = open.allowed || open.reason === 'access.sheet-locked';
      expect([name, closed]).toEqual([
        name,
        isByState ? { allowed: false, reason: 'access.finalised' } : open,
      ]);
    }
    expect(reportToLookUp(question)).toBe(reportId);
  });

  test('reading, exporting, having it looked after and keeping views go on', () => {
    for (const action of [
      'report.read',
      'report.export',
      'report.oversee',
      'sheet.read',
      'narrative.read',
      'view.keep',
      'view.publish',
    ] as const) {
      expect(ask(people.coordinator, { action, reportId }, 'finalised')).toEqual({ allowed: true });
      expect(reportToLookUp({ action, reportId })).toBeNull();
    }
  });
});
