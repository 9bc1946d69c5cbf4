import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import type { JournalEntry, Storage, StoredTransition } from './Storage.ts';
import { computeReportStepHash, computeTransitionHash } from './stepChain.ts';

/** A step that is not what was taken: of a sheet the entry that stands for it, of a report (null) its number. */
export type StepFinding = { organisationId: OrganisationId | null; sequence: number };

/** `unbound` were taken before steps were bound: of those of sheets author and time alone are held against the entry. */
export type StepVerification = { steps: number; unbound: number; problems: StepFinding[] };

type Stores = Pick<Storage, 'journal' | 'reports' | 'submissions' | 'finalising'>;

/** Every step of a report and of its sheets, held against its hash and the journal, and what stands by the last. */
export async function verifySteps(storage: Stores, reportId: ReportId): Promise<StepVerification> {
  const result: StepVerification = { steps: 0, unbound: 0, problems: [] };
  const structure = await storage.reports.findStructure(reportId);
  const transitions = await storage.submissions.listTransitions(reportId);
  const bySheet = Map.groupBy(transitions, ({ organisationId }) => organisationId);
  for (const { organisationId, status } of structure?.sheets ?? []) {
    const steps = bySheet.get(organisationId) ?? [];
    bySheet.delete(organisationId);
    await verifySheet(storage, { reportId, organisationId, status, steps }, result);
  }
  // Of sheets that are none: these cannot go while there are steps.
  for (const [organisationId, steps] of bySheet) {
    for (const { sequence } of steps) result.problems.push({ organisationId, sequence });
  }
  await verifyReport(storage, reportId, structure?.report.finalised?.version ?? null, result);
  return result;
}

type Sheet = {
  reportId: ReportId;
  organisationId: OrganisationId;
  status: SheetStatus;
  steps: readonly StoredTransition[];
};

async function verifySheet(
  { journal }: Stores,
  { reportId, organisationId, status, steps }: Sheet,
  result: StepVerification,
): Promise<void> {
  const documentName = sheetName(reportId, organisationId);
  let previous: string | null = null;
  let standing: SheetStatus = 'draft';
  for (const [index, step] of steps.entries()) {
    const entry = await findEntry(journal, documentName, step.sequence);
    const isInOrder = step.number === index + 1 && step.from === standing;
    const isOfEntry = entry !== null && entry.userId === step.userId && entry.time === step.time;
    const isBound: boolean = isOfEntry && step.hash === computeTransitionHash(step, entry.hash, previous);
    const isWhole = isInOrder && isOfEntry && isAsBound(step.hash, previous, isBound, result);
    if (!isWhole) result.problems.push({ organisationId, sequence: step.sequence });
    previous = step.hash;
    standing = step.to;
    result.steps += 1;
  }
  if (standing !== status) result.problems.push({ organisationId, sequence: steps.at(-1)?.sequence ?? 0 });
}

async function verifyReport(
  { finalising }: Stores,
  reportId: ReportId,
  finalisedVersion: number | null,
  result: StepVerification,
): Promise<void> {
  const manifests = new Map(
    (await finalising.listVersions(reportId)).map(({ version, manifestSha256 }) => [version, manifestSha256]),
  );
  let previous: string | null = null;
  let standing: number | null = null;
  const steps = await finalising.listSteps(reportId);
  for (const [index, step] of steps.entries()) {
    const isBound: boolean =
      step.hash === computeReportStepHash(step, manifests.get(step.version) ?? '', previous);
    const isInOrder = step.number === index + 1;
    const isWhole = isInOrder && isAsBound(step.hash, previous, isBound, result);
    if (!isWhole) result.problems.push({ organisationId: null, sequence: step.number });
    previous = step.hash;
    standing = step.step === 'finalise' ? step.version : null;
    result.steps += 1;
  }
  if (standing !== finalisedVersion) {
    result.problems.push({ organisationId: null, sequence: steps.length + 1 });
  }
}

/** Only before the first that is bound there are steps that are not. */
function isAsBound(
  hash: string | null,
  previous: string | null,
  isBound: boolean,
  result: StepVerification,
): boolean {
  if (hash !== null || previous !== null) return isBound;
  result.unbound += 1;
  return true;
}

async function findEntry(
  journal: Storage['journal'],
  documentName: string,
  sequence: number,
): Promise<JournalEntry | null> {
  if (!Number.isSafeInteger(sequence)) return null;
  const [entry] = await journal.readAfter(documentName, sequence - 1, 1);
  return entry?.sequence === sequence ? entry : null;
}
