import { expect, test } from 'vitest';
import {
  buildCommentMarks,
  countComments,
  countRowComments,
  readCommentMark,
} from '#client/grid/comments/CommentMarks.ts';
import { numberColumn } from '#client/grid/fields.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { type CommentAnswer, CommentId, type ThreadAnswer, ThreadId } from '#shared/api/comments.ts';
import type { CommentPlace } from '#shared/comments/CommentPlace.ts';
import { DirectionId, UserId } from '#shared/model/ids.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const at = '2026-11-26T10:00:00.000Z';
const row = buildExpenditure('e1');
const ofRow = { table: 'expenditure', organisationId: row.organisationId, rowId: row.id } as const;
const author = { userId: UserId.parse('u1'), name: 'Олена' };

function comment(changes: Partial<CommentAnswer> = {}): CommentAnswer {
  const said = { id: CommentId.parse('c1'), author, at, editedAt: null, deletedAt: null };
  return { ...said, text: 'Текст', mentions: [], ...changes };
}

function thread(place: CommentPlace, changes: Partial<ThreadAnswer> = {}): ThreadAnswer {
  const begun = { id: ThreadId.parse('t1'), place, title: '', quote: null, at, resolved: null };
  return { ...begun, comments: [comment()], ...changes };
}

test('TLK-13 TLK-33 open comments are counted at their cell and at their row, and nothing else is', () => {
  const cell = { kind: 'cell', ...ofRow, field: 'note' } as const;
  const threads = [
    thread(cell, { comments: [comment(), comment({ deletedAt: at })] }),
    thread(cell, { comments: [comment(), comment()] }),
    thread({ kind: 'row', ...ofRow }),
    thread({ ...cell, field: 'reason' }, { resolved: { at, by: author } }),
    thread({ ...cell, field: 'fund' }, { comments: [comment({ deletedAt: at })] }),
    thread({ ...cell, table: 'activity', field: 'measure' }),
    thread({ kind: 'paragraph', directionId: DirectionId.parse('d1'), block: '1:1' }),
  ];
  const marks = buildCommentMarks(threads, 'expenditure', String);
  expect(readCommentMark(marks, row, 'note')).toBe('3');
  expect(readCommentMark(marks, row, numberColumn)).toBe('1');
  const counts = countComments(threads, 'expenditure');
  expect(countRowComments(counts, rowKey(row))).toBe(4);
  expect(countRowComments(counts, rowKey(buildExpenditure('e2')))).toBe(0);
  for (const column of ['reason', 'fund', 'measure']) expect(readCommentMark(marks, row, column)).toBeNull();
  expect(readCommentMark(marks, buildExpenditure('e2'), 'note')).toBeNull();
});
