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
    query: async (statement) => {
      const database = new SqliteDatabase(file);
      try {
        return database.prepare<[], Record<string, unknown>>(statement).all();
      } finally {
        database.close();
      }
    },
    catalogue: {
      columns: `select tables.name as "table", columns.name as "column"
        from sqlite_master as tables join pragma_table_info(tables.name) as columns where tables.type = 'table'`,
      references: `select tables.name as "table", keys."table" as referenced
        from sqlite_master as tables join pragma_foreign_key_list(tables.name) as keys where tables.type = 'table'`,
    },
    dispose: dir.remove,
  };
});
