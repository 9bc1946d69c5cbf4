import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCsvLines } from '#server/structure/readCsvLines.ts';
import { ImportAnswer, type ImportRequest } from '#shared/api/structure.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { planOrganisationImport } from '#shared/structure/planOrganisationImport.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const plan = (csv: string, now: readonly Organisation[] = []) =>
  planOrganisationImport(now, readCsvLines(csv));
const excel =
  '\uFEFFНазва;Скорочено;Вид;ЄДРПОУ\r\n"Управління ""Преса""; зв’язки";Преса;Відділ;14360570\r\nВиконком;;виконком;\r\n';
const standard =
  'name,short name,kind,edrpou\n"Управління ""Преса""; зв’язки",Преса,department,14360570\nВиконком,,executive,\n';

describe('a CSV file of organisations', () => {
  test('SET-24 both kinds of file say the same', () => {
    const found = plan(excel);
    expect(found.problems).toEqual([]);
    const plain = ({ next }: { next: readonly Organisation[] }) => next.map(({ id: _, ...one }) => one);
    expect(plain(found)).toEqual([
      { name: 'Управління "Преса"; зв’язки', shortName: 'Преса', kind: 'department', edrpou: '14360570' },
      { name: 'Виконком', shortName: 'Виконком', kind: 'executive' },
    ]);
    expect(plain(plan(standard))).toEqual(plain(found));
    expect(plain(plan(`sep=;\r\n${excel.slice(1)}`))).toEqual(plain(found));
    // Once imported, the same file changes nothing.
    expect(plan(standard, found.next)).toMatchObject({ added: [], changed: [], sameCount: 2, problems: [] });
  });

  test('SET-24 a line is found by its code, else by its name, and never loses a code', () => {
    const { next: now } = plan(excel);
    const renamed = plan(
      'Назва;Скорочено;Вид;ЄДРПОУ\nПреса;Преса;Відділ;14360570\nвиконком;ВК;виконком;',
      now,
    );
    expect(renamed).toMatchObject({ added: [], sameCount: 0, problems: [] });
    expect(renamed.next.map(({ id, name, edrpou }) => [id, name, edrpou])).toEqual([
      [now[0]?.id, 'Преса', '14360570'],
      [now[1]?.id, 'виконком', undefined],
    ]);
    const uncoded = plan('Назва;Скорочено;Вид\n"Управління ""Преса""; зв’язки";Преса;Відділ', now);
    expect(uncoded).toMatchObject({ sameCount: 1, changed: [], problems: [] });
  });

  test.each([
    ['', 1, 'empty'],
    ['Назва;Адреса;Вид\n', 1, 'unknown-column'],
    ['Назва;Назва;Вид\n', 1, 'column-twice'],
    ['Назва;ЄДРПОУ\nА;', 1, 'no-column'],
    ['Назва;Вид\nА;Відділ\n"Б;Відділ\nВ;Відділ\n', 3, 'quotes'],
    ['Назва;Вид\nУправління "Преса";Відділ\n', 2, 'quotes'],
    ['Назва;Вид\nА;Відділ;\n', 2, 'cell-count'],
    ['Назва;Вид\nА;Кафедра\n', 2, 'wrong-kind'],
    ['Назва;Вид\n;Відділ\n', 2, 'wrong-name'],
    [`Назва;Вид\n${'я'.repeat(501)};Відділ\n`, 2, 'wrong-name'],
    ['Назва;Вид;ЄДРПОУ\nА;Відділ;14360571\n', 2, 'wrong-edrpou'],
    ['Назва;Вид\nА;Відділ\n\nа;Відділ\n', 4, 'taken'],
    ['Назва;Скорочено;Вид\n"А\nБ";К;Відділ\nВ;к;Відділ\n', 4, 'taken'],
  ])('SET-25 %j: line %i, %s', (csv, line, code) => {
    expect(plan(csv).problems).toMatchObject([{ line, code }]);
  });
});

