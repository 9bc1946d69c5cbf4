import { expect, it } from 'vitest';
import { refuseUnfinished } from '#server/export/refuseUnfinished.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { TextBlock } from '#shared/report/TextModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildFigureModel, cell, figure, list, paragraph, withText } from '#tests/support/buildText.ts';

const empty = buildReportModel(buildContent(buildReportStructure(), []));
const broken = paragraph('Усього ', figure('[показник вилучено]', 'indicator-gone'));

it.each<[string, TextBlock]>([
  ['a paragraph', broken],
  ['a list in a quote', { type: 'quote', content: [list(false, [paragraph('так')], [broken])] }],
  ['a table', { type: 'table', rows: [{ cells: [cell('', { content: [broken] })] }] }],
  [
    'a table of rows',
    { type: 'rows', figure: buildFigureModel('[показник вилучено]', 'unreadable'), table: { kind: 'none' } },
  ],
])('EXP-34 a final file is refused for a figure in %s, with its direction', (_, block) => {
  expect(() => refuseUnfinished(withText(empty, [block]))).toThrow(
    expect.objectContaining({
      code: 'export.blocked',
      parameters: expect.objectContaining({ direction: '1', count: 1 }),
    }),
  );
});

it('EXP-34 a figure over no rows, or a share of nothing, refuses nothing', () => {
  const text = [paragraph(figure('0 заходів', 'no-rows'), figure('—', 'nothing-planned'), figure('1 захід'))];
  expect(() => refuseUnfinished(withText(empty, text))).not.toThrow();
});
