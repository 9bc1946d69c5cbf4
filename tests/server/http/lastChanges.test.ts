import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExampleSheets } from '#server/example/report2020.ts';
import { LastChangesAnswer } from '#shared/api/contract.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let person: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  person = new ApiClient(server.url);
  const account = { name: 'Адміністрування', login: 'administrator', password, loadExample: true };
  await person.post('/api/setup', account);
});
afterAll(() => server.stop());

const path = '/api/reports/r2020/last-changes';

describe('who changed rows last', () => {
  test('HIS-5 many rows are one question, and a row of no sheet is left out', async () => {
    const rows = buildExampleSheets().flatMap((sheet) =>
      sheet.rows.map(({ id }) => ({ organisationId: sheet.organisationId, rowId: id })),
    );
    expect(rows.length).toBeGreaterThan(50);
    const response = await person.post(path, {
      rows: [...rows, { organisationId: rows[0]?.organisationId, rowId: 'gone' }],
    });
    const { changes } = LastChangesAnswer.parse(response.json());
    expect(changes.map(({ rowId }) => rowId)).toEqual(rows.map(({ rowId }) => rowId));
    for (const { author } of changes) expect(author).toEqual({ kind: 'person', name: 'Адміністрування' });
  });

  test('HIS-5 a question without end is refused', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => ({ organisationId: 'o', rowId: `r${index}` }));
    expect((await person.post(path, { rows })).problem().code).toBe('request.invalid');
    expect((await person.post(path, { rows: [{ rowId: 'r' }] })).problem().code).toBe('request.invalid');
  });
});
