import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  type ComparisonAnswer,
  ComparisonAnswer as comparisonAnswer,
  MomentsAnswer,
} from '#shared/api/comparison.ts';
import { isSameThroughout } from '#shared/compare/compareReports.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { DirectionId, OrganisationId, ProgrammeId, ReportId, RowId, UserId } from '#shared/model/ids.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { deleteRow, insertRow, insertRows, setCell } from '#shared/sheet/sheetDocument.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

const reportId = ReportId.parse('report');
const o1 = OrganisationId.parse('o1');
const d1 = DirectionId.parse('d1');
const olena = UserId.parse('olena');
const minuteMs = 60_000;
const start = Date.UTC(2021, 0, 15, 9);
const row = (id: string) => RowId.parse(id);

let server: TestServer;
let town: Town;
let sheet: JournalScribe;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
  await server.storage.reports.create(buildNewReport());
  sheet = new JournalScribe(server.storage, sheetName(reportId, o1));
});
afterEach(() => server.stop());

function words(text: string): Narrative {
  return [{ type: 'paragraph', content: [{ type: 'text', text, bold: false, italic: false, link: null }] }];
}

async function compare(query: string, of: string = reportId): Promise<ComparisonAnswer> {
  const response = await town.people.administrator.get(`/api/reports/${of}/comparison${query}`);
  return comparisonAnswer.parse(response.json());
}

const actualOf = ({ comparison }: ComparisonAnswer) => [
  comparison.money[0]?.before?.actualMinor,
  comparison.money[0]?.after?.actualMinor,
];

/** Three entries, a minute apart: a row, another, a changed sum. */
async function writeThree(): Promise<void> {
  const values = { directionId: d1, measure: 'Друк', plannedMinor: 100, actualMinor: 100 };
  await sheet.write(start, olena, (doc) =>
    insertRow(doc, { id: row('r1'), kind: 'expenditure', order: 'a1', values }),
  );
  await sheet.write(start + minuteMs, olena, (doc) =>
    insertRow(doc, { id: row('r2'), kind: 'expenditure', order: 'a2', values }),
  );
  await sheet.write(start + 2 * minuteMs, null, (doc) => setCell(doc, row('r1'), 'actualMinor', 550));
}

