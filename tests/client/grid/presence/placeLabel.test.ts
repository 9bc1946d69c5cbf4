import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabel } from '#client/grid/presence/placeLabel.ts';

const seen = { left: 60, top: 40, right: 900, bottom: 600 };
const label = { width: 120, height: 16 };
const cell = (left: number, top: number) => ({ left, top, right: left + 130, bottom: top + 30 });

test('GRD-104 a name stands on the upper edge of its cell', () => {
  expect(placeLabel(cell(200, 100), seen, label)).toEqual({ left: 200, top: 84, edge: 'top' });
});

test('GRD-104 at the first row it stands below, in the last column it ends with the table', () => {
  expect(placeLabel(cell(200, 40), seen, label)).toEqual({ left: 200, top: 70, edge: 'bottom' });
  expect(placeLabel(cell(820, 100), seen, label)).toEqual({ left: 780, top: 84, edge: 'top' });
});

test('GRD-104 of a cell that is half scrolled away the part that is seen has it', () => {
  expect(placeLabel(cell(0, 100), seen, label)).toEqual({ left: 60, top: 84, edge: 'top' });
  expect(placeLabel(cell(200, 25), seen, label)).toEqual({ left: 200, top: 55, edge: 'bottom' });
  expect(placeLabel(cell(200, 590), seen, label)).toEqual({ left: 200, top: 574, edge: 'top' });
});

test('GRD-104 a cell that is not seen has none, and every other name is whole inside the table', () => {
  const place = fc.integer({ min: -300, max: 1300 });
  fc.assert(
    fc.property(place, place, (left, top) => {
      const at = cell(left, top);
      const placed = placeLabel(at, seen, label);
      const isSeen =
        at.left < seen.right && at.right > seen.left && at.top < seen.bottom && at.bottom > seen.top;
      expect(placed !== null).toBe(isSeen);
      if (placed === null) return;
      expect(placed.left).toBeGreaterThanOrEqual(seen.left);
      expect(placed.left + label.width).toBeLessThanOrEqual(seen.right);
      expect(placed.top).toBeGreaterThanOrEqual(seen.top);
      expect(placed.top + label.height).toBeLessThanOrEqual(seen.bottom);
    }),
  );
});
