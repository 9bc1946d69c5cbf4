import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { createEvaluator } from '#server/export/gate/xlsx/evaluateFormula.ts';
import { readWorkbook, type XlsxSheet } from '#server/export/gate/xlsx/readWorkbook.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { DirectionId, IndicatorId, RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { plainMarks } from '#tests/support/buildTextModel.ts';

const directionId = DirectionId.parse('d1');
const indicatorId = IndicatorId.parse('sum');

async function readSheet(model: ReportModel, name: string) {
  const { sheets, files } = readWorkbook(await writeReportXlsx(model, { isDraft: false }));
  return { sheet: must(sheets.get(name), name), sheets, files };
}

/** The cells of a row, by the text in one of them. */
function findRows({ cells }: XlsxSheet, column: string, text: string): Map<string, unknown>[] {
  const rows = [...cells].flatMap(([address, { value }]) =>
    value === text && address.startsWith(column) ? [address.slice(column.length)] : [],
  );
  return rows.map(
    (row) => new Map([...'ABCDEFG'].map((letter) => [letter, cells.get(`${letter}${row}`)?.value ?? null])),
  );
}

describe('sheets of the workbook', () => {
  it('EXP-25 «Показники» foots in outline groups, each number a formula over the rows', async () => {
    const rows = [
      buildActivity('r1', { directionId, indicatorId, quantity: 5 }, 'o1'),
      buildActivity('r2', { directionId, indicatorId, quantity: 7 }, 'o2'),
      buildActivity('r3', { directionId, indicatorId, quantity: 70, state: 'cancelled' }, 'o2'),
      buildActivity('r4', { directionId, indicatorId: IndicatorId.parse('part'), quantity: 4 }, 'o2'),
      buildActivity('r5', { directionId, indicatorId: IndicatorId.parse('latest'), quantity: 9 }, 'o3'),
    ];
    const model = buildReportModel(buildContent(buildReportStructure(), rows));
    const { sheet, sheets } = await readSheet(model, 'Показники');
    const written = [...sheet.cells].flatMap(([address, { value, formula }]) =>
      address.startsWith('E') && typeof value === 'number' ? [{ address, value, formula }] : [],
    );
    expect(written.map(({ value }) => value)).toEqual([12, 5, 7, 4, 4, 9, 9, 0, 0]);
    const { cellValue } = createEvaluator(sheets);
    for (const { address, value, formula } of written) {
      expect(formula === null || cellValue('Показники', address) === value).toBe(true);
    }
    expect(written.filter(({ formula }) => formula === null).map(({ value }) => value)).toEqual([9, 9, 0]);
    const levels = [...sheet.xml.matchAll(/<row r="(\d+)"([^>]*)>/g)]
      .filter(([, row]) => written.some(({ address }) => address === `E${row}`))
      .map(([, , attributes = '']) => Number(/outlineLevel="(\d)"/.exec(attributes)?.[1] ?? 0));
    expect(levels).toEqual([0, 1, 1, 1, 2, 0, 1, 0, 0]);
    expect(findRows(sheet, 'B', 'Показник sum')[0]?.get('F')).toBe('12 заходів');
  });

  it('EXP-26 «Зауваження» names what is wrong and leads to its cell', async () => {
    const rows = [
      buildActivity('r1', { directionId, indicatorId, period: '2019-05-01' }, 'o1'),
      buildExpenditure('r2', { directionId, plannedMinor: 100, actualMinor: 90, measure: 'а' }, 'o2'),
      buildExpenditure('r3', { directionId, plannedMinor: 100, actualMinor: 100, kpkvk: '=12' }, 'o3'),
    ];
    const plain = buildReportModel(buildContent(buildReportStructure(), rows));
    expect(plain.findings.some(({ place }) => place.in === 'row' && place.rowId === RowId.parse('r2'))).toBe(
      true,
    );
    const { sheet, sheets, files } = await readSheet(plain, 'Зауваження');
    const [reason] = findRows(
      sheet,
      'D',
      `Видатки, ${addressOf(sheets, 'Видатки', 'Причина відхилення', 'r2')}`,
    );
    expect(reason?.get('B')).toBe('Помилка');
    expect(reason?.get('C')).toBe('o2');
    expect(reason?.get('E')).toContain('Поясніть відхилення');
    const relations = [...files].filter(([name]) => name.includes('worksheets/_rels')).map(([, xml]) => xml);
    const targets = [...relations.join('').matchAll(/Target="([^"]*)"/g)].map(([, target = '']) => target);
    expect(targets.map((target) => target.replaceAll('&apos;', "'"))).toContain(
      `#'Видатки'!${addressOf(sheets, 'Видатки', 'Причина відхилення', 'r2')}`,
    );
    expect(sheet.xml).toMatch(/ySplit="\d+"[^>]* state="frozen"/);
    expect(sheet.xml).toContain('orientation="landscape"');
  });

  it('EXP-26 what blocks a final file stands first, and a report without findings says so', async () => {
    const spec = {
      kind: 'indicator',
      indicatorId: IndicatorId.parse('gone'),
      aggregation: null,
      filter: {},
      format: 'count',
      step: null,
      case: 'nominative',
      gender: 'masculine',
    } as const;
    const text: Narrative = [{ type: 'paragraph', content: [{ type: 'figure', spec, ...plainMarks }] }];
    const rows = [buildExpenditure('r2', { directionId, plannedMinor: 1, actualMinor: 2 })];
    const model = buildReportModel(
      buildContent(buildReportStructure(), rows, new Map([[directionId, text]])),
    );
    expect(model.findings.map(({ severity }) => severity)).toEqual(['blocks', 'error', 'warning', 'warning']);
    const { sheet } = await readSheet(model, 'Зауваження');
    expect(findRows(sheet, 'D', 'Текст, напрям 1')[0]?.get('B')).toBe('Не дає сформувати остаточний файл');
    const nothing = await readSheet({ ...model, findings: [] }, 'Зауваження');
    expect(findRows(nothing.sheet, 'B', 'Зауважень немає')).toHaveLength(1);
  });

  it('EXP-26 the example has none but of what nobody has written yet', () => {
    const { findings } = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
    expect(findings.filter(({ place }) => place.in !== 'text')).toEqual([]);
  });
});

/** The cell of a row, by the header of its column and the id of the row. */
function addressOf(
  sheets: ReadonlyMap<string, XlsxSheet>,
  name: string,
  header: string,
  rowId: string,
): string {
  const { cells } = must(sheets.get(name), name);
  const find = (text: string) =>
    must(
      [...cells].find(([, { value }]) => value === text),
      text,
    )[0];
  return find(header).replace(/\d+/, '') + find(rowId).replace(/\D+/, '');
}
