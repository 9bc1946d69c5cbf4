import { restoreSqlite } from '#server/storage/sqlite/restoreSqlite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { readDatabaseLocation, readFileArgument } from './databaseLocation.ts';
import { runTool } from './runTool.ts';

/** `npm run restore -- FILE`, with the server stopped. */
await runTool(async () => {
  const { databaseUrl, file } = readDatabaseLocation();
  if (databaseUrl !== null) throw new AppError('backup.not-sqlite');
  const backup = readFileArgument();
  if (backup === null) {
    console.error('npm run restore -- FILE');
    return false;
  }
  const { documents, entries, keptAs } = await restoreSqlite(backup, file, new Date());
  console.info(`Відновлено: документів ${documents}, записів ${entries}. Тепер запустіть сервер.`);
  console.info(`Restored: ${documents} documents, ${entries} entries. Start the server now.`);
  if (keptAs !== null) console.info(`Попередню базу збережено / The database before it is kept: ${keptAs}`);
  return true;
});
