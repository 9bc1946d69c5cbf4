import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportReport } from '#server/export/exportReport.ts';
import { createEvaluator } from '#server/export/gate/xlsx/evaluateFormula.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { ExportLine, FootingAnswer } from '#shared/api/contract.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import { buildEmptyValues } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { insertRows } from '#shared/sheet/sheetDocument.ts';
import type { ApiClient } from '#tests/support/apiClient.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { createPeople, password, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;
let sheet: SheetClient;
let rowCount = 0;

beforeAll(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  const { reportId, organisationId } = town;
  sheet = new SheetClient({
    url: server.url.replace('http', 'ws'),
    cookie: town.people.editor.cookie,
    documentName: sheetName(reportId, organisationId),
    organisationId,
    origin: server.url,
  });
  await vi.waitFor(() => expect(sheet.provider.synced).toBe(true));
  addRows(400);
  await vi.waitFor(() => expect(sheet.isSaved).toBe(true));
});
afterAll(async () => {
  sheet.stop();
  await server.stop();
});

/** Each row costs 100,01 грн, so a sum says how many rows a file has. */
function addRows(count: number): void {
  const rows = Array.from({ length: count }, () => {
    rowCount += 1;
    const place = String(rowCount).padStart(5, '0');
    const values = { ...buildEmptyValues('expenditure'), plannedMinor: 100_01, actualMinor: 100_01 };
    return { id: RowId.parse(`row-${place}`), kind: 'expenditure' as const, order: `a${place}`, values };
  });
  insertRows(sheet.doc, rows);
}

/** A spreadsheet counts in fractions; a kopiyka is a hundredth. */
const round = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1_000) : value);

const path = (file: string) => `/api/reports/${town.reportId}/${file}`;
const asLines = { headers: { accept: 'application/x-ndjson' } };

/** The lines of an export as they come. */
async function* readLines(person: ApiClient, file: string, signal?: AbortSignal): AsyncGenerator<ExportLine> {
  const response = await fetch(server.url + path(file), {
    headers: { ...asLines.headers, cookie: person.cookie ?? '' },
    ...(signal && { signal }),
  });
  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of must(response.body, 'a body')) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield ExportLine.parse(JSON.parse(line));
  }
  expect(rest).toBe('');
}

async function readAll(person: ApiClient, file: string): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for await (const line of readLines(person, file)) lines.push(line);
  return lines;
}

function readFile(lines: readonly ExportLine[]): { name: string; bytes: Uint8Array } {
  const last = lines.at(-1);
  if (last?.type !== 'file') throw new Error(`no file: ${JSON.stringify(last)}`);
  const parts = lines.flatMap((line) => (line.type === 'part' ? [Buffer.from(line.base64, 'base64')] : []));
  const bytes = new Uint8Array(Buffer.concat(parts));
  expect(bytes.length).toBe(last.size);
  return { name: last.name, bytes };
}