describe('a moment', () => {
  test('CMP-10 a report is read as it stood, with what was accepted at that very moment', async () => {
    await writeThree();
    const text = new JournalScribe(server.storage, narrativeName(reportId, d1));
    await text.write(start + minuteMs, olena, (doc) => appendNarrative(doc, words('Перше речення.')));
    const answer = await compare(`?beforeTime=${start}&afterTime=${start + 2 * minuteMs}`);
    expect(actualOf(answer)).toEqual(['100', '650']);
    expect(answer.rowCounts).toEqual({ added: 1, removed: 0, changed: 1 });
    expect(answer.comparison.texts).toMatchObject([{ number: 1, lines: [{ change: 'added' }] }]);
    expect(
      actualOf(await compare(`?beforeTime=${start + minuteMs - 1}&afterTime=${start + minuteMs}`)),
    ).toEqual(['100', '200']);
    // Backwards, and from the past to what stands.
    expect(actualOf(await compare(`?beforeTime=${start + 2 * minuteMs}&afterTime=${start}`))).toEqual([
      '650',
      '100',
    ]);
    expect(actualOf(await compare(`?beforeTime=${start}`))).toEqual(['100', '650']);
  });

  test('CMP-10 the same is read from a snapshot and though a newer one stands, over more entries than one piece', async () => {
    await writeThree();
    await sheet.takeSnapshot();
    for (let index = 0; index < 520; index += 1) {
      await sheet.write(start + (3 + index) * minuteMs, olena, (doc) =>
        setCell(doc, row('r2'), 'actualMinor', 1_000 + index),
      );
    }
    const read = () => compare(`?beforeTime=${start + minuteMs}&afterTime=${start + 515 * minuteMs}`);
    const expected = ['200', String(550 + 1_000 + 512)];
    expect(actualOf(await read())).toEqual(expected);
    await sheet.takeSnapshot();
    expect(actualOf(await read())).toEqual(expected);
  });

  test('CMP-10 a change that waits for another is in no version before that other', async () => {
    await writeThree();
    const elsewhere = new Y.Doc();
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(sheet.doc));
    const updates: Uint8Array[] = [];
    elsewhere.on('update', (update: Uint8Array) => updates.push(update));
    setCell(elsewhere, row('r1'), 'actualMinor', 700);
    setCell(elsewhere, row('r1'), 'actualMinor', 800);
    const [first = new Uint8Array(), second = new Uint8Array()] = updates;
    await sheet.append(start + 3 * minuteMs, olena, second);
    await sheet.append(start + 4 * minuteMs, olena, first);
    const answer = await compare(`?beforeTime=${start + 3 * minuteMs}&afterTime=${start + 4 * minuteMs}`);
    expect(actualOf(answer)).toEqual(['650', '900']);
  });

  test('CMP-13 before the report was there its side is blank; a moment to come shows what stands; once twice is the same', async () => {
    await writeThree();
    const early = await compare(`?beforeTime=${start - 1}`);
    expect(early.before).toMatchObject({ isBlank: true, isFuture: false, time: start - 1 });
    expect(early.after).toMatchObject({ isBlank: false, time: null });
    expect(early.rowCounts).toEqual({ added: 2, removed: 0, changed: 0 });
    const future = await compare(`?beforeTime=${start}&afterTime=8640000000000000`);
    expect(future.after).toMatchObject({ isFuture: true, isBlank: false });
    expect(actualOf(future)).toEqual(['100', '650']);
    for (const query of [`?beforeTime=${start}&afterTime=${start}`, '']) {
      expect(isSameThroughout((await compare(query)).comparison)).toBe(true);
    }
  });

  test('CMP-13 a question that names no moment or no report is refused', async () => {
    for (const query of [
      '?beforeTime=',
      '?beforeTime=-1',
      '?beforeTime=вчора',
      '?afterTime=1.5',
      '?afterTime=9640000000000000',
      '?beforeTime=1&beforeTime=2',
      '?beforeReport=a/b',
    ]) {
      const response = await town.people.administrator.get(`/api/reports/${reportId}/comparison${query}`);
      expect(response.problem().code, query).toBe('request.invalid');
    }
  });

  test('CMP-14 a damaged change refuses the moments that need it, by name, and no others', async () => {
    await writeThree();
    await sheet.append(start + 3 * minuteMs, olena, Uint8Array.of(1, 255, 255, 255));
    expect(actualOf(await compare(`?beforeTime=${start}&afterTime=${start + 2 * minuteMs}`))).toEqual([
      '100',
      '650',
    ]);
    const response = await town.people.administrator.get(
      `/api/reports/${reportId}/comparison?beforeTime=${start + 3 * minuteMs}`,
    );
    expect(response.problem()).toMatchObject({ code: 'journal.unreadable', parameters: { place: 'o1' } });
  });
});

