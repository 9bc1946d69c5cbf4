import type { ErrorCode } from '../errors/catalogue.ts';
import type { OrganisationId, ReportId } from '../model/ids.ts';
import { isOpenForEditors, type SheetStatus } from '../model/structure.ts';
import type { Actor } from '../model/user.ts';
import { type SheetStanding, type SubmissionStep, tryTakeStep } from '../submission/submissionSteps.ts';

export type Decision = { allowed: true } | { allowed: false; reason: ErrorCode };

/** What may be asked for, each action with the resource it is about. */
export type AccessRequest =
  | { action: 'report.read'; reportId: ReportId }
  | { action: 'report.export'; reportId: ReportId }
  /** Changing what is governed about the report. */
  | { action: 'report.manage'; reportId: ReportId }
  | { action: 'sheet.read'; reportId: ReportId }
  | { action: 'sheet.write'; reportId: ReportId; organisationId: OrganisationId; status: SheetStatus }
  /** A step in the life of a sheet: allowed to whom it belongs, and in the states it can be taken from. */
  | SheetStepRequest
  /** Accepting sheets of the report at all, whatever their states. */
  | { action: 'sheets.accept'; reportId: ReportId }
  | { action: 'narrative.read'; reportId: ReportId }
  /** Views of one's own, and looking at the published ones. */
  | { action: 'view.keep'; reportId: ReportId }
  /** Publishing a view for everybody in the report, changing and withdrawing a published one. */
  | { action: 'view.publish'; reportId: ReportId }
  | { action: 'narrative.write'; reportId: ReportId; responsible: readonly OrganisationId[] }
  | { action: 'users.manage' }
  /** Looking up the organisations of the city, to have one take part in a report. */
  | { action: 'organisations.read' }
  | { action: 'organisations.manage' }
  | { action: 'reports.create' };

export type SheetStepRequest = SheetStanding & {
  action: `sheet.${SubmissionStep}`;
  reportId: ReportId;
  organisationId: OrganisationId;
};

const yes: Decision = { allowed: true };
const no = (reason: ErrorCode): Decision => ({ allowed: false, reason });

/**
 * The one decision about rights. Pure: the server decides with it on every path, the client only
 * greys out what the server would refuse. Reasons are codes of the error catalogue.
 */
export function can(actor: Actor, request: AccessRequest): Decision {
  switch (request.action) {
    case 'users.manage':
    case 'organisations.manage':
    case 'reports.create':
      return actor.isAdministrator ? yes : no('access.administrator-only');
    case 'organisations.read':
      return actor.isAdministrator || actor.memberships.some(({ role }) => role === 'coordinator')
        ? yes
        : no('access.coordinator-only');
    case 'report.read':
    case 'report.export':
    case 'sheet.read':
    case 'narrative.read':
    case 'view.keep':
      return actor.isAdministrator || membershipsIn(actor, request.reportId).length > 0
        ? yes
        : no('access.report');
    case 'report.manage':
    case 'view.publish':
      return canManage(actor, request.reportId);
    case 'sheet.write':
      return canWriteSheet(actor, request);
    case 'sheets.accept':
      return canDecide(actor, request.reportId);
    case 'sheet.submit':
      return canTakeStep(actor, request, 'submit');
    case 'sheet.withdraw':
      return canTakeStep(actor, request, 'withdraw');
    case 'sheet.return':
      return canTakeStep(actor, request, 'return');
    case 'sheet.accept':
      return canTakeStep(actor, request, 'accept');
    case 'narrative.write':
      return canWriteNarrative(actor, request);
  }
}

function canWriteSheet(actor: Actor, sheet: Extract<AccessRequest, { action: 'sheet.write' }>): Decision {
  const memberships = membershipsIn(actor, sheet.reportId);
  if (memberships.some(({ role }) => role === 'coordinator')) return yes;
  const editsOrganisation = memberships.some(
    (membership) => membership.role === 'editor' && membership.organisationId === sheet.organisationId,
  );
  if (editsOrganisation) {
    return isOpenForEditors(sheet.status) ? yes : no('access.sheet-locked');
  }
  if (memberships.some(({ role }) => role === 'editor')) return no('access.not-your-sheet');
  return memberships.length > 0 || actor.isAdministrator ? no('access.viewer') : no('access.report');
}

/** Editors submit and withdraw their own, the coordinator submits for them, returns and accepts. */
function canTakeStep(actor: Actor, sheet: SheetStepRequest, step: SubmissionStep): Decision {
  const memberships = membershipsIn(actor, sheet.reportId);
  if (memberships.length === 0 && !actor.isAdministrator) return no('access.report');
  const isCoordinator = memberships.some(({ role }) => role === 'coordinator');
  const isEditor = memberships.some(
    (membership) => membership.role === 'editor' && membership.organisationId === sheet.organisationId,
  );
  if (step === 'return' || step === 'accept') {
    const decision = canDecide(actor, sheet.reportId);
    if (!decision.allowed) return decision;
  }
  if (step === 'withdraw' && !isEditor) return no('access.editors-only');
  if (step === 'submit' && !isEditor && !isCoordinator) return no('access.editors-only');
  return tryTakeStep(sheet, step) === null ? no(`submission.now-${sheet.status}`) : yes;
}

/** Of sheets: being administrator gives no right to it. */
function canDecide(actor: Actor, reportId: ReportId): Decision {
  const memberships = membershipsIn(actor, reportId);
  if (memberships.some(({ role }) => role === 'coordinator')) return yes;
  return memberships.length > 0 || actor.isAdministrator
    ? no('access.coordinator-only')
    : no('access.report');
}

function canWriteNarrative(
  actor: Actor,
  narrative: Extract<AccessRequest, { action: 'narrative.write' }>,
): Decision {
  const memberships = membershipsIn(actor, narrative.reportId);
  if (memberships.some(({ role }) => role === 'coordinator')) return yes;
  const isResponsible = memberships.some(
    (membership) => membership.role === 'editor' && narrative.responsible.includes(membership.organisationId),
  );
  if (isResponsible) return yes;
  return memberships.length > 0 || actor.isAdministrator ? no('access.narrative') : no('access.report');
}

function canManage(actor: Actor, reportId: ReportId): Decision {
  const memberships = membershipsIn(actor, reportId);
  if (actor.isAdministrator || memberships.some(({ role }) => role === 'coordinator')) return yes;
  return memberships.length > 0 ? no('access.coordinator-only') : no('access.report');
}

function membershipsIn(actor: Actor, reportId: ReportId) {
  return actor.memberships.filter((membership) => membership.reportId === reportId);
}
