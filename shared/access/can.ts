import type { ErrorCode } from '../errors/catalogue.ts';
import { type ReportStep, tryTakeReportStep } from '../finalising/reportSteps.ts';
import type { OrganisationId, ReportId } from '../model/ids.ts';
import { isOpenForEditors, type ReportStatus, type SheetStatus } from '../model/structure.ts';
import type { Actor } from '../model/user.ts';
import { type SheetStanding, type SubmissionStep, tryTakeStep } from '../submission/submissionSteps.ts';

export type Decision = { allowed: true } | { allowed: false; reason: ErrorCode };

/** What may be asked for, each action with the resource it is about. */
export type AccessRequest =
  | { action: 'report.read'; reportId: ReportId }
  | { action: 'report.export'; reportId: ReportId }
  /** Changing what is governed about the report. */
  | (OfReport & { action: 'report.manage' })
  /** Looking after the report however it stands: having its journal checked, seeing how it is set up. */
  | { action: 'report.oversee'; reportId: ReportId }
  /** What is done with the versions that were made: signatures, and links for readers. */
  | { action: 'report.publish'; reportId: ReportId }
  /** Closing the report with all its files, and opening it again. */
  | (OfReport & { action: `report.${ReportStep}` })
  | { action: 'sheet.read'; reportId: ReportId }
  | (OfReport & { action: 'sheet.write'; organisationId: OrganisationId; status: SheetStatus })
  /** A step in the life of a sheet: allowed to whom it belongs, and in the states it can be taken from. */
  | SheetStepRequest
  /** Accepting sheets of the report at all, whatever their states. */
  | (OfReport & { action: 'sheets.accept' })
  | { action: 'narrative.read'; reportId: ReportId }
  /** Reading what was said about places of the report, and who may be asked. */
  | { action: 'comment.read'; reportId: ReportId }
  /** Saying something, answering, ending a thread. */
  | (OfReport & { action: 'comment.write' })
  /** Views of one's own, and looking at the published ones. */
  | { action: 'view.keep'; reportId: ReportId }
  /** Publishing a view for everybody in the report, changing and withdrawing a published one. */
  | { action: 'view.publish'; reportId: ReportId }
  | (OfReport & { action: 'narrative.write'; responsible: readonly OrganisationId[] })
  | { action: 'users.manage' }
  /** Looking up the organisations of the city, to have one take part in a report. */
  | { action: 'organisations.read' }
  | { action: 'organisations.manage' }
  | { action: 'reports.create' };

/** Of what is closed when the report is. */
type OfReport = { reportId: ReportId; reportStatus: ReportStatus };

export type SheetStepRequest = SheetStanding &
  OfReport & { action: `sheet.${SubmissionStep}`; organisationId: OrganisationId };

type WithoutStatus<Request> = Request extends unknown ? Omit<Request, 'reportStatus'> : never;

/** What is asked before it is known how the report stands. */
export type AccessQuestion = WithoutStatus<AccessRequest>;

/** The actions that a report allows or forbids by how it stands. */
const actionsOfStatus: ReadonlySet<string> = new Set<(AccessRequest & OfReport)['action']>([
  'report.manage',
  'report.finalise',
  'report.reopen',
  'sheet.write',
  'sheet.submit',
  'sheet.withdraw',
  'sheet.return',
  'sheet.accept',
  'sheets.accept',
  'narrative.write',
  'comment.write',
]);

/** Whose status has to be known before {@link can} can be asked; null when none has to. */
export function reportToLookUp(question: AccessQuestion): ReportId | null {
  return actionsOfStatus.has(question.action) && 'reportId' in question ? question.reportId : null;
}

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
    case 'comment.read':
    case 'view.keep':
      return actor.isAdministrator || membershipsIn(actor, request.reportId).length > 0
        ? yes
        : no('access.report');
    case 'report.oversee':
    case 'view.publish':
      return canManage(actor, request.reportId);
    case 'report.manage':
      return unlessFinalised(canManage(actor, request.reportId), request);
    case 'report.publish':
      return canDecide(actor, request.reportId);
    case 'report.finalise':
      return canTakeReportStep(actor, request, 'finalise');
    case 'report.reopen':
      return canTakeReportStep(actor, request, 'reopen');
    case 'comment.write':
      return unlessFinalised(canComment(actor, request.reportId), request);
    case 'sheet.write':
      return canWriteSheet(actor, request);
    case 'sheets.accept':
      return unlessFinalised(canDecide(actor, request.reportId), request);
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
  if (memberships.some(({ role }) => role === 'coordinator')) return unlessFinalised(yes, sheet);
  const editsOrganisation = memberships.some(
    (membership) => membership.role === 'editor' && membership.organisationId === sheet.organisationId,
  );
  if (editsOrganisation) {
    return unlessFinalised(isOpenForEditors(sheet.status) ? yes : no('access.sheet-locked'), sheet);
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
  if (sheet.reportStatus === 'finalised') return no('access.finalised');
  return tryTakeStep(sheet, step) === null ? no(`submission.now-${sheet.status}`) : yes;
}

/** Who has no right to it at all is told so, and not that the report is closed. */
function unlessFinalised(decision: Decision, { reportStatus }: OfReport): Decision {
  const isByState = decision.allowed || decision.reason === 'access.sheet-locked';
  return isByState && reportStatus === 'finalised' ? no('access.finalised') : decision;
}

function canTakeReportStep(actor: Actor, { reportId, reportStatus }: OfReport, step: ReportStep): Decision {
  const decision = canDecide(actor, reportId);
  if (!decision.allowed || tryTakeReportStep(reportStatus, step) !== null) return decision;
  return no(reportStatus === 'finalised' ? 'access.finalised' : 'finalising.open');
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
  if (memberships.some(({ role }) => role === 'coordinator')) return unlessFinalised(yes, narrative);
  const isResponsible = memberships.some(
    (membership) => membership.role === 'editor' && narrative.responsible.includes(membership.organisationId),
  );
  if (isResponsible) return unlessFinalised(yes, narrative);
  return memberships.length > 0 || actor.isAdministrator ? no('access.narrative') : no('access.report');
}

/** Whoever works on the report; who only reads it reads its comments too. */
function canComment(actor: Actor, reportId: ReportId): Decision {
  const memberships = membershipsIn(actor, reportId);
  if (memberships.some(({ role }) => role === 'coordinator' || role === 'editor')) return yes;
  return memberships.length > 0 || actor.isAdministrator ? no('access.viewer') : no('access.report');
}

function canManage(actor: Actor, reportId: ReportId): Decision {
  const memberships = membershipsIn(actor, reportId);
  if (actor.isAdministrator || memberships.some(({ role }) => role === 'coordinator')) return yes;
  return memberships.length > 0 ? no('access.coordinator-only') : no('access.report');
}

function membershipsIn(actor: Actor, reportId: ReportId) {
  return actor.memberships.filter((membership) => membership.reportId === reportId);
}
