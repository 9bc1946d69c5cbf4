import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import { verifyWhole, type WholeFinding } from '#server/collaboration/history/verifyHistory.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { verifySteps } from '#server/storage/verifySteps.ts';
import type { JournalCheckAnswer, JournalCheckLine, JournalProblem } from '#shared/api/history.ts';
import { narrativeName, sheetName, tryParseDocumentName } from '#shared/documents/documentName.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Confirmed } from './streamExport.ts';

type CheckedDocument = { name: string; document: JournalProblem['document'] };

/**
 * Every hash of the report's sheets and texts, computed anew, and all that is made from their journals: how
 * far it is, and the answer last. Rights are decided anew before each line.
 */
export async function* checkReportJournal(
  storage: Pick<Storage, 'journal' | 'history' | 'users' | 'reports' | 'submissions' | 'finalising'>,
  { report, sheets, directions }: ReportStructure,
  { signal, confirm }: Confirmed,
): AsyncGenerator<JournalCheckLine> {
  const documents: CheckedDocument[] = [
    ...sheets.map(({ organisationId }) => ({
      name: sheetName(report.id, organisationId),
      document: { type: 'sheet' as const, organisationId },
    })),
    ...directions.map(({ id }) => ({
      name: narrativeName(report.id, id),
      document: { type: 'narrative' as const, directionId: id },
    })),
  ];
  const known = new Set(documents.map(({ name }) => name));
  for (const name of await listStrays(storage, report.id, known)) {
    documents.push({ name, document: { type: 'other', name } });
  }
  const answer: JournalCheckAnswer = {
    documents: documents.length,
    entries: 0,
    steps: 0,
    unboundSteps: 0,
    problems: [],
  };
  for (const [done, { name, document }] of documents.entries()) {
    yield { type: 'progress', done, total: documents.length };
    const { entries, problems } = await verifyWhole(storage, [name], signal);
    await confirm();
    answer.entries += entries;
    for (const finding of problems) answer.problems.push(await describe(storage, document, finding));
  }
  const steps = await verifySteps(storage, report.id);
  await confirm();
  answer.steps = steps.steps;
  answer.unboundSteps = steps.unbound;
  for (const { organisationId, sequence } of steps.problems) {
    if (organisationId === null) {
      answer.problems.push({ document: { type: 'report' }, sequence, problem: 'step-changed', entry: null });
      continue;
    }
    const documentName = sheetName(report.id, organisationId);
    const finding = { documentName, sequence, problem: 'step-changed' as const };
    answer.problems.push(await describe(storage, { type: 'sheet', organisationId }, finding));
  }
  yield { type: 'answer', answer };
}

/** Documents that may be of this report under a damaged name: of none that exists, or of a part it does not have now. */
async function listStrays(
  { journal, reports }: Pick<Storage, 'journal' | 'reports'>,
  reportId: ReportId,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const others = new Set((await reports.list()).map(({ report }) => report.id));
  others.delete(reportId);
  return (await journal.listDocuments()).filter((name) => {
    const address = tryParseDocumentName(name);
    return !known.has(name) && (address === null || !others.has(address.reportId));
  });
}

async function describe(
  { journal, users }: Pick<Storage, 'journal' | 'users'>,
  document: JournalProblem['document'],
  { documentName, sequence, problem }: WholeFinding,
): Promise<JournalProblem> {
  const plain = { document, sequence, problem, entry: null };
  if (problem === 'missing' || problem === 'unreadable') return plain;
  const [entry] = await journal.readAfter(documentName, sequence - 1, 1);
  if (entry?.sequence !== sequence || !Number.isSafeInteger(entry.time)) return plain;
  const { userId, time } = entry;
  return { ...plain, entry: { time, author: await new AuthorNames({ users }).find(userId) } };
}
