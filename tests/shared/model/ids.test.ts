import { describe, expect, it } from 'vitest';
import { createId, RowId } from '#shared/model/ids.ts';

describe('ids', () => {
  it('MOD-9 a new id is 16 letters and digits that every kind of id takes', () => {
    for (let count = 0; count < 2_000; count += 1) {
      const id = createId();
      expect(id).toMatch(/^[A-Za-z0-9]{16}$/);
      expect(RowId.safeParse(id).success).toBe(true);
    }
  });

  it('MOD-9 no two are the same, and every letter comes up about as often', () => {
    const ids = Array.from({ length: 5_000 }, createId);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = Map.groupBy(ids.join(''), (letter) => letter);
    expect(counts.size).toBe(62);
    // 80 000 letters, 1 290 of each on average, deviation 36: outside these bounds once in 10^16 runs.
    for (const [letter, { length }] of counts) {
      expect(length, letter).toBeGreaterThan(1_290 - 330);
      expect(length, letter).toBeLessThan(1_290 + 330);
    }
  });

  it.each(['', 'a b', 'a/b', '../x', 'ї', 'a.b', 'a\n', '__proto__', '-a', '_a', 'x'.repeat(41), 5, null])(
    'MOD-10 refuses %j',
    (value) => {
      expect(RowId.safeParse(value).success).toBe(false);
    },
  );
});
