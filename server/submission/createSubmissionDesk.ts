import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import { buildStepNotices } from '#server/notices/buildNotices.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import type {
  ExplanationRequest,
  SheetChangesAnswer,
  SheetFindingsAnswer,
  SheetParams,
  SheetState,
  SubmissionsAnswer,
  TransitionList,
} from '#shared/api/submission.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { isOpenForEditors, type ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { type SubmissionStep, submissionSteps } from '#shared/submission/submissionSteps.ts';
import { computeContentHash } from './computeContentHash.ts';
import { type ExplainedFinding, FindingBook } from './FindingBook.ts';
import { FindingsOpen } from './FindingsOpen.ts';
import { readSheetStates } from './readSheetStates.ts';
import { readSteps } from './readSteps.ts';

/** `contentHash` is what an acceptance is about. */
export type StepOrder = { step: SubmissionStep; note: string; contentHash?: string };

/** Submitting, returning and accepting. Everything rejects with AppError `report.unknown`, `document.unknown`. */
export type SubmissionDesk = {
  readStates(reportId: ReportId): Promise<SubmissionsAnswer>;
  readTransitions(sheet: SheetParams): Promise<TransitionList>;
  /** Of an accepted sheet, against what was accepted. */
  readChanges(sheet: SheetParams): Promise<SheetChangesAnswer>;
  readFindings(sheet: SheetParams): Promise<SheetFindingsAnswer>;
  /** AppError access.*, `submission.finding-gone`. */
  explain(actor: Actor, sheet: SheetParams, request: ExplanationRequest): Promise<SheetFindingsAnswer>;
  /**
   * Decides who may and whether it can be done now, and does it. AppError access.*, `submission.now-…`,
   * `submission.content-changed`; {@link FindingsOpen} for a submission.
   */
  takeStep(actor: Actor, sheet: SheetParams, order: StepOrder): Promise<SheetState>;
};

type Parts = { storage: Storage; collaboration: Collaboration; now: () => number };

