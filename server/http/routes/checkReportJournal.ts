import type { Storage } from '#server/storage/Storage.ts';
import { type JournalFinding, verifyDocuments } from '#server/storage/verifyJournal.ts';
import type { JournalCheckAnswer, JournalCheckLine, JournalProblem } from '#shared/api/history.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Confirmed } from './streamExport.ts';

type CheckedDocument = { name: string; document: JournalProblem['document'] };

/**
 * Every hash of the report's sheets and texts, computed anew: how far it is, and the answer last. Rights
 * are decided anew before each line.
 */
export async function* checkReportJournal(
  storage: Pick<Storage, 'journal' | 'users'>,
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
  const answer: JournalCheckAnswer = { documents: documents.length, entries: 0, problems: [] };
  for (const [done, { name, document }] of documents.entries()) {
    yield { type: 'progress', done, total: documents.length };
    const { entries, problems } = await verifyDocuments(storage.journal, [name], signal);
    await confirm();
    answer.entries += entries;
    for (const finding of problems) answer.problems.push(await describe(storage, document, finding));
  }
  yield { type: 'answer', answer };
}

async function describe(
  { journal, users }: Pick<Storage, 'journal' | 'users'>,
  document: JournalProblem['document'],
  { documentName, sequence, problem }: JournalFinding,
): Promise<JournalProblem> {
  const plain = { document, sequence, problem, entry: null };
  if (problem === 'missing' || problem === 'unreadable') return plain;
  const [entry] = await journal.readAfter(documentName, sequence - 1, 1);
  if (entry?.sequence !== sequence || !Number.isSafeInteger(entry.time)) return plain;
  const { userId, time } = entry;
  const user = userId === null ? null : await users.findById(userId);
  return { ...plain, entry: { time, author: { userId, name: user?.name ?? null } } };
}
