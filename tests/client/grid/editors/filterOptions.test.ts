import { expect, test } from 'vitest';
import { filterOptions } from '#client/grid/editors/filterOptions.ts';

const choices = ['1. Сприяння депутатам', '2. Навчання', '10. Інші навчання', '3. Органи самоврядування'].map(
  (label, index) => ({ value: `v${index}`, label }),
);
const labels = (typed: string) => filterOptions(choices, typed, 'порожньо').options.map(({ label }) => label);

test('GRD-106 without letters all choices stand after the empty value', () => {
  expect(labels(' ')).toEqual(['порожньо', ...choices.map(({ label }) => label)]);
});

test('GRD-106 what begins with the letters comes before words that do, and those before the rest', () => {
  expect(labels('навч')).toEqual(['2. Навчання', '10. Інші навчання']);
  expect(labels('са')).toEqual(['3. Органи самоврядування']);
  expect(labels('ання')).toEqual(['2. Навчання', '10. Інші навчання', '3. Органи самоврядування']);
  expect(labels('1')).toEqual(['1. Сприяння депутатам', '10. Інші навчання']);
  expect(labels('НАВЧ')).toEqual(labels('навч'));
  expect(labels('щось інше')).toEqual([]);
});

test('GRD-106 groups stay together, and the best one among them is pointed at', () => {
  const grouped = choices.map((choice, index) => ({ ...choice, group: index < 2 ? 'а' : 'б' }));
  const { options, best } = filterOptions(grouped, 'ін', 'порожньо');
  expect(options[best]?.label).toBe('10. Інші навчання');
  const all = filterOptions(grouped, 'ання', 'порожньо');
  expect(all.options.map(({ group }) => group)).toEqual(['а', 'б', 'б']);
});