describe('two reports', () => {
  const next = ReportId.parse('next');

  async function writeNextYear(): Promise<void> {
    const structure = buildReportStructure();
    const direction = DirectionId.parse('n1');
    await server.storage.reports.create({
      ...buildNewReport(),
      programme: { ...structure.programme, id: ProgrammeId.parse('other') },
      report: { ...structure.report, id: next, programmeId: ProgrammeId.parse('other'), year: 2021 },
      directions: [{ id: direction, reportId: next, number: 1, title: 'Напрям 1' }],
      indicators: [],
      responsibilities: [],
    });
    const values = { directionId: direction, measure: 'Друк', plannedMinor: 100, actualMinor: 130 };
    await new JournalScribe(server.storage, sheetName(next, o1)).write(start, olena, (doc) =>
      insertRow(doc, { id: row('x1'), kind: 'expenditure', order: 'a1', values }),
    );
  }

  test('CMP-3 this year stands beside the last: sums, and rows by what they are about', async () => {
    await writeThree();
    await writeNextYear();
    const answer = await compare(`?beforeReport=${reportId}&beforeTime=${start}`, next);
    expect([answer.before.year, answer.after.year]).toEqual([2020, 2021]);
    expect(actualOf(answer)).toEqual(['100', '130']);
    expect(answer.comparison.rows).toMatchObject([
      {
        before: { rowId: 'r1' },
        after: { rowId: 'x1' },
        fields: [{ field: 'actualMinor', before: 100, after: 130 }],
      },
    ]);
  });

  test('CMP-12 whoever may not read one of the two reports is refused, whichever side it stands on', async () => {
    const { coordinator, editorElsewhere, stranger, anonymous } = town.people;
    const { reportId: own, otherReportId: other } = town;
    for (const side of ['beforeReport', 'afterReport']) {
      const ask = (report: ReportId, against: string) =>
        `/api/reports/${report}/comparison?${side}=${against}`;
      expect((await coordinator.get(ask(own, own))).status).toBe(200);
      expect((await coordinator.get(ask(own, other))).problem().code).toBe('access.report');
      expect((await coordinator.get(ask(other, own))).problem().code).toBe('access.report');
      expect((await editorElsewhere.get(ask(other, own))).problem().code).toBe('access.report');
      expect((await stranger.get(ask(own, own))).problem().code).toBe('access.report');
      expect((await anonymous.get(ask(own, own))).problem().code).toBe('session.required');
      // Whether a report is there is told to nobody who may not read it.
      expect((await coordinator.get(ask(own, 'nothing'))).problem().code).toBe('access.report');
      expect((await town.people.administrator.get(ask(own, 'nothing'))).problem().code).toBe(
        'report.unknown',
      );
      expect((await town.people.administrator.get(ask(own, other))).status).toBe(200);
    }
  });
});

describe('moments', () => {
  async function readMoments(query = ''): Promise<MomentsAnswer> {
    const response = await town.people.administrator.get(`/api/reports/${reportId}/moments${query}`);
    return MomentsAnswer.parse(response.json());
  }

  test('CMP-11 stretches of work come latest first, with who took part and how many changes, from all documents', async () => {
    expect(await readMoments()).toEqual({ moments: [], next: null });
    await writeThree();
    const text = new JournalScribe(server.storage, narrativeName(reportId, d1));
    await text.write(start + 10 * minuteMs, UserId.parse('taras'), (doc) =>
      appendNarrative(doc, words('Раз.')),
    );
    await sheet.write(start + 26 * minuteMs, olena, (doc) => deleteRow(doc, row('r2')));
    expect(await readMoments()).toEqual({
      moments: [
        {
          kind: 'session',
          startTime: start + 26 * minuteMs,
          endTime: start + 26 * minuteMs,
          changeCount: 1,
          people: ['olena'],
        },
        {
          kind: 'session',
          startTime: start,
          endTime: start + 10 * minuteMs,
          changeCount: 4,
          people: ['olena', 'taras', null],
        },
      ],
      next: null,
    });
  });

  test('CMP-11 they come in pages, each change on exactly one', async () => {
    const days = 70;
    for (let day = 0; day < days; day += 1) {
      await sheet.write(start + day * 24 * 60 * minuteMs, olena, (doc) =>
        insertRows(doc, [{ id: row(`r${day}`), kind: 'activity', order: `a${day}`, values: {} }]),
      );
    }
    const times: number[] = [];
    let query = '';
    for (let page = 0; page < 10; page += 1) {
      const { moments, next } = await readMoments(query);
      expect(moments.length).toBeLessThanOrEqual(30);
      times.push(...moments.map(({ endTime }) => endTime));
      if (next === null) break;
      query = `?before=${next}`;
    }
    expect(times).toEqual(
      Array.from({ length: days }, (_, index) => start + (days - 1 - index) * 24 * 60 * minuteMs),
    );
  });
});

test('CMP-15 an answer holds 5,000 rows at most, and counts all of them', async () => {
  const rows = Array.from({ length: 5_200 }, (_, index) => ({
    id: row(`r${index}`),
    kind: 'activity' as const,
    order: `a${index}`,
    values: { content: `Захід ${index}` },
  }));
  await sheet.write(start, olena, (doc) => insertRows(doc, rows));
  const answer = await compare(`?beforeTime=${start - 1}`);
  expect(answer.rowCounts).toEqual({ added: 5_200, removed: 0, changed: 0 });
  expect(answer.comparison.rows).toHaveLength(5_000);
});
