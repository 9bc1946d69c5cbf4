import { expect, test } from 'vitest';
import { isSameContent } from '#client/comments/isSameContent.ts';
import { quoteLengthLimit } from '#shared/api/comments.ts';
import { columnSetOf, judgeRow } from '#shared/model/columns.ts';
import { readCanonicalCell } from '#shared/submission/canonicalSheet.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

test('TLK-36 a choice that is offered no more is what it was, and another one is not', () => {
  const field = 'x:choice:c1';
  const judge = (value: string) => {
    const columns = [buildColumn('c1', { kind: 'choice', options: ['так'] })];
    const row = buildActivity('a1', { [field as `x:choice:${string}`]: value });
    return readCanonicalCell(judgeRow(row, columnSetOf({ columns })), field);
  };
  expect(judge('колись')).toEqual({ unreadable: 'колись' });
  expect(isSameContent(judge('колись'), 'колись')).toBe(true);
  expect(isSameContent('колись', { unreadable: 'колись' })).toBe(true);
  expect(isSameContent(judge('колись'), 'так')).toBe(false);
  expect(isSameContent(judge('так'), { unreadable: 'колись' })).toBe(false);
});

test('TLK-36 of a long text the beginning is compared, of anything else all of it', () => {
  const long = 'а'.repeat(quoteLengthLimit);
  expect(isSameContent(`${long} і далі`, long)).toBe(true);
  expect(isSameContent(`${long} і далі`, `${long.slice(1)}б`)).toBe(false);
  expect(isSameContent('нарада друга', 'нарада')).toBe(false);
  expect(isSameContent(null, null)).toBe(true);
  expect(isSameContent(5, 5)).toBe(true);
  for (const then of [null, 6, '5', { unreadable: '5' }]) expect(isSameContent(5, then)).toBe(false);
});
