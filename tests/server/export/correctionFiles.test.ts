import { expect, test } from 'vitest';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { readZipBytes } from '#server/export/gate/readZip.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { computeFooting } from '#shared/footing/computeFooting.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import {
  buildIndicatorFigure,
  buildMoneyFigure,
  buildPercentFigure,
  buildTableFigure,
} from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const d1 = DirectionId.parse('d1');
const rows = [
  buildActivity('r1', {
    directionId: d1,
    indicatorId: IndicatorId.parse('sum'),
    quantity: 40,
    content: 'Прийом',
  }),
  buildActivity('r2', { directionId: d1, indicatorId: IndicatorId.parse('count'), content: 'Нарада' }, 'o2'),
  buildActivity('r3', { directionId: d1, indicatorId: IndicatorId.parse('count'), content: 'Нарада' }),
  buildExpenditure('r4', {
    directionId: d1,
    fund: 'general',
    kpkvk: '0210180',
    plannedMinor: 100_000,
    actualMinor: 90_050,
  }),
];
const corrections = [
  buildCorrection('c1'),
  buildCorrection('c2', {
    subject: { of: 'indicator', indicatorId: IndicatorId.parse('count'), quantity: -1 },
  }),
  buildCorrection('c3', {
    reason: 'Один договір унесли двоє',
    subject: buildMoneySubject({
      fund: 'general',
      kpkvk: '0210180',
      plannedMinor: -5_001,
      actualMinor: -10_003,
    }),
  }),
  // More than there is: a finding, and no file falls for it.
  buildCorrection('c4', {
    directionId: DirectionId.parse('d2'),
    subject: buildMoneySubject({ plannedMinor: 3, actualMinor: -200_000 }),
  }),
  buildCorrection('c5', {
    directionId: DirectionId.parse('d3'),
    subject: buildMoneySubject({ plannedMinor: -3, actualMinor: 7 }),
  }),
];
const specs = [
  buildIndicatorFigure('sum'),
  buildIndicatorFigure('count', { format: 'words' }),
  buildMoneyFigure(),
  buildMoneyFigure({ sum: 'deviation', format: 'thousands' }),
  buildPercentFigure({ directionId: DirectionId.parse('d2') }),
];
const text: Narrative = [
  {
    type: 'paragraph',
    content: specs.flatMap((spec) => [
      { type: 'text' as const, text: ' Разом ', bold: false, italic: false, link: null },
      { type: 'figure' as const, spec, bold: false, italic: false, link: null },
    ]),
  },
  { type: 'rows', spec: buildTableFigure({ table: 'expenditure' }) },
  { type: 'rows', spec: buildTableFigure() },
];
const build = (all = corrections) =>
  buildReportModel(
    buildContent({ ...buildReportStructure(), corrections: all }, rows, new Map([[d1, text]])),
  );
const options = { isDraft: false, onProgress: () => undefined };

test('EXP-79 every number of a corrected report foots with its rows and corrections, summed anew', () => {
  const model = build();
  expect(computeFooting(model).filter(({ isEqual }) => !isEqual)).toEqual([]);
  expect(model.totals.indicators.map(({ key, value }) => [key, value])).toContainEqual(['sum', 28]);
  expect(model.totals.indicators.map(({ key, value }) => [key, value])).toContainEqual(['count', 1]);
  expect(model.organisations.at(-1)).toMatchObject({ shortName: 'Коригування', kind: null });
  expect(model.totals.grand.actualMinor).toBe(90_050n - 10_003n - 200_000n + 7n);
  expect(model.directions.map(({ activityCount }) => activityCount)).toEqual([3, 0, 0]);
  const wrong = build();
  wrong.activities = wrong.activities.filter(({ rowId }) => rowId !== 'c1');
  expect(computeFooting(wrong).find(({ subject }) => subject === 'indicators')?.isEqual).toBe(false);
});

test('EXP-80 every file has each correction as a line of its own, and foots', async () => {
  const checks = await checkAllFiles(build(), () => undefined);
  expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
  expect(checks.length).toBeGreaterThan(5);
});

test('EXP-80 a file that lacks a correction, or has another, is refused, whatever the format', async () => {
  for (const format of ['xlsx', 'docx', 'pdf', 'html', 'markdown', 'open-data'] as const) {
    for (const other of [
      corrections.slice(1),
      [
        buildCorrection('c1', {
          subject: { of: 'indicator', indicatorId: IndicatorId.parse('sum'), quantity: -11 },
        }),
        ...corrections.slice(1),
      ],
    ]) {
      const bytes = await writeExportFile(build(other), { format }, options);
      expect((await checkFile(build(), { format }, { name: 'файл', bytes })).differing).toBeGreaterThan(0);
    }
  }
});

test('EXP-81 open data tells a correction from a row, and a report without any has files as before', async () => {
  const read = async (all: typeof corrections) => {
    const files = readZipBytes(await writeExportFile(build(all), { format: 'open-data' }, options));
    const table = (path: string) => new TextDecoder().decode(must(files.get(path), path));
    return { activities: table('data/activities.csv'), expenditures: table('data/expenditures.csv') };
  };
  const corrected = await read(corrections);
  expect(corrected.activities.split('\r\n')[0]).toMatch(/,record$/);
  expect(corrected.activities.match(/,correction\r\n/g)).toHaveLength(2);
  expect(corrected.expenditures.match(/,correction\r\n/g)).toHaveLength(3);
  expect(corrected.expenditures).toContain('-100.03');
  const plain = await read([]);
  expect(plain.activities + plain.expenditures).not.toMatch(/record|correction/);
});
