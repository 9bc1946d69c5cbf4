import { afterAll, beforeAll } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import { startPostgres, type TestPostgres } from '#tests/support/startPostgres.ts';
import { describeStorage } from './storageContract.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describeStorage('PostgreSQL', async () => ({
  open: () => openStorage({ databaseUrl: postgres.url, file: '' }),
  run: (statement) => postgres.run(statement),
  query: (statement) => postgres.query(statement),
  catalogue: {
    columns: `select table_name as "table", column_name as "column"
      from information_schema.columns where table_schema = 'public'`,
    references: `select conrelid::regclass::text as "table", confrelid::regclass::text as referenced
      from pg_constraint where contype = 'f'`,
  },
  dispose: () => postgres.empty(),
}));
