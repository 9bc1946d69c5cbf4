import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let person: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  person = new ApiClient(server.url);
  await person.post('/api/setup', {
    name: 'Адміністрування',
    login: 'administrator',
    password,
    loadExample: true,
  });
});
afterAll(() => server.stop());

const report = '/api/reports/r2020';
const readFileName = (headers: Headers) =>
  decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '');

describe('downloads', () => {
  test('ACC-59 the workbook has its type and a Ukrainian name', async () => {
    const response = await person.get(`${report}/export.xlsx`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(readFileName(response.headers)).toBe('Звіт_2020.xlsx');
    expect(response.headers.get('content-disposition')).toContain('filename="zvit.xlsx"');
    expect(String.fromCharCode(...response.bytes.slice(0, 2))).toBe('PK');
  });

  test.each([
    ['activity', 'Заходи_2020.csv'],
    ['expenditure', 'Видатки_2020.csv'],
    ['totals', 'Підсумки_2020.csv'],
  ])('ACC-59 the table %s comes in both flavours', async (table, fileName) => {
    const standard = await person.get(`${report}/export.csv?table=${table}`);
    const excel = await person.get(`${report}/export.csv?table=${table}&flavour=excel`);
    expect(standard.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(readFileName(standard.headers)).toBe(fileName);
    const mark = [0xef, 0xbb, 0xbf];
    expect([...excel.bytes.slice(0, 3)]).toEqual(mark);
    expect([...standard.bytes.slice(0, 3)]).not.toEqual(mark);
  });

  test.each([
    ['export.xlsx', 'Звіт_2020_чернетка.xlsx'],
    ['export.csv?table=activity&flavour=standard', 'Заходи_2020_чернетка.csv'],
    ['export.csv?table=totals&flavour=excel', 'Підсумки_2020_excel_чернетка.csv'],
    ['export.opendata.zip', 'Звіт_2020_відкриті_дані_чернетка.zip'],
  ])('EXP-24 a draft of %s has it in its name', async (path, fileName) => {
    const response = await person.get(`${report}/${path}${path.includes('?') ? '&' : '?'}draft=true`);
    expect(response.status).toBe(200);
    expect(readFileName(response.headers)).toBe(fileName);
  });

  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%P'],
  ])('EXP-40 the %s comes whole, final or as a draft', async (format, type, start) => {
    for (const [query, fileName] of [
      ['', `Звіт_2020.${format}`],
      ['?draft=false', `Звіт_2020.${format}`],
      ['?draft=true', `Звіт_2020_чернетка.${format}`],
    ]) {
      const response = await person.get(`${report}/export.${format}${query}`);
      expect(response.headers.get('content-type')).toBe(type);
      expect(readFileName(response.headers)).toBe(fileName);
      expect(Number(response.headers.get('content-length'))).toBe(response.bytes.length);
      expect(String.fromCharCode(...response.bytes.slice(0, 2))).toBe(start);
    }
    expect((await person.get(`${report}/export.${format}?draft=так`)).problem().code).toBe('request.invalid');
  });

  test.each(['', '?table=nothing', '?table=activity&flavour=latex', '?table=activity&table=totals'])(
    'ACC-53 the question “%s” is refused',
    async (query) => {
      expect((await person.get(`${report}/export.csv${query}`)).problem().code).toBe('request.invalid');
    },
  );

  test.each([
    ['html', 'text/html; charset=utf-8', '<!doctype html>', '<p class="draft" role="note">ЧЕРНЕТКА'],
    ['md', 'text/markdown; charset=utf-8', '>', '**ЧЕРНЕТКА**'],
  ])('ACC-59 EXP-53 the document comes as %s, final or a draft', async (extension, type, start, mark) => {
    const final = await person.get(`${report}/export.${extension}`);
    expect(final.headers.get('content-type')).toBe(type);
    expect(readFileName(final.headers)).toBe(`Звіт_2020.${extension}`);
    const text = Buffer.from(final.bytes).toString('utf8');
    expect(text.startsWith(start)).toBe(true);
    expect(text).not.toContain(mark);
    const draft = await person.get(`${report}/export.${extension}?draft=true`);
    expect(Buffer.from(draft.bytes).toString('utf8')).toContain(mark);
    expect((await person.get(`${report}/export.${extension}?draft=so`)).problem().code).toBe(
      'request.invalid',
    );
  });

  test('ACC-59 one person may not keep the server busy with files', async () => {
    const hasty = person.copy();
    const requests = Array.from({ length: 31 }, () => hasty.get(`${report}/export.csv?table=totals`));
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    const refused = await hasty.get(`${report}/export.csv?table=totals`);
    expect(refused.problem().code).toBe('request.too-many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
