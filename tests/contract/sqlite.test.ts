import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openStorage } from '#server/storage/openStorage.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { describeStorage } from './storageContract.ts';

describeStorage('SQLite', async () => {
  const dir = await createTempDir();
  const file = join(dir.path, 'data/zvit.sqlite');
  return {
    open: () => openStorage({ databaseUrl: null, file }),
    run: async (statement) => {
      const database = new SqliteDatabase(file);
      try {
        database.exec(statement);
      } finally {
        database.close();
      }
    },
    dispose: dir.remove,
  };
});
