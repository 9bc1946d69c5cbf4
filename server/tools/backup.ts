import { existsSync } from 'node:fs';
import { backUpSqlite } from '#server/storage/sqlite/backUpSqlite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { readDatabaseLocation, readFileArgument } from './databaseLocation.ts';
import { runTool } from './runTool.ts';

/** `npm run backup -- FILE`, while the server runs or not. */
await runTool(async () => {
  const { databaseUrl, file } = readDatabaseLocation();
  if (databaseUrl !== null) throw new AppError('backup.not-sqlite');
  const target = readFileArgument();
  if (target === null) {
    console.error('npm run backup -- FILE');
    return false;
  }
  if (!existsSync(file)) throw new AppError('file.missing', { file });
  const { documents, entries } = await backUpSqlite(file, target);
  console.info(`Копію зроблено й перевірено: ${target} (документів ${documents}, записів ${entries}).`);
  console.info(`Copied and verified: ${target} (${documents} documents, ${entries} entries).`);
  return true;
});
