import { describe, expect, it } from 'vitest';
import { guessColumns } from '#client/grid/import/columns/guessColumns.ts';
import { guessHeaderRow } from '#client/grid/import/columns/guessHeaderRow.ts';
import { readExamples } from '#client/grid/import/columns/readExamples.ts';
import { numberTitles, readTitles } from '#client/grid/import/columns/readTitles.ts';
import { ImportReader } from '#client/grid/import/reading/ImportReader.ts';
import { english, ukrainian } from '#client/i18n/resources.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { guessed, ignoreProgress, readFixture } from './openImport.ts';

const guess = (table: TableKind) => (titles: readonly string[]) =>
  guessColumns(titles, table, (column) => [ukrainian.grid.columns[column], english.grid.columns[column]], {
    columns: [],
  });
const targets = (table: TableKind, titles: readonly string[]) =>
  guess(table)(titles).map(({ target }) => target);

/** Titles and targets of one sheet of a file, as the dialog first shows them. */
async function guessFile(file: Blob, table: TableKind, index = 0) {
  const reader = new ImportReader();
  const book = await reader.open(file, guessed, ignoreProgress);
  const { merges, columnCount } = await reader.openSheet(index, ignoreProgress);
  const { rows } = must(book.sheets[index], 'the sheet');
  const { headerRow, score } = guessHeaderRow(rows, merges, guess(table));
  const titles = readTitles(rows, headerRow, columnCount, merges);
  return { headerRow, score, titles: numberTitles(titles), guesses: guess(table)(titles) };
}

describe('columns', () => {
  it.each<[TableKind, string[], (string | null)[]]>([
    [
      'expenditure',
      [
        '№ з/п',
        'Напрям програми',
        'Найменування заходу',
        'Джерела фінансування',
        'Код КПКВК',
        'КЕКВ',
        'Заплановано на 2020 рік, грн',
        'Касові видатки за 2020 рік',
        'Підстава',
        'Причина відхилення',
        'Примітки',
        'Телефон',
      ],
      [
        null,
        'directionId',
        'measure',
        'fund',
        'kpkvk',
        'kekv',
        'plannedMinor',
        'actualMinor',
        'document',
        'reason',
        'note',
        null,
      ],
    ],
    [
      'activity',
      [
        'Відповідальний виконавець',
        'Показник',
        'Зміст',
        'К-сть',
        'Дата проведення',
        'Форма',
        'Стан виконання',
        'Посилання на сторінку',
      ],
      ['organisation', 'indicatorId', 'content', 'quantity', 'period', 'form', 'state', 'link'],
    ],
    [
      'expenditure',
      ['Direction', 'Measure', 'Plan, UAH', 'Fact', 'Notes'],
      ['directionId', 'measure', 'plannedMinor', 'actualMinor', 'note'],
    ],
    ['expenditure', ['ПЛАН (ТИС. ГРН)', '  факт,\nтис.грн '], ['plannedMinor', 'actualMinor']],
    ['expenditure', ['Пошта', '', 'А'], [null, null, null]],
  ])('IMP-13 of %s are known by %j', (table, titles, expected) => {
    expect(targets(table, titles)).toEqual(expected);
  });

  it('IMP-13 in thousands or millions of hryvnias are told by their titles', () => {
    const titles = ['План, тис. грн', 'Факт, млн грн', 'Примітка'];
    expect(guess('expenditure')(titles).map(({ thousands }) => thousands)).toEqual([3, 6, 0]);
  });

  it.each(['uk', 'en'] as const)('IMP-13 are known by every title of the grid: %s', (language) => {
    const titles = (language === 'uk' ? ukrainian : english).grid.columns;
    for (const table of ['activity', 'expenditure'] as const) {
      const columns = guess(table)(Object.values(titles)).flatMap(({ target }) => target ?? []);
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns).toContain('organisation');
      expect(columns.length).toBeGreaterThanOrEqual(11);
    }
  });

  it('IMP-14 of one name are both shown, and the first is taken', () => {
    expect(targets('expenditure', ['Примітка', 'Захід', 'Примітка'])).toEqual(['note', 'measure', null]);
    expect(numberTitles(['Примітка', '', 'Примітка', 'Захід', 'Примітка'])).toEqual([
      'Примітка',
      'B',
      'Примітка (2)',
      'Захід',
      'Примітка (3)',
    ]);
  });

  it.each(['activity', 'expenditure'] as const)(
    'IMP-13 of our own exports are all known, in each format: %s',
    async (table) => {
      const model = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
      const files: [Blob, number][] = [
        [new Blob([await writeReportXlsx(model, { isDraft: false })]), table === 'activity' ? 0 : 1],
        [new Blob([writeTableCsv(model, table, 'standard', { isDraft: false })]), 0],
        [new Blob([writeTableCsv(model, table, 'excel', { isDraft: false })]), 0],
      ];
      const fields = Object.keys(
        must(model[table === 'activity' ? 'activities' : 'expenditures'][0], 'a line').values,
      );
      for (const [file, sheet] of files) {
        const { guesses, titles } = await guessFile(file, table, sheet);
        const found = guesses.flatMap(({ target }) => target ?? []);
        expect(found.sort()).toEqual(
          [...fields, 'organisation', 'rowId', 'organisationId', 'fingerprint', 'directionNumber'].sort(),
        );
        const rest = titles.filter((_, place) => guesses[place]?.target === null);
        const unexplained = titles.filter(
          (_, place) => guesses[place]?.target === null && !guesses[place]?.isService,
        );
        expect(unexplained).toEqual(
          sheet === 0 && rest.includes('№') ? ['№'] : rest.includes('№') ? ['№'] : [],
        );
      }
    },
  );
});

