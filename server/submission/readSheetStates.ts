import { setImmediate } from 'node:timers/promises';
import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage, StoredExplanation, StoredTransition } from '#server/storage/Storage.ts';
import type { SheetState } from '#shared/api/submission.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { computeSheetCompleteness } from '#shared/submission/sheetCompleteness.ts';
import { computeContentHash } from './computeContentHash.ts';
import type { FindingBook } from './FindingBook.ts';
import { readSteps } from './readSteps.ts';

export type SheetStateParts = {
  storage: Storage;
  collaboration: Pick<Collaboration, 'readSheet'>;
  findings: FindingBook;
};

/**
 * The states of sheets, in the order asked. Rows, hash and findings are made anew only for a sheet that
 * was written to since the last time; the past is looked up nowhere.
 */
export async function readSheetStates(
  parts: SheetStateParts,
  structure: ReportStructure,
  organisationIds: readonly OrganisationId[],
): Promise<SheetState[]> {
  const { submissions } = parts.storage;
  const only = organisationIds.length === 1 ? organisationIds[0] : undefined;
  const transitions = await submissions.listTransitions(structure.report.id, only);
  const explanations = await submissions.listExplanations(structure.report.id, only);
  const names = new AuthorNames(parts.storage);
  const states: SheetState[] = [];
  for (const organisationId of organisationIds) {
    const isOfSheet = (part: { organisationId: OrganisationId }) => part.organisationId === organisationId;
    const kept = { transitions: transitions.filter(isOfSheet), explanations: explanations.filter(isOfSheet) };
    states.push(await readState(parts, structure, organisationId, kept, names));
    // A city's sheets checked in one go would keep everybody's changes waiting.
    await setImmediate();
  }
  return states;
}

async function readState(
  { storage, collaboration, findings }: SheetStateParts,
  structure: ReportStructure,
  organisationId: OrganisationId,
  kept: { transitions: readonly StoredTransition[]; explanations: readonly StoredExplanation[] },
  names: AuthorNames,
): Promise<SheetState> {
  const reportId = structure.report.id;
  const { rows, sequence } = await collaboration.readSheet(reportId, organisationId);
  const contentHash = computeContentHash(rows);
  const { status, last, submission, acceptance, isChanged } = readSteps(kept.transitions, contentHash);
  const listed = findings.list(structure, organisationId, rows, kept.explanations);
  const explained = listed.filter(({ explanation }) => explanation !== null).length;
  // Steps are entries too, and change nothing.
  const steps = new Set(kept.transitions.map((transition) => transition.sequence));
  const marks = await storage.journal.readMarksBack(
    sheetName(reportId, organisationId),
    sequence,
    steps.size + 1,
  );
  const lastChange = marks.find((mark) => !steps.has(mark.sequence)) ?? null;
  return {
    organisationId,
    status,
    lastStep: last && (await names.describeTransition(last)),
    submission: submission && (await names.describeTransition(submission)),
    acceptance: acceptance && (await names.describeTransition(acceptance)),
    contentHash,
    isChangedSinceAcceptance: isChanged,
    rowCount: rows.length,
    findings: { open: listed.length - explained, explained },
    completeness: computeSheetCompleteness(structure, organisationId, rows),
    lastChange: lastChange && (await names.describe(lastChange)),
  };
}