export function createSubmissionDesk({ storage, collaboration, now }: Parts): SubmissionDesk {
  const findings = new FindingBook(storage);
  const parts = { storage, collaboration, findings };

  async function findStructure(reportId: ReportId): Promise<ReportStructure> {
    const structure = await storage.reports.findStructure(reportId);
    if (structure === null) throw new AppError('report.unknown');
    return structure;
  }

  const readStatus = async (reportId: ReportId) => (await storage.reports.findStatus(reportId)) ?? 'open';

  async function findSheet({ reportId, organisationId }: SheetParams): Promise<ReportStructure> {
    const structure = await findStructure(reportId);
    const isThere = structure.sheets.some((sheet) => sheet.organisationId === organisationId);
    if (!isThere) throw new AppError('document.unknown');
    return structure;
  }

  async function readFindings(structure: ReportStructure, sheet: SheetParams): Promise<SheetFindingsAnswer> {
    const content = await collaboration.readSheet(sheet.reportId, sheet.organisationId);
    const names = new AuthorNames(storage);
    const found = await findings.read(structure, sheet.organisationId, content);
    return { findings: await Promise.all(found.map((finding) => describeFinding(finding, names))) };
  }

  return {
    async readStates(reportId) {
      const structure = await findStructure(reportId);
      const organisationIds = structure.sheets.map(({ organisationId }) => organisationId);
      const sheets = await readSheetStates(parts, structure, organisationIds);
      const notSubmitted = sheets.filter(({ status }) => isOpenForEditors(status));
      return {
        deadline: structure.report.deadline ?? null,
        sheets,
        notSubmitted: notSubmitted.map(({ organisationId }) => organisationId),
      };
    },

    async readTransitions(sheet) {
      await findSheet(sheet);
      const names = new AuthorNames(storage);
      const stored = await storage.submissions.listTransitions(sheet.reportId, sheet.organisationId);
      return { transitions: await Promise.all(stored.map((step) => names.describeTransition(step))) };
    },

    async readChanges(sheet) {
      const { reportId, organisationId } = sheet;
      await findSheet(sheet);
      const names = new AuthorNames(storage);
      const { rows } = await collaboration.readSheet(reportId, organisationId);
      const transitions = await storage.submissions.listTransitions(reportId, organisationId);
      const { acceptance, isChanged } = readSteps(transitions, computeContentHash(rows));
      const described = acceptance && (await names.describeTransition(acceptance));
      if (acceptance === null || !isChanged) {
        return { acceptance: described, contentHash: computeContentHash(rows), rows: [] };
      }
      const since = await collaboration.readSheetChanges(reportId, organisationId, acceptance.sequence);
      return {
        acceptance: described,
        contentHash: computeContentHash(since.rows),
        rows: await Promise.all(
          since.differences.map(async (row) => ({
            ...row,
            lastChange: await names.describe(row.lastChange),
            cells: await Promise.all(
              row.cells.map(async (cell) => ({
                ...cell,
                lastChange: await names.describe(cell.lastChange),
              })),
            ),
          })),
        ),
      };
    },

    readFindings: async (sheet) => readFindings(await findSheet(sheet), sheet),

    async explain(actor, sheet, { key, text }) {
      const structure = await findSheet(sheet);
      const { reportId, organisationId } = sheet;
      const status = (await storage.reports.findSheetStatus(reportId, organisationId)) ?? 'draft';
      const reportStatus = await readStatus(reportId);
      decide(can(actor, { action: 'sheet.write', reportStatus, status, ...sheet }), structure, sheet);
      const { rows, sequence } = await collaboration.readSheet(reportId, organisationId);
      if (text === null) {
        await storage.submissions.removeExplanations(reportId, organisationId, [key], sequence);
      } else {
        const found = findings
          .list(structure, organisationId, rows, [])
          .some((finding) => finding.key === key);
        if (!found) throw new AppError('submission.finding-gone');
        const { userId } = actor;
        const explained = { reportId, organisationId, findingKey: key, text, userId };
        await storage.submissions.explain({ ...explained, time: now(), sequence });
      }
      collaboration.structureChanged(reportId);
      return readFindings(structure, sheet);
    },

    async takeStep(actor, sheet, { step, note, contentHash }) {
      const { reportId, organisationId } = sheet;
      const structure = await findSheet(sheet);
      await collaboration.takeStep(
        sheet,
        actor.userId,
        async (content) => {
          const stored = computeContentHash(content.rows);
          const transitions = await storage.submissions.listTransitions(reportId, organisationId);
          const { status, isChanged } = readSteps(transitions, stored);
          const reportStatus = await readStatus(reportId);
          const request = { action: `sheet.${step}` as const, ...sheet, reportStatus, status, isChanged };
          decide(can(actor, request), structure, sheet);
          if (step === 'accept' && contentHash !== stored) throw new AppError('submission.content-changed');
          if (step === 'submit') {
            const found = await findings.read(structure, organisationId, content);
            const open = found.filter(({ explanation }) => explanation === null);
            if (open.length > 0) throw new FindingsOpen(open);
          }
          return { step, from: status, to: submissionSteps[step].to, note, contentHash: stored };
        },
        async (decision, at) => {
          const told = { users: await storage.users.list(), reportId, by: actor.userId, at };
          return buildStepNotices(told, { ...decision, organisationId });
        },
      );
      const [state] = await readSheetStates(parts, await findSheet(sheet), [organisationId]);
      if (state === undefined) throw new AppError('document.unknown');
      return state;
    },
  };
}

function decide(
  decision: ReturnType<typeof can>,
  { organisations }: ReportStructure,
  { organisationId }: SheetParams,
): void {
  if (decision.allowed) return;
  const organisation = organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
  throw new AppError(decision.reason, { organisation });
}

async function describeFinding(
  { key, finding, explanation }: ExplainedFinding,
  names: AuthorNames,
): Promise<SheetFindingsAnswer['findings'][number]> {
  return {
    key,
    finding,
    explanation: explanation && { text: explanation.text, ...(await names.describe(explanation)) },
  };
}