describe('an export that says how far it is', () => {
  test('EXP-43 sends its progress, then the whole file, and the name last', async () => {
    const lines = await readAll(town.people.viewer, 'export.docx?draft=true');
    const progress = lines.flatMap((line) => (line.type === 'progress' ? [line] : []));
    expect(progress[0]).toEqual({ type: 'progress', stage: 'waiting', done: 0, total: 1 });
    expect(progress.length).toBeGreaterThan(2);
    const building = progress.filter(({ stage }) => stage === 'building');
    expect(building.map(({ done }) => done)).toEqual(building.map(({ done }) => done).sort((a, b) => a - b));
    const { name, bytes } = readFile(lines);
    expect(name).toMatch(/^Звіт_\d{4}_чернетка\.docx$/);
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
  });

  test('EXP-43 the check of footing is asked for in the same way, or as one answer', async () => {
    const last = (await readAll(town.people.viewer, 'footing')).at(-1);
    if (last?.type !== 'footing') throw new Error('no check');
    const rows = last.checks.find(({ subject }) => subject === 'rows');
    expect(rows).toMatchObject({ isEqual: true, expected: String(rowCount * 100_01) });
    const whole = await town.people.viewer.get(path('footing'));
    expect(FootingAnswer.parse(whole.json()).checks.length).toBe(last.checks.length);
  });

  test('EXP-44 who may not read the report gets neither file nor lines', async () => {
    const { stranger, editorElsewhere, anonymous } = town.people;
    for (const file of ['export.pdf', 'export.xlsx?draft=true', 'footing']) {
      expect((await stranger.get(path(file), asLines)).problem().code).toBe('access.report');
      expect((await editorElsewhere.get(path(file), asLines)).problem().code).toBe('access.report');
      expect((await anonymous.get(path(file), asLines)).problem().code).toBe('session.required');
    }
    expect((await town.people.viewer.get(path('export.odt'), asLines)).problem().code).toBe(
      'export.unknown-format',
    );
  });

  test('EXP-44 signing out in mid-export ends it, and no byte of the file is sent', async () => {
    const leaver = town.people.viewer.copy();
    await leaver.signIn('viewer', password);
    const seen: ExportLine[] = [];
    for await (const line of readLines(leaver, 'export.pdf?draft=true')) {
      if (seen.push(line) === 1) await leaver.copy().delete('/api/session');
    }
    expect(seen.some(({ type }) => type === 'part' || type === 'file')).toBe(false);
    expect(seen.at(-1)).toMatchObject({ type: 'problem', problem: { code: 'session.required' } });
  });

  test('EXP-45 a client that goes away ends its process, and the next export goes on', async () => {
    const stop = new AbortController();
    const reading = (async () => {
      for await (const line of readLines(town.people.editor, 'export.pdf?draft=true', stop.signal)) {
        if (line.type === 'progress' && line.stage === 'building') stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow();
    readFile(await readAll(town.people.editor, 'export.csv?table=totals'));
  });

  test('EXP-46 while others type, each file is of one moment: its own sums foot', async () => {
    const typing = { isOver: false };
    const writer = (async () => {
      while (!typing.isOver) {
        addRows(1);
        await vi.waitFor(() => expect(sheet.isSaved).toBe(true));
      }
    })();
    const [first, second, csv] = await Promise.all([
      readAll(town.people.coordinator, 'export.xlsx'),
      readAll(town.people.coordinator, 'export.xlsx'),
      readAll(town.people.coordinator, 'export.csv?table=expenditure'),
    ]).finally(() => {
      typing.isOver = true;
    });
    await writer;
    for (const lines of [first, second]) {
      const { sheets } = readWorkbook(readFile(lines).bytes);
      const { cellValue } = createEvaluator(sheets);
      for (const { name, cells } of sheets.values()) {
        for (const [address, { formula, value }] of cells) {
          if (formula !== null) expect(round(cellValue(name, address))).toBe(round(value));
        }
      }
    }
    const records = Buffer.from(readFile(csv).bytes).toString('utf8').trim().split('\r\n').slice(1);
    expect(records.length).toBeGreaterThanOrEqual(400);
    expect(records.every((record) => record.includes('100.01'))).toBe(true);
  });

  test('EXP-47 nothing is written to the disk while a file is made', async () => {
    const list = async () => {
      const names = await readdir(server.config.dataDir);
      return Promise.all(
        names.sort().map(async (name) => [name, (await stat(join(server.config.dataDir, name))).size]),
      );
    };
    const before = await list();
    const seen: unknown[] = [];
    for await (const { type } of readLines(town.people.administrator, 'export.docx?draft=true')) {
      if (type === 'progress') seen.push(await list());
    }
    expect([...seen, await list()]).toEqual([...seen, before].map(() => before));
  });

  test('EXP-47 so many may wait, the next is told to come again, and then there is room', async () => {
    const stop = new AbortController();
    const content = buildContent(buildReportStructure(), []);
    const job = { ...content, format: 'csv', table: 'totals', flavour: 'standard', isDraft: true } as const;
    const waiting = Array.from({ length: 32 }, () => exportReport(job, { signal: stop.signal }));
    await expect(exportReport(job)).rejects.toMatchObject({ code: 'export.busy' });
    stop.abort();
    const ended = await Promise.allSettled(waiting);
    expect(ended.every(({ status }) => status === 'rejected')).toBe(true);
    expect((await exportReport(job)).length).toBeGreaterThan(10);
  });
});
