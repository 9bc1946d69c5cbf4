import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReportAnswer } from '#shared/api/contract.ts';
import { ImportAnswer, ReportCreateAnswer } from '#shared/api/structure.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import type { BudgetLineChange } from '#shared/structure/StructureEdit.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { createPeople, type PersonName, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(() => server.stop());

const stands = async (): Promise<ReportStructure> =>
  must(await server.storage.reports.findStructure(town.reportId), 'the report');
const buildLine = async (amountMinor: number, rest: Partial<BudgetLine> = {}): Promise<BudgetLine> => ({
  ...buildBudgetLine(amountMinor),
  directionId: must((await stands()).directions[0], 'the direction').id,
  organisationId: town.organisationId,
  ...rest,
});
const change = (changes: BudgetLineChange[], who: PersonName = 'coordinator') =>
  town.people[who].patch(`/api/reports/${town.reportId}/structure`, { kind: 'budget.change', changes });
const send = (csv: string, basis: string | null = null, who: PersonName = 'coordinator') =>
  town.people[who].post(`/api/reports/${town.reportId}/budget/import`, { csv, basis });

describe('the approved plan over HTTP', () => {
  test('SET-35 lines are changed all or none, everybody is told, and nobody else may', async () => {
    const { reportId, organisationId, people } = town;
    const viewer = new SheetClient({
      url: server.url.replace('http', 'ws'),
      cookie: people.viewer.cookie,
      documentName: sheetName(reportId, organisationId),
      organisationId,
      origin: server.url,
    });
    try {
      await vi.waitFor(() => expect(viewer.provider.synced).toBe(true));
      const many = await Promise.all(
        Array.from({ length: 2_000 }, (_, index) => buildLine(index, { kpkvk: String(1_000_000 + index) })),
      );
      const answer = await change(many.map((to) => ({ from: null, to })));
      expect(answer.status).toBe(200);
      expect(ReportAnswer.parse(answer.json()).budget).toEqual(many);
      await vi.waitFor(() => expect(viewer.messages).toEqual([{ type: 'structure-changed', reportId }]));

      const [first, second] = [must(many[0], 'a line'), must(many[1], 'a line')];
      const late = await change([
        { from: first, to: null },
        { from: { ...second, amountMinor: 77 }, to: { ...second, amountMinor: 78 } },
      ]);
      expect(late.problem().code).toBe('structure.changed');
      const taken = await change([
        { from: first, to: null },
        { from: null, to: second },
      ]);
      expect(taken.problem().code).toBe('budget.taken');
      for (const who of ['editor', 'viewer', 'stranger', 'editorElsewhere', 'anonymous'] as const) {
        expect((await change([{ from: first, to: null }], who)).status).toBeGreaterThanOrEqual(401);
      }
      expect((await stands()).budget).toEqual(many);
      const two = [change([{ from: first, to: null }]), change([{ from: first, to: null }])];
      expect((await Promise.all(two)).map(({ status }) => status).sort()).toEqual([200, 409]);
    } finally {
      viewer.stop();
    }
  });

  test('SET-37 of ten thousand lines three are bad: they are named, and nothing is imported', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const code = String(1_000_000 + index);
      return `1;first;Загальний фонд;${code};2240;"${index} 000,50"`;
    });
    lines[10] = '1;first;Загальний фонд;210180;2240;1';
    lines[5_000] = '1;first;Загальний фонд;1005000;2240;390,023';
    lines[9_000] = '1;first;Загальний фонд;1000001;2240;5';
    // 1 000 hryvnias and more are written with groups, as Excel does.
    const csv = `\uFEFFНапрям;Виконавець;Джерело;КПКВК;КЕКВ;Сума\r\n${lines.join('\r\n')}\r\n`.replaceAll(
      /"(\d)(\d{3}) 000/g,
      '"$1 $2 000',
    );
    const seen = ImportAnswer.parse((await send(csv)).json());
    expect(seen).toMatchObject({ isWritten: false, lineCount: 10_000, problemCount: 3 });
    expect(seen.problems.map(({ line, code }) => [line, code])).toEqual([
      [12, 'wrong-kpkvk'],
      [5_002, 'ambiguous'],
      [9_002, 'twice'],
    ]);
    expect(ImportAnswer.parse((await send(csv, seen.basis)).json()).isWritten).toBe(false);
    expect((await stands()).budget).toEqual([]);

    const good = csv
      .split('\r\n')
      .filter((_, index) => ![11, 5_001, 9_001].includes(index))
      .join('\r\n');
    const { basis, ...looked } = ImportAnswer.parse((await send(good)).json());
    expect(looked).toMatchObject({ isWritten: false, problemCount: 0, added: { count: 9_997 } });
    for (const who of ['editor', 'viewer', 'stranger', 'anonymous'] as const) {
      expect((await send(good, basis, who)).status).toBeGreaterThanOrEqual(401);
    }
    expect(ImportAnswer.parse((await send(good, basis)).json()).isWritten).toBe(true);
    const { budget } = await stands();
    expect(budget).toHaveLength(9_997);
    expect(budget[1]).toEqual(await buildLine(100_050, { kpkvk: '1000001' }));
    expect((await send(good, basis)).problem().code).toBe('structure.changed');
  });

  test('SET-38 the plan comes into a new year where that is wished', async () => {
    const line = await buildLine(12_345);
    await change([{ from: null, to: line }]);
    const { programmeId } = (await stands()).report;
    const create = async (year: number, withPlan: boolean) => {
      const request = {
        programme: { is: 'there', programmeId },
        year,
        title: 'Звіт',
        signatoryPosition: '',
        signatoryName: '',
        from: { reportId: town.reportId, withTexts: false, withPlan, withPeople: false },
      };
      const answer = await town.people.administrator.post('/api/reports', request);
      const { reportId } = ReportCreateAnswer.parse(answer.json());
      return (await server.storage.reports.findStructure(reportId))?.budget;
    };
    expect(await create(2022, true)).toEqual([line]);
    expect(await create(2023, false)).toEqual([]);
  });
});
