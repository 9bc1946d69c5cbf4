import { expect, test } from 'vitest';
import { moveInOrder } from '#client/structure/moveInOrder.ts';

test('SET-3 one moves a place up or down, and nowhere from the end', () => {
  expect(moveInOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moveInOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moveInOrder(['a', 'b', 'c'], 'a', -1)).toBeUndefined();
  expect(moveInOrder(['a', 'b', 'c'], 'c', 1)).toBeUndefined();
  expect(moveInOrder(['a'], 'x', 1)).toBeUndefined();
});
