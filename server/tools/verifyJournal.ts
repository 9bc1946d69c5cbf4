import { existsSync } from 'node:fs';
import { verifyWhole, type WholeVerification } from '#server/collaboration/history/verifyHistory.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { checkSqliteFile } from '#server/storage/sqlite/checkSqliteFile.ts';
import { type StepVerification, verifySteps } from '#server/storage/verifySteps.ts';
import type { JournalProblemKind } from '#shared/api/history.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { readDatabaseLocation, readFileArgument } from './databaseLocation.ts';
import { runTool } from './runTool.ts';

const problemTexts: Record<JournalProblemKind, string> = {
  missing: 'запису немає / the entry is missing',
  changed: 'запис або попередній змінено / this entry or the one before it was changed',
  unreadable: 'запис не читається / the entry cannot be read',
  'snapshot-ahead': 'знімок новіший за журнал / the snapshot is ahead of the journal',
  'snapshot-damaged':
    'знімок пошкоджено, журнал його замінить / the snapshot is damaged, the journal replaces it',
  'state-changed':
    'збережений стан не той, що в журналі / a kept state is not what the journal has at that moment',
  'history-changed':
    'в історії про запис сказано не те, що він зробив / the history tells something else than the entry did',
  'owner-changed': 'автором запису названо іншу людину / another person is named as the author of the entry',
  'step-changed': 'крок не той, що був зроблений / the step is not the one that was taken',
};

/** `npm run verify-journal`, or `-- FILE` for a copy. Fails when anything is wrong, naming each entry. */
await runTool(async () => {
  const { documents, entries, problems, steps, unbound, damage } = await verify();
  for (const text of damage) console.error(`SQLite: ${text}`);
  for (const { documentName, sequence, problem } of problems) {
    console.error(`${documentName}, ${sequence}: ${problemTexts[problem]}`);
  }
  const count = problems.length + damage.length;
  if (count > 0) {
    console.error(`Журнал пошкоджено, місць: ${count}. / The journal is damaged in places: ${count}.`);
    return false;
  }
  console.info(`Журнал цілий: документів ${documents}, записів ${entries}, кроків ${steps}.`);
  console.info(`The journal is whole: ${documents} documents, ${entries} entries, ${steps} steps.`);
  if (unbound > 0) {
    console.info(`Кроків, зроблених до того, як їх почали зв’язувати хешем: ${unbound}.`);
    console.info(`Steps that were taken before steps were bound by a hash: ${unbound}.`);
  }
  return true;
});

type Verification = WholeVerification & Pick<StepVerification, 'steps' | 'unbound'>;

async function verify(): Promise<Verification & { damage: string[] }> {
  const location = readDatabaseLocation();
  const file = readFileArgument();
  if (file === null && location.databaseUrl !== null) {
    return { ...(await verifyStored(location)), damage: [] };
  }
  const path = file ?? location.file;
  if (!existsSync(path)) throw new AppError('file.missing', { file: path });
  const { hasJournal, damage } = checkSqliteFile(path);
  if (!hasJournal) return { documents: 0, entries: 0, steps: 0, unbound: 0, problems: [], damage };
  return { ...(await verifyStored({ databaseUrl: null, file: path })), damage };
}

async function verifyStored(location: Parameters<typeof openReadOnlyStorage>[0]): Promise<Verification> {
  const storage = openReadOnlyStorage(location);
  try {
    const whole = await verifyWhole(storage, await storage.journal.listDocuments());
    const result: Verification = { ...whole, steps: 0, unbound: 0 };
    for (const { report } of await storage.reports.list()) {
      const { steps, unbound, problems } = await verifySteps(storage, report.id);
      result.steps += steps;
      result.unbound += unbound;
      for (const { organisationId, sequence } of problems) {
        const documentName =
          organisationId === null ? `report/${report.id}` : sheetName(report.id, organisationId);
        result.problems.push({ documentName, sequence, problem: 'step-changed' });
      }
    }
    return result;
  } finally {
    await storage.close();
  }
}