describe('importing organisations', () => {
  let server: TestServer;
  let town: Town;
  beforeEach(async () => {
    server = await startTestServer();
    town = await createPeople(server.url, server.storage);
  });
  afterEach(() => server.stop());

  const send = (csv: string, basis: ImportRequest['basis'] = null) =>
    town.people.administrator.post('/api/organisations/import', { csv, basis });
  const look = async (csv: string) => ImportAnswer.parse((await send(csv)).json());

  test('SET-25 of ten thousand lines three are bad: they are named, and nothing is imported', async () => {
    const lines = Array.from({ length: 9_900 }, (_, index) => `Відділ ${index};В-${index};Відділ;`);
    lines[10] = 'Відділ 10;В-10;Кафедра;';
    lines[5_000] = 'Відділ 5000;В-5000;Відділ;12345679';
    lines[9_000] = 'Відділ 9000;В-1;Відділ;';
    const csv = `Назва;Скорочено;Вид;ЄДРПОУ\r\n${lines.join('\r\n')}\r\n`;
    const before = await server.storage.organisations.list();
    const seen = await look(csv);
    expect(seen).toMatchObject({ isWritten: false, lineCount: 9_900, problemCount: 3 });
    expect(seen.problems.map(({ line, code }) => [line, code])).toEqual([
      [12, 'wrong-kind'],
      [5_002, 'wrong-edrpou'],
      [9_002, 'taken'],
    ]);
    const written = ImportAnswer.parse((await send(csv, seen.basis)).json());
    expect(written).toMatchObject({ isWritten: false, problemCount: 3 });
    expect(await server.storage.organisations.list()).toEqual(before);

    lines[10] = 'Відділ 10;В-10;Відділ;';
    lines[5_000] = 'Відділ 5000;В-5000;Відділ;14360570';
    lines[9_000] = 'Відділ 9000;В-9000;Відділ;';
    const good = `Назва;Скорочено;Вид;ЄДРПОУ\n${lines.join('\n')}`;
    const looked = await look(good);
    expect(looked).toMatchObject({ isWritten: false, problemCount: 0, added: { count: 9_900 } });
    expect(await server.storage.organisations.list()).toEqual(before);
    expect(ImportAnswer.parse((await send(good, looked.basis)).json()).isWritten).toBe(true);
    expect(await server.storage.organisations.list()).toHaveLength(before.length + 9_900);
    expect(await look(good)).toMatchObject({ sameCount: 9_900, added: { count: 0 }, changed: { count: 0 } });
  });

  test('SET-26 what was looked at is what is written: anything else by then is refused', async () => {
    const csv = 'Назва;Вид\nПреса;Відділ\n';
    const { basis } = await look(csv);
    expect((await send('Назва;Вид\nІнша;Відділ\n', basis)).problem().code).toBe('structure.changed');
    const fields = { name: 'Архів', shortName: 'Архів', kind: 'department', edrpou: null };
    await town.people.administrator.patch('/api/organisations', { kind: 'add', fields });
    expect((await send(csv, basis)).problem().code).toBe('structure.changed');
    const { length } = await server.storage.organisations.list();
    expect(ImportAnswer.parse((await send(csv, (await look(csv)).basis)).json()).isWritten).toBe(true);
    expect(await server.storage.organisations.list()).toHaveLength(length + 1);
    const large = await send(`Назва;Вид\n${'я'.repeat(4_000_000)}`);
    expect(large.problem().code).toBe('request.invalid');
  });

  test('SET-27 indicators of a report come all or none, as they were looked at', async () => {
    const path = `/api/reports/${town.reportId}/indicators/import`;
    const post = (csv: string, basis: string | null = null) =>
      town.people.coordinator.post(path, { csv, basis });
    const titles = async () =>
      (await server.storage.reports.findStructure(town.reportId))?.indicators.map(({ title }) => title);
    const bad =
      '\uFEFFНапрям;Показник;Форма 1;Форма 2;Форма 5\r\n1;Зустрічі;зустріч;зустрічі;зустрічей\r\n7;А;а;а;а\r\n';
    const seen = ImportAnswer.parse((await post(bad)).json());
    expect(seen).toMatchObject({ isWritten: false, problems: [{ line: 3, code: 'wrong-direction' }] });
    await post(bad, seen.basis);
    expect(await titles()).toEqual([]);
    const good = bad.slice(0, bad.indexOf('7;'));
    const { basis } = ImportAnswer.parse((await post(good)).json());
    expect((await post(bad, basis)).problem().code).toBe('structure.changed');
    expect(ImportAnswer.parse((await post(good, basis)).json()).isWritten).toBe(true);
    expect(await titles()).toEqual(['Зустрічі']);
  });

  test('SET-27 of ten thousand lines of indicators three are bad: they are named, and nothing is imported', async () => {
    const path = `/api/reports/${town.reportId}/indicators/import`;
    const lines = Array.from({ length: 10_000 }, (_, index) => `1;Показник ${index};раз;рази;разів`);
    lines[10] = '7;Показник 10;раз;рази;разів';
    lines[5_000] = '1;;раз;рази;разів';
    lines[9_999] = '1;Показник 1;раз;рази;разів';
    const csv = `Напрям;Показник;Форма 1;Форма 2;Форма 5\r\n${lines.join('\r\n')}\r\n`;
    const post = (basis: string | null) => town.people.coordinator.post(path, { csv, basis });
    const seen = ImportAnswer.parse((await post(null)).json());
    expect(seen).toMatchObject({ isWritten: false, lineCount: 10_000 });
    expect(seen.problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'too-many'],
      [12, 'wrong-direction'],
      [5_002, 'wrong-name'],
      [10_001, 'twice'],
    ]);
    expect(ImportAnswer.parse((await post(seen.basis)).json())).toMatchObject({ isWritten: false });
    expect((await server.storage.reports.findStructure(town.reportId))?.indicators).toEqual([]);
  });
});
