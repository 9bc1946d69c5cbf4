import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can } from '#shared/access/can.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { SheetStatus } from '#shared/model/structure.ts';
import type { Actor, Membership } from '#shared/model/user.ts';
import { type SheetStanding, SubmissionStep, tryTakeStep } from '#shared/submission/submissionSteps.ts';

const reportId = ReportId.parse('here');
const own = OrganisationId.parse('own');
const other = OrganisationId.parse('other');

/** By hand: a step that is added or led elsewhere has to be so here too. `+` when it needs a change. */
const machine: Record<SubmissionStep, Record<SheetStatus, string | null>> = {
  submit: { draft: 'submitted', returned: 'submitted', submitted: null, accepted: null },
  withdraw: { draft: null, returned: null, submitted: 'draft', accepted: null },
  return: { draft: null, returned: null, submitted: 'returned', accepted: 'returned' },
  accept: { draft: null, returned: null, submitted: 'accepted', accepted: 'accepted+' },
};

const standing: fc.Arbitrary<SheetStanding> = fc.record({
  status: fc.constantFrom(...SheetStatus.options),
  isChanged: fc.boolean(),
});
const step = fc.constantFrom(...SubmissionStep.options);

const memberships: Record<string, Membership[]> = {
  stranger: [],
  viewer: [{ reportId, role: 'viewer' }],
  editor: [{ reportId, role: 'editor', organisationId: own }],
  neighbour: [{ reportId, role: 'editor', organisationId: other }],
  coordinator: [{ reportId, role: 'coordinator' }],
};
const actor: fc.Arbitrary<Actor> = fc
  .record({ roles: fc.subarray(Object.keys(memberships)), isAdministrator: fc.boolean() })
  .map(({ roles, isAdministrator }) => ({
    userId: UserId.parse('u1'),
    name: '',
    isAdministrator,
    memberships: roles.flatMap((role) => memberships[role] ?? []),
  }));

describe('the steps of a sheet', () => {
  test.each(SubmissionStep.options)(
    'SUB-1 SUB-2 %s leads where the table says, and from nowhere else',
    (taken) => {
      for (const status of SheetStatus.options) {
        for (const isChanged of [false, true]) {
          const led = machine[taken][status];
          const next = led?.endsWith('+') ? (isChanged ? led.slice(0, -1) : null) : led;
          expect(tryTakeStep({ status, isChanged }, taken)).toBe(next);
        }
      }
    },
  );

  test('SUB-1 SUB-4 whatever is tried in whatever order, each step taken is one of the table, and each refusal names the state', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 40 }), (tries) => {
        const coordinatorAndEditor = {
          userId: UserId.parse('u1'),
          name: '',
          isAdministrator: false,
          memberships: [...(memberships.editor ?? []), ...(memberships.coordinator ?? [])],
        };
        let status: SheetStatus = 'draft';
        let submitted = 0;
        for (const [taken, isChanged] of tries) {
          const request = {
            action: `sheet.${taken}` as const,
            reportId,
            reportStatus: 'open' as const,
            organisationId: own,
            status,
            isChanged,
          };
          const decision = can(coordinatorAndEditor, request);
          const next = tryTakeStep({ status, isChanged }, taken);
          expect(decision).toEqual(
            next === null ? { allowed: false, reason: `submission.now-${status}` } : { allowed: true },
          );
          if (next === null) continue;
          if (taken === 'submit') submitted += 1;
          // Nothing is accepted or returned that was never submitted.
          if (taken !== 'submit') expect(submitted).toBeGreaterThan(0);
          status = next;
        }
      }),
    );
  });

  test('SUB-3 who may: editors their own, the coordinator all but withdrawing, nobody else anything', () => {
    fc.assert(
      fc.property(actor, standing, step, (person, stands, taken) => {
        const request = {
          action: `sheet.${taken}` as const,
          reportId,
          reportStatus: 'open' as const,
          organisationId: own,
          ...stands,
        };
        const decision = can(person, request);
        const isEditor = person.memberships.some(
          (membership) => membership.role === 'editor' && membership.organisationId === own,
        );
        const isCoordinator = person.memberships.some(({ role }) => role === 'coordinator');
        const may =
          taken === 'withdraw' ? isEditor : taken === 'submit' ? isEditor || isCoordinator : isCoordinator;
        expect(decision.allowed).toBe(may && tryTakeStep(stands, taken) !== null);
        if (!decision.allowed && may) expect(decision.reason).toBe(`submission.now-${stands.status}`);
        if (!decision.allowed && !may) {
          const isOutside = person.memberships.length === 0 && !person.isAdministrator;
          const refusals = isOutside ? ['access.report'] : ['access.editors-only', 'access.coordinator-only'];
          expect(refusals).toContain(decision.reason);
        }
      }),
    );
  });

  test('SUB-3 accepting at all is the coordinator’s', () => {
    fc.assert(
      fc.property(actor, (person) => {
        const isCoordinator = person.memberships.some(({ role }) => role === 'coordinator');
        expect(can(person, { action: 'sheets.accept', reportId, reportStatus: 'open' }).allowed).toBe(
          isCoordinator,
        );
      }),
    );
  });

  test('CAN-2 whoever may submit a sheet may write it, and after submitting its editor may not', () => {
    fc.assert(
      fc.property(actor, standing, (person, { status }) => {
        const sheet = { reportId, reportStatus: 'open', organisationId: own } as const;
        const maySubmit = can(person, { action: 'sheet.submit', ...sheet, status, isChanged: false }).allowed;
        if (!maySubmit) return;
        expect(can(person, { action: 'sheet.write', ...sheet, status }).allowed).toBe(true);
        const isCoordinator = person.memberships.some(({ role }) => role === 'coordinator');
        const after = can(person, { action: 'sheet.write', ...sheet, status: 'submitted' });
        expect(after.allowed).toBe(isCoordinator);
      }),
    );
  });
});
