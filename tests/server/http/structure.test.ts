import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { loadExample } from '#server/example/loadExample.ts';
import { ReportAnswer, ReportList } from '#shared/api/contract.ts';
import { OrganisationAnswer, ReportCreateAnswer } from '#shared/api/structure.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readReportUnit } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import { ordersBetween } from '#shared/sheet/order.ts';
import { insertRows } from '#shared/sheet/sheetDocument.ts';
import type { StructureEdit } from '#shared/structure/StructureEdit.ts';
import { readDirectionFields } from '#shared/structure/structureFields.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { createPeople, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

let server: TestServer;
let town: Town;

beforeEach(async () => {
  server = await startTestServer();
  town = await createPeople(server.url, server.storage);
});
afterEach(() => server.stop());

const path = () => `/api/reports/${town.reportId}/structure`;
const send = (edit: StructureEdit) => town.people.coordinator.patch(path(), edit);
const stands = async (reportId: ReportId = town.reportId): Promise<ReportStructure> =>
  must(await server.storage.reports.findStructure(reportId), 'what the test is about');
const sheetClient = (cookie: string | null, organisationId: OrganisationId) =>
  new SheetClient({
    url: server.url.replace('http', 'ws'),
    cookie,
    documentName: sheetName(town.reportId, organisationId),
    organisationId,
    origin: server.url,
  });

