import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { listFigures } from '#shared/report/listFigures.ts';
import type { DirectionModel, ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import type { TextBlock } from '#shared/report/TextModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

const plain = { bold: false, italic: false, link: null };

function direction(model: ReportModel, number: number): DirectionModel {
  return must(
    model.directions.find((candidate) => candidate.number === number),
    'the direction',
  );
}

describe('readDirectionText', () => {
  const model = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));

  it('EXP-50 prints indicators, parts under their wholes, and the money of a direction without a text', () => {
    const figures = listFigures(readDirectionText(model, direction(model, 4)));
    const texts = figures.map(({ text }) => text);
    expect(texts).toContain('1717 осіб');
    expect(texts.at(-1)).toBe('390\u00A0023,56\u00A0грн');
    for (const { rows, rowCount } of figures) expect(rows).toHaveLength(rowCount);
    const [list] = readDirectionText(model, direction(model, 4));
    const whole = list?.type === 'list' ? list.items.find((item) => item.length > 1) : undefined;
    expect(whole?.[1]).toMatchObject({ type: 'list' });
  });

  it('EXP-50 says so when there are no indicators and no money', () => {
    const [sentence, money] = readDirectionText(model, direction(model, 5));
    expect(JSON.stringify(sentence?.type === 'paragraph' && sentence.content[0])).toContain(
      'Кількісних показників',
    );
    expect(money).toMatchObject({ content: [{ text: 'За цим напрямом коштів не витрачали.' }] });
  });

  it('EXP-50 counts no row that was not carried out, and takes a written text as it is', () => {
    const structure = buildReportStructure();
    const rows = [
      buildActivity('r1', { indicatorId: structure.indicators[0]?.id ?? null, quantity: 2, state: 'done' }),
      buildActivity('r2', {
        indicatorId: structure.indicators[0]?.id ?? null,
        quantity: 5,
        state: 'cancelled',
      }),
    ];
    const small = buildReportModel(buildContent(structure, rows));
    const first = direction(small, 1);
    expect(listFigures(readDirectionText(small, first))[0]).toMatchObject({
      text: '2 заходи',
      rows: [{ rowId: 'r1' }],
    });
    const blank: TextBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: '  ', ...plain }] }];
    expect(readDirectionText(small, { ...first, text: blank })[0]).toMatchObject({ type: 'list' });
    const written: TextBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'Так.', ...plain }] }];
    expect(readDirectionText(small, { ...first, text: written })).toBe(written);
  });
});
