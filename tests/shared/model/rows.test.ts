import { describe, expect, it } from 'vitest';
import {
  activityFieldNames,
  activityFields,
  buildEmptyValues,
  compareRows,
  expenditureFieldNames,
  expenditureFields,
} from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const fields = { ...activityFields, ...expenditureFields };
type FieldName = keyof typeof fields;
const accepts = (field: FieldName, value: unknown) => fields[field].safeParse(value).success;

describe('the fields of rows', () => {
  it('MOD-3 every field may be empty, and none undefined', () => {
    for (const field of Object.keys(fields) as FieldName[]) {
      expect(accepts(field, null), field).toBe(true);
      expect(accepts(field, undefined), field).toBe(false);
    }
  });

  it('MOD-4 their names and their order are kept for ever; new ones come last', () => {
    expect(activityFieldNames).toEqual([
      'directionId',
      'indicatorId',
      'content',
      'period',
      'quantity',
      'form',
      'state',
      'reason',
      'note',
      'link',
    ]);
    expect(expenditureFieldNames).toEqual([
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
    ]);
  });

  it.each<[FieldName, unknown]>([
    ['quantity', 0],
    ['quantity', 1_000_000_000],
    ['plannedMinor', 0],
    ['actualMinor', maxAmountMinor],
    ['content', ''],
    ['content', 'х'.repeat(10_000)],
    ['fund', 'general'],
    ['form', 'mixed'],
    ['state', 'postponed'],
    ['kpkvk', 'не код, а текст'],
    ['link', 'https://example.org/протокол?a=1'],
    ['link', 'http://10.0.0.1:8080/x'],
  ])('MOD-5 %s takes %j', (field, value) => {
    expect(accepts(field, value)).toBe(true);
  });

  it.each<[FieldName, unknown]>([
    ['quantity', -1],
    ['quantity', 1.5],
    ['quantity', '5'],
    ['quantity', 1_000_000_001],
    ['quantity', Number.NaN],
    ['quantity', Number.POSITIVE_INFINITY],
    ['plannedMinor', -1],
    ['plannedMinor', 0.5],
    ['plannedMinor', maxAmountMinor + 1],
    ['actualMinor', 2 ** 53],
    ['actualMinor', '100'],
    ['content', 5],
    ['content', 'х'.repeat(10_001)],
    ['content', ['a']],
    ['fund', 'General'],
    ['fund', 'constructor'],
    ['form', ''],
    ['state', 'doing'],
    ['period', '2020-02-30'],
    ['directionId', 'a/b'],
    ['directionId', '__proto__'],
    ['indicatorId', ''],
    ['link', 'javascript:alert(1)'],
    ['link', 'data:text/html,x'],
    ['link', 'ftp://example.org'],
    ['link', 'example.org'],
    ['link', `https://example.org/${'x'.repeat(2_000)}`],
  ])('MOD-6 %s does not take %j', (field, value) => {
    expect(accepts(field, value)).toBe(false);
  });

  it('MOD-6 a quantity is no bigint', () => {
    expect(accepts('quantity', 5n)).toBe(false);
  });

  it('MOD-7 empty values are null in every field, and nobody’s but the asker’s', () => {
    const first = buildEmptyValues('activity');
    expect(Object.values(first).every((value) => value === null)).toBe(true);
    expect(Object.keys(first)).toEqual(activityFieldNames);
    first.content = 'змінено';
    expect(buildEmptyValues('activity').content).toBeNull();
    expect(Object.keys(buildEmptyValues('expenditure'))).toEqual(expenditureFieldNames);
  });

  it('MOD-8 rows stand by index, and by id where the index is the same', () => {
    const at = (order: string, id: string) => ({ ...buildActivity(id), order });
    const rows = [at('a1', 'r2'), at('a0', 'r9'), at('a1', 'r1'), at('Zz', 'r3')];
    expect(rows.toSorted(compareRows).map(({ id }) => id)).toEqual(['r3', 'r9', 'r1', 'r2']);
    expect(compareRows(at('a', 'r1'), { ...buildExpenditure('r1'), order: 'a' })).toBe(0);
  });
});