describe('the header', () => {
  it('IMP-12 is found below titles, and above the numbers of the columns', async () => {
    const { headerRow, guesses, titles } = await guessFile(await readFixture('vydatky.xlsx'), 'expenditure');
    expect(headerRow).toBe(3);
    expect(titles.slice(8)).toEqual(['Примітка', 'Примітка (2)', 'Службове']);
    expect(guesses.map(({ target }) => target)).toEqual([
      null,
      'directionId',
      'measure',
      'fund',
      'kpkvk',
      'kekv',
      'plannedMinor',
      'actualMinor',
      'note',
      null,
      null,
    ]);
  });

  const row = (number: number, texts: string[]) => ({ number, isHidden: false, texts });

  it('IMP-12 of two lines is read with the upper one, where cells are merged', () => {
    const rows = [
      row(1, ['Додаток 2', '', '', '']),
      row(2, ['Захід', 'Обсяг фінансування, тис. грн', '', 'Примітка']),
      row(3, ['', 'план', 'факт', '']),
      row(4, ['Папір', '1', '2', '']),
    ];
    const merges = [
      { top: 1, bottom: 1, left: 0, right: 3 },
      { top: 2, bottom: 3, left: 0, right: 0 },
      { top: 2, bottom: 2, left: 1, right: 2 },
      { top: 2, bottom: 3, left: 3, right: 3 },
    ];
    const { headerRow } = guessHeaderRow(rows, merges, guess('expenditure'));
    expect(headerRow).toBe(3);
    const titles = readTitles(rows, headerRow, 4, merges);
    expect(titles).toEqual([
      'Захід',
      'Обсяг фінансування, тис. грн: план',
      'Обсяг фінансування, тис. грн: факт',
      'Примітка',
    ]);
    expect(guess('expenditure')(titles)).toEqual([
      { target: 'measure', isService: false, thousands: 0 },
      { target: 'plannedMinor', isService: false, thousands: 3 },
      { target: 'actualMinor', isService: false, thousands: 3 },
      { target: 'note', isService: false, thousands: 0 },
    ]);
  });

  it('IMP-12 is the first wide row when no title is known', () => {
    const rows = [row(1, ['Звіт']), row(3, ['а', 'б', 'в']), row(4, ['1', '2', '3'])];
    expect(guessHeaderRow(rows, [], guess('activity'))).toEqual({ headerRow: 3, score: 0 });
    expect(guessHeaderRow([], [], guess('activity'))).toEqual({ headerRow: 0, score: 0 });
  });

  it('IMP-11 has examples of data under it, and none of the numbers of the columns or of a total', () => {
    const rows = [
      row(1, ['№', 'Захід', 'План']),
      row(2, ['1', '2', '3']),
      row(3, ['1', 'Толока', '2 700,50']),
      row(4, ['', 'Усього', '2 700,50']),
      row(5, ['2', '', '12']),
    ];
    expect([0, 1, 2].map((column) => readExamples(rows, 1, column))).toEqual([
      ['1', '2'],
      ['Толока'],
      ['2 700,50', '12'],
    ]);
  });
});
