import { openReadOnlyStorage } from '../openReadOnlyStorage.ts';
import { type JournalVerification, verifyJournal } from '../verifyJournal.ts';
import { checkSqliteFile, type FileCheck } from './checkSqliteFile.ts';

export type FileVerification = JournalVerification & Pick<FileCheck, 'damage'>;

/** The file and the journal in it, reading only. AppError `storage.unavailable` when it cannot be opened at all. */
export async function verifySqliteFile(file: string): Promise<FileVerification> {
  const { hasJournal, damage } = checkSqliteFile(file);
  if (!hasJournal) return { documents: 0, entries: 0, problems: [], damage };
  const storage = openReadOnlyStorage({ databaseUrl: null, file });
  try {
    return { ...(await verifyJournal(storage)), damage };
  } finally {
    await storage.close();
  }
}

/** Nothing that was accepted is missing or changed. A damaged snapshot takes nothing away: the journal has it all. */
export function isWhole({ problems, damage }: FileVerification): boolean {
  return damage.length === 0 && problems.every(({ problem }) => problem === 'snapshot-damaged');
}
