import { expect, test } from 'vitest';
import { ReportStructure } from '#shared/model/structure.ts';
import type { CsvLines } from '#shared/structure/CsvLines.ts';
import { planIndicatorImport } from '#shared/structure/planIndicatorImport.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const header = [
  'Напрям',
  'Показник',
  'Форма 1',
  'Форма 2',
  'Форма 5',
  'Як додавати',
  'Частина показника',
  'Понад',
  'Код',
];
const forms = ['раз', 'рази', 'разів'];
const file = (...lines: string[][]): CsvLines => ({
  header,
  lines: lines.map((cells, index) => ({ line: index + 2, cells })),
  problems: [],
});
const line = (
  direction: string,
  title: string,
  aggregation = '',
  partOf = '',
  over = '',
  key = '',
): string[] => [direction, title, ...forms, aggregation, partOf, over, key];
const now = buildReportStructure();

test('SET-27 indicators come from a file behind those of their direction, a part above its whole too', () => {
  const csv = file(
    line('2', 'Із них онлайн', '', 'Зустрічі'),
    line('2', 'Зустрічі', 'Кількість рядків', '', '10', 'meetings'),
    line('1', 'показник  LATEST', 'latest'),
  );
  const { next, added, changed, problems } = planIndicatorImport(now, csv);
  expect(problems).toEqual([]);
  expect(ReportStructure.safeParse(next).success).toBe(true);
  expect(next.indicators.map(({ key }) => key)).toEqual([
    ...now.indicators.map(({ key }) => key),
    'iz-nykh-onlain',
    'meetings',
  ]);
  const [part, whole] = next.indicators.slice(-2);
  expect(part?.partOf).toBe(whole?.id);
  expect(whole).toMatchObject({ aggregation: 'count', overStep: 10 });
  expect([added.length, changed.map((one) => one.line)]).toEqual([2, [4]]);
  // Once imported, the same file changes nothing.
  expect(planIndicatorImport(next, csv)).toMatchObject({
    added: [],
    changed: [],
    sameCount: 3,
    problems: [],
  });
});

test.each([
  ['wrong-direction', line('9', 'А')],
  ['wrong-direction', line('2', 'А', '', '', '', 'sum')],
  ['wrong-name', line('1', '')],
  ['wrong-form', ['1', 'А', 'раз', '', 'разів', '', '', '', '']],
  ['wrong-aggregation', line('1', 'А', 'середнє')],
  ['wrong-part', line('1', 'А', '', 'Такого немає')],
  ['part-circle', line('1', 'Показник sum', '', 'Показник part', '', 'sum')],
  ['wrong-overStep', line('1', 'А', '', '', '0')],
  ['wrong-overStep', line('1', 'А', '', '', '1,5')],
  ['wrong-key', line('1', 'А', '', '', '', 'Код')],
  ['wrong-key', line('1', 'Показник sum', '', '', '', 'other')],
])('SET-27 a bad line is named: %s', (code, bad) => {
  const { problems } = planIndicatorImport(now, file(line('1', 'Добре'), bad));
  expect(problems).toMatchObject([{ line: 3, code }]);
});

test('SET-27 one indicator twice in a file', () => {
  const { problems } = planIndicatorImport(now, file(line('1', 'А'), line('1', 'а')));
  expect(problems).toMatchObject([{ line: 3, code: 'twice', value: '2' }]);
});
