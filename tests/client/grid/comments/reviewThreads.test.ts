import { expect, test } from 'vitest';
import { findNextThread, listReviewThreads } from '#client/comments/reviewThreads.ts';
import { type ThreadAnswer, ThreadId } from '#shared/api/comments.ts';
import type { CommentPlace } from '#shared/comments/CommentPlace.ts';
import { DirectionId, OrganisationId, UserId } from '#shared/model/ids.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const row = buildExpenditure('e1');
const { organisationId } = row;
const place = { kind: 'row', table: 'expenditure', organisationId, rowId: row.id } as const;
const submitted = '2026-11-26T10:00:00.000Z';
const later = '2026-11-26T11:00:00.000Z';

function thread(id: string, changes: Partial<ThreadAnswer> = {}): ThreadAnswer {
  return {
    id: ThreadId.parse(id),
    place,
    title: '',
    quote: null,
    at: later,
    resolved: null,
    comments: [],
    ...changes,
  };
}

test('TLK-15 what was said at a review are open threads about the rows of the sheet since it was submitted', () => {
  const elsewhere: CommentPlace = { ...place, organisationId: OrganisationId.parse('other') };
  const inText: CommentPlace = { kind: 'paragraph', directionId: DirectionId.parse('d1'), block: '1:1' };
  const resolved = { at: later, by: { userId: UserId.parse('u1'), name: null } };
  const threads = [
    thread('late', { at: '2026-11-26T12:00:00.000Z' }),
    thread('early', { at: submitted }),
    thread('before', { at: '2026-11-26T09:59:59.999Z' }),
    thread('done', { resolved }),
    thread('other', { place: elsewhere }),
    thread('text', { place: inText }),
  ];
  expect(listReviewThreads(threads, organisationId, submitted).map(({ id }) => id)).toEqual([
    'early',
    'late',
  ]);
  expect(listReviewThreads(threads, organisationId, null)).toEqual([]);
});

test('TLK-15 one is led from each to the next, and round', () => {
  const review = [thread('a'), thread('b')];
  const next = (last: string | null) => findNextThread(review, last === null ? null : ThreadId.parse(last));
  expect(next(null)).toMatchObject({ number: 1, thread: { id: 'a' } });
  expect(next('a')).toMatchObject({ number: 2, thread: { id: 'b' } });
  expect(next('b')).toMatchObject({ number: 1, thread: { id: 'a' } });
  expect(next('resolved')).toMatchObject({ number: 1, thread: { id: 'a' } });
  expect(findNextThread([], null)).toBeNull();
});
