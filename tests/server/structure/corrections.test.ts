import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyPackage } from '#server/finalising/verifyPackage.ts';
import { ReportAnswer, TotalsAnswer } from '#shared/api/contract.ts';
import { ReportCreateAnswer } from '#shared/api/structure.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { Manifest } from '#shared/finalising/manifest.ts';
import type { CorrectionFields } from '#shared/model/correction.ts';
import { must } from '#shared/must.ts';
import { FinalTown } from '#tests/server/finalising/FinalTown.ts';
import { buildMoneySubject } from '#tests/support/buildCorrection.ts';
import type { PersonName } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';

let here: FinalTown;

beforeEach(async () => {
  here = await FinalTown.start();
});
afterEach(() => here.stop());

const stands = async () =>
  must(await here.town.server.storage.reports.findStructure(here.reportId), 'the report');
const edit = (body: unknown, who: PersonName = 'coordinator') =>
  here.town.person(who).patch(here.path('/structure'), body);
const buildFields = async (): Promise<CorrectionFields> => ({
  directionId: must((await stands()).directions[0], 'the direction').id,
  subject: buildMoneySubject({ fund: 'general', plannedMinor: -7_580_00, actualMinor: -7_580_01 }),
  reason: 'Один договір унесли двоє',
  organisationIds: [],
});
const correct = async () => {
  const answer = await edit({ kind: 'correction.add', fields: await buildFields() });
  expect(answer.status).toBe(200);
  return must(ReportAnswer.parse(answer.json()).corrections[0], 'the correction');
};

describe('corrections over HTTP', () => {
  test('COR-8 who manages the report makes them, everybody is told and reads them, nobody else may', async () => {
    const { reportId, organisationId, people } = here.town.town;
    const viewer = new SheetClient({
      url: here.town.server.url.replace('http', 'ws'),
      cookie: people.viewer.cookie,
      documentName: sheetName(reportId, organisationId),
      organisationId,
      origin: here.town.server.url,
    });
    try {
      await vi.waitFor(() => expect(viewer.provider.synced).toBe(true));
      const fields = await buildFields();
      for (const who of ['editor', 'viewer', 'stranger', 'editorElsewhere', 'anonymous'] as const) {
        const { status } = await edit({ kind: 'correction.add', fields }, who);
        expect([who, [401, 403, 404].includes(status)]).toEqual([who, true]);
      }
      expect((await stands()).corrections).toEqual([]);
      const correction = await correct();
      const told = { type: 'structure-changed', reportId };
      await vi.waitFor(() => expect(viewer.messages).toContainEqual(told));
      expect(correction).toMatchObject({ ...fields, madeBy: { name: 'coordinator' } });
      const totals = TotalsAnswer.parse((await here.get('viewer', '/totals')).json());
      expect(totals.grand).toEqual({ plannedMinor: '4010000', actualMinor: '4009999', rowCount: 3 });
      const two = ['a', 'b'].map((reason) =>
        edit({
          kind: 'correction.change',
          correctionId: correction.id,
          from: fields,
          to: { ...fields, reason },
        }),
      );
      expect((await Promise.all(two)).map(({ status }) => status).sort()).toEqual([200, 409]);
      const nothing = { ...fields, subject: buildMoneySubject() };
      expect((await edit({ kind: 'correction.add', fields: nothing })).status).toBe(400);
      expect((await stands()).corrections).toHaveLength(1);
    } finally {
      viewer.stop();
    }
  });

  test('COR-9 a report made after another has none of its corrections', async () => {
    await correct();
    const { programmeId } = (await stands()).report;
    const answer = await here.town.person('administrator').post('/api/reports', {
      programme: { is: 'there', programmeId },
      year: 2023,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      from: { reportId: here.reportId, withTexts: true, withPlan: true, withPeople: true },
    });
    const { reportId } = ReportCreateAnswer.parse(answer.json());
    const next = await here.town.server.storage.reports.findStructure(reportId);
    expect([next?.directions.length, next?.corrections]).toEqual([1, []]);
  });

  test('COR-7 COR-10 a closed report takes none, and its package says what of the totals they are', async () => {
    const { id, ...correction } = await correct();
    await here.finalise();
    const refused = await edit({ kind: 'correction.remove', correctionId: id, from: correction });
    expect(refused.problem().code).toBe('access.finalised');
    const archive = await here.download('viewer', here.path('/versions/1/package.zip'));
    const files = new Map(Object.entries(unzipSync(archive)));
    const { manifest, problems } = verifyPackage(files);
    expect(problems).toEqual([]);
    expect(must(manifest, 'the manifest').totals).toEqual({
      plannedMinor: '4010000',
      actualMinor: '4009999',
      expenditures: 3,
      corrections: { plannedMinor: '-758000', actualMinor: '-758001', expenditures: 1 },
    });
    const text = new TextDecoder().decode(files.get('manifest.json'));
    const forged = Manifest.parse(JSON.parse(text.replace('"-758001"', '"-758002"')));
    const other = new Map(files).set('manifest.json', new TextEncoder().encode(JSON.stringify(forged)));
    expect(verifyPackage(other).problems.map(({ file, problem }) => [file, problem])).toEqual(
      expect.arrayContaining([
        ['sheets/', 'totals-differ'],
        [expect.stringMatching(/expenditures\.csv$/), 'totals-differ'],
      ]),
    );
  });
});
