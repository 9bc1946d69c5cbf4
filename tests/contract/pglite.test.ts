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
  dispose: () => postgres.reset(),
}));
