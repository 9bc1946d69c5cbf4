import { existsSync } from 'node:fs';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { verifySqliteFile } from '#server/storage/sqlite/verifySqliteFile.ts';
import {
  type JournalFinding,
  type JournalVerification,
  verifyJournal,
} from '#server/storage/verifyJournal.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { readDatabaseLocation, readFileArgument } from './databaseLocation.ts';
import { runTool } from './runTool.ts';

const problemTexts: Record<JournalFinding['problem'], string> = {
  missing: 'запису немає / the entry is missing',
  changed: 'запис або попередній змінено / this entry or the one before it was changed',
  unreadable: 'запис не читається / the entry cannot be read',
  'snapshot-ahead': 'знімок новіший за журнал / the snapshot is ahead of the journal',
  'snapshot-damaged':
    'знімок пошкоджено, журнал його замінить / the snapshot is damaged, the journal replaces it',
};

/** `npm run verify-journal`, or `-- FILE` for a copy. Fails when anything is wrong, naming each entry. */
await runTool(async () => {
  const { documents, entries, problems, damage } = await verify();
  for (const text of damage) console.error(`SQLite: ${text}`);
  for (const { documentName, sequence, problem } of problems) {
    console.error(`${documentName}, ${sequence}: ${problemTexts[problem]}`);
  }
  const count = problems.length + damage.length;
  if (count > 0) {
    console.error(`Журнал пошкоджено, місць: ${count}. / The journal is damaged in places: ${count}.`);
    return false;
  }
  console.info(`Журнал цілий: документів ${documents}, записів ${entries}.`);
  console.info(`The journal is whole: ${documents} documents, ${entries} entries.`);
  return true;
});

async function verify(): Promise<JournalVerification & { damage: string[] }> {
  const location = readDatabaseLocation();
  const file = readFileArgument();
  if (file !== null || location.databaseUrl === null) {
    const path = file ?? location.file;
    if (!existsSync(path)) throw new AppError('file.missing', { file: path });
    return verifySqliteFile(path);
  }
  const storage = openReadOnlyStorage(location);
  try {
    return { ...(await verifyJournal(storage)), damage: [] };
  } finally {
    await storage.close();
  }
}