describe('the structure of a report', () => {
  test('SET-12 each change is answered with what then stands, and every open client is told', async () => {
    const { reportId, organisationId, people } = town;
    const viewer = sheetClient(people.viewer.cookie, organisationId);
    try {
      await vi.waitFor(() => expect(viewer.provider.synced).toBe(true));
      const fields = { number: 2, title: '  Новий напрям ', responsible: [organisationId] };
      const answer = await send({ kind: 'direction.add', fields });
      expect(answer.status).toBe(200);
      expect(ReportAnswer.parse(answer.json()).directions[1]?.title).toBe('Новий напрям');
      expect(answer.json()).toEqual(await stands());
      await vi.waitFor(() => expect(viewer.messages).toEqual([{ type: 'structure-changed', reportId }]));
    } finally {
      viewer.stop();
    }
  });

  test('SET-13 whoever comes to write a text may do so at once, and no longer when it is taken from them', async () => {
    const { reportId, organisationId, people } = town;
    const direction = must((await stands()).directions[0], 'the direction');
    const editor = new SheetClient({
      url: server.url.replace('http', 'ws'),
      cookie: people.editor.cookie,
      documentName: narrativeName(reportId, direction.id),
      organisationId,
      origin: server.url,
    });
    const give = async (responsible: OrganisationId[]) => {
      const from = readDirectionFields(await stands(), direction);
      await send({ kind: 'direction.change', directionId: direction.id, from, to: { ...from, responsible } });
    };
    try {
      await vi.waitFor(() => expect(editor.provider.synced).toBe(true));
      expect(editor.provider.authorizedScope).toBe('readonly');
      for (const [responsible, scope] of [
        [[organisationId], 'read-write'] as const,
        [[], 'readonly'] as const,
      ]) {
        const { length } = editor.closes;
        await give([...responsible]);
        await vi.waitFor(() => expect(editor.closes).toHaveLength(length + 1));
        editor.provider.detach();
        editor.provider.attach();
        await vi.waitFor(() => expect(editor.provider.authorizedScope).toBe(scope));
      }
    } finally {
      editor.stop();
    }
  });

  test('SET-2 of two who change one direction at once the second is told, and changes nothing', async () => {
    const now = await stands();
    const direction = must(now.directions[0], 'what the test is about');
    const from = readDirectionFields(now, direction);
    const rename = (title: string): StructureEdit => ({
      kind: 'direction.change',
      directionId: direction.id,
      from,
      to: { ...from, title },
    });
    const answers = await Promise.all([send(rename('Один')), send(rename('Два'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem().code).toBe('structure.changed');
  });

  test('SET-8 a direction with a row stays, the row too; the answer says what holds it', async () => {
    const { organisationId, people } = town;
    const { id: directionId, title } = must((await stands()).directions[0], 'what the test is about');
    const coordinator = sheetClient(people.coordinator.cookie, organisationId);
    try {
      await vi.waitFor(() => expect(coordinator.provider.synced).toBe(true));
      const { id, kind, values } = buildActivity('row-1', { directionId });
      insertRows(coordinator.doc, [
        { id, kind, values, order: must(ordersBetween(null, null, 1)[0], 'what the test is about') },
      ]);
      await vi.waitFor(() => expect(coordinator.isSaved).toBe(true));
      const before = await stands();
      const refused = await send({ kind: 'direction.remove', directionId });
      expect(refused.problem()).toMatchObject({
        code: 'structure.held',
        parameters: { title, rows: 1, organisations: 'first', figures: 0, parts: 0, people: 0 },
      });
      expect((await send({ kind: 'organisation.leave', organisationId })).problem().code).toBe(
        'structure.held',
      );
      expect(await stands()).toEqual(before);
      expect(coordinator.rows).toHaveLength(1);
    } finally {
      coordinator.stop();
    }
  });

  test('SET-9 a row that was written while its direction was being removed brings the direction back', async () => {
    const { reportId, organisationId } = town;
    const { reports } = server.storage;
    const before = await stands();
    const directionId = must(before.directions[0], 'what the test is about').id;
    const change = reports.changeStructure;
    const spy = vi.spyOn(reports, 'changeStructure').mockImplementationOnce(async (...given) => {
      const doc = new Y.Doc();
      const { id, kind, values } = buildActivity('late', { directionId });
      insertRows(doc, [
        { id, kind, values, order: must(ordersBetween(null, null, 1)[0], 'what the test is about') },
      ]);
      await server.collaboration.importUpdate(
        sheetName(reportId, organisationId),
        Y.encodeStateAsUpdate(doc),
        null,
      );
      doc.destroy();
      return change(...given);
    });
    const refused = await send({ kind: 'direction.remove', directionId });
    spy.mockRestore();
    expect(refused.problem().code).toBe('structure.held');
    expect(await stands()).toEqual(before);
  });

  test('SET-7 an organisation of the city takes part: its sheet opens, and closes when it has left', async () => {
    const { people, reportId } = town;
    const fields = {
      name: 'Відділ преси',
      shortName: 'Преса',
      kind: 'department',
      edrpou: '14360570',
    } as const;
    const added = await people.administrator.patch('/api/organisations', { kind: 'add', fields });
    const { id } = must(OrganisationAnswer.parse(added.json()).organisation, 'what the test is about');
    await send({ kind: 'organisation.join', organisationId: id });
    expect(await server.storage.reports.findSheetStatus(reportId, id)).toBe('draft');
    const coordinator = sheetClient(people.coordinator.cookie, id);
    try {
      await vi.waitFor(() => expect(coordinator.provider.synced).toBe(true));
    } finally {
      coordinator.stop();
    }
    const held = await people.administrator.patch('/api/organisations', {
      kind: 'remove',
      organisationId: id,
    });
    expect(held.problem().code).toBe('organisation.in-reports');
    expect((await send({ kind: 'organisation.leave', organisationId: id })).status).toBe(200);
    expect(await server.storage.reports.findSheetStatus(reportId, id)).toBeNull();
    await people.administrator.patch('/api/organisations', { kind: 'remove', organisationId: id });
    expect((await server.storage.organisations.list()).some((one) => one.id === id)).toBe(false);
  });

  test('SET-20 a wrong code, SET-22 an edit from another state: nothing is changed', async () => {
    const { administrator } = town.people;
    const before = await server.storage.organisations.list();
    const fields = { name: 'Преса', shortName: 'Преса', kind: 'department', edrpou: '14360571' };
    const wrong = await administrator.patch('/api/organisations', { kind: 'add', fields });
    expect(wrong.problem()).toMatchObject({ code: 'request.invalid', errors: [{ path: 'fields.edrpou' }] });
    expect(await server.storage.organisations.list()).toEqual(before);
  });
});

describe('a new report', () => {
  const request = {
    programme: {
      is: 'new',
      title: 'Програма',
      community: 'м. Приклад',
      periodStart: '2026-01-01',
      periodEnd: '2028-12-31',
    },
    year: 2026,
    title: 'Звіт за 2026 рік',
    signatoryPosition: 'Керуючий справами',
    signatoryName: '',
    from: null,
  };

  test('SET-30 an empty one of a new programme is there for the administrator; a year is taken once', async () => {
    const { administrator } = town.people;
    const created = await administrator.post('/api/reports', request);
    expect(created.status).toBe(201);
    const { reportId } = ReportCreateAnswer.parse(created.json());
    const { reports } = ReportList.parse((await administrator.get('/api/reports')).json());
    const { programme } = must(
      reports.find(({ report }) => report.id === reportId),
      'what the test is about',
    );
    expect(await stands(reportId)).toMatchObject({
      directions: [],
      sheets: [],
      programme: { title: 'Програма' },
    });
    const again = { ...request, programme: { is: 'there', programmeId: programme.id } };
    expect((await administrator.post('/api/reports', again)).problem().code).toBe('report.exists');
    const backwards = { ...request, programme: { ...request.programme, periodEnd: '2025-12-31' } };
    expect((await administrator.post('/api/reports', backwards)).problem().code).toBe('request.invalid');
    const nowhere = { ...request, from: { reportId: 'nowhere', withTexts: true, withPeople: true } };
    expect((await administrator.post('/api/reports', nowhere)).problem().code).toBe('report.unknown');
  });

  test('SET-55 next year’s report prints in the unit of the last one, unless another is asked for', async () => {
    const { administrator, coordinator } = town.people;
    const { programme } = await stands(town.reportId);
    const unitOf = async (year: number, unit?: string) => {
      const created = await administrator.post('/api/reports', {
        ...request,
        programme: { is: 'there', programmeId: programme.id },
        year,
        from: { reportId: town.reportId, withTexts: false, withPeople: false },
        ...(unit === undefined ? {} : { unit }),
      });
      return readReportUnit((await stands(ReportCreateAnswer.parse(created.json()).reportId)).report);
    };
    expect(await unitOf(2101)).toBe('uah');
    await coordinator.patch(`/api/reports/${town.reportId}/properties`, { unit: 'thousand-uah' });
    expect(await unitOf(2102)).toBe('thousand-uah');
    expect(await unitOf(2103, 'uah')).toBe('uah');
  });

  test('SET-31 next year’s has everything but the rows, and the figures of its text show itself', async () => {
    const { administrator, coordinator } = town.people;
    const { storage, collaboration } = server;
    const last = await loadExample(storage, collaboration, null);
    const old = await stands(last);
    const year = old.report.year + 1;
    const created = await administrator.post('/api/reports', {
      ...request,
      programme: { is: 'there', programmeId: old.programme.id },
      year,
      from: { reportId: last, withTexts: true, withPeople: true },
    });
    const { reportId } = ReportCreateAnswer.parse(created.json());
    const next = await stands(reportId);
    expect(next.directions).toEqual(old.directions.map((one) => ({ ...one, reportId })));
    expect(next.indicators).toEqual(old.indicators.map((one) => ({ ...one, reportId })));
    expect(next.organisations).toEqual(old.organisations);
    expect(next.responsibilities).toEqual(old.responsibilities);
    expect(next.sheets.every(({ status }) => status === 'draft')).toBe(true);

    const [before, after] = [
      must(await collaboration.readReport(last), 'what the test is about'),
      must(await collaboration.readReport(reportId), 'what the test is about'),
    ];
    expect(after.rows).toEqual([]);
    expect(after.narratives).toEqual(before.narratives);
    // Journalled like everybody's, under the one who made the report.
    const directionId = must(next.directions[0], 'what the test is about').id;
    const [entry, ...more] = await storage.journal.readAfter(narrativeName(reportId, directionId), 0);
    expect(more).toEqual([]);
    expect(entry?.userId).not.toBeNull();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, must(entry, 'what the test is about').update);
    expect(readNarrative(doc)).toEqual(before.narratives.get(directionId));
    doc.destroy();
    // Whoever has no part in the old one has none in the new one.
    expect((await coordinator.get(`/api/reports/${reportId}`)).problem().code).toBe('access.report');
  });

  test('SET-32 a report that cannot be written leaves nothing that anybody could open', async () => {
    const { administrator } = town.people;
    const last = await loadExample(server.storage, server.collaboration, null);
    const { programme } = await stands(last);
    const spy = vi.spyOn(server.storage.reports, 'create').mockRejectedValueOnce(new Error('disk'));
    const body = {
      ...request,
      programme: { is: 'there', programmeId: programme.id },
      from: { reportId: last, withTexts: true, withPeople: true },
    };
    const before = await server.storage.reports.list();
    expect((await administrator.post('/api/reports', body)).status).toBe(500);
    spy.mockRestore();
    expect(await server.storage.reports.list()).toEqual(before);
    expect((await administrator.post('/api/reports', body)).status).toBe(201);
  });
});
