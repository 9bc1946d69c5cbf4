import { describe, expect, test } from 'vitest';
import { exportReport } from '#server/export/exportReport.ts';
import { refuseUnfinished } from '#server/export/refuseUnfinished.ts';
import { listPersonalData } from '#server/tools/listPersonalData.ts';
import { listFilesOf } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { plainMarks } from '#tests/support/buildTextModel.ts';

const structure = buildReportStructure();

function buildText(indicatorId: string): Narrative {
  const spec = {
    kind: 'indicator',
    indicatorId: IndicatorId.parse(indicatorId),
    aggregation: null,
    filter: {},
    format: 'count',
    step: null,
    case: 'nominative',
    gender: 'masculine',
  } as const;
  return [{ type: 'paragraph', content: [{ type: 'figure', spec, ...plainMarks }] }];
}

describe('what a final file must pass on the command line', () => {
  test('EXP-61 a figure whose source is gone refuses it', () => {
    const d1 = DirectionId.parse('d1');
    const rows = [
      buildActivity('r1', { directionId: d1, indicatorId: IndicatorId.parse('sum'), quantity: 3 }),
    ];
    const check = (indicator: string) =>
      refuseUnfinished(
        buildReportModel(buildContent(structure, rows, new Map([[d1, buildText(indicator)]]))),
      );
    expect(() => check('gone')).toThrow('export.blocked');
    expect(() => check('sum')).not.toThrow();
  });

  test.each(Object.keys(exportFormats) as ExportFormat[])(
    'EXP-24 EXP-53 such a figure refuses a final %s, and no draft',
    async (format) => {
      const file = must(listFilesOf(format)[0], 'a file of the format');
      const content = buildContent(structure, [], new Map([[DirectionId.parse('d1'), buildText('gone')]]));
      await expect(exportReport({ ...content, ...file, isDraft: false })).rejects.toMatchObject({
        code: 'export.blocked',
      });
      expect((await exportReport({ ...content, ...file, isDraft: true })).length).toBeGreaterThan(100);
    },
  );

  test('EXP-61 what looks like personal data is listed with its place', async () => {
    const rows = [buildActivity('r1', { note: 'лист на olena@kr.gov.ua' })];
    const [line, ...others] = await listPersonalData(buildContent(structure, rows));
    expect(JSON.parse(line ?? '')).toMatchObject({
      quote: 'olena@kr.gov.ua',
      place: { rowId: 'r1', field: 'note' },
    });
    expect(others).toEqual([]);
  });
});
