import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeEditor } from '#client/grid/editors/placeEditor.ts';

const window = { left: 0, top: 0, width: 1000, height: 700 };
const cell = { left: 300, top: 200, width: 130, height: 30 };

test('GRD-107 an editor stands on its cell, and what hangs from it below', () => {
  expect(placeEditor(cell, window, cell, { width: 260, height: 200 })).toEqual({
    left: 300,
    top: 200,
    side: 'down',
    hangingHeight: 462,
    hangingShift: 0,
  });
});

test('GRD-107 near the bottom what hangs goes up, near the right edge it goes to the left', () => {
  expect(
    placeEditor({ ...cell, left: 860, top: 640 }, window, cell, { width: 260, height: 200 }),
  ).toMatchObject({ left: 860, top: 640, side: 'up', hangingHeight: 632, hangingShift: -128 });
});

test('GRD-107 wherever the cell is and however much is in it, all of it is inside the window', () => {
  const length = fc.integer({ min: 0, max: 640 });
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 1500 }),
      fc.integer({ min: -500, max: 1500 }),
      fc.record({ width: length, height: length }),
      fc.record({ width: length, height: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({ left: fc.integer({ min: 0, max: 50 }), top: fc.integer({ min: 0, max: 200 }) }),
      (left, top, editor, hanging, offset) => {
        const seen = { ...offset, width: 720, height: 700 };
        const placed = placeEditor({ ...cell, left, top }, seen, editor, hanging);
        expect(placed.left).toBeGreaterThanOrEqual(seen.left);
        expect(placed.left + editor.width).toBeLessThanOrEqual(seen.left + seen.width);
        expect(placed.top).toBeGreaterThanOrEqual(seen.top);
        expect(placed.top + editor.height).toBeLessThanOrEqual(seen.top + seen.height);
        const hangingLeft = placed.left + placed.hangingShift;
        expect(hangingLeft).toBeGreaterThanOrEqual(seen.left);
        expect(hangingLeft + hanging.width).toBeLessThanOrEqual(seen.left + seen.width);
        const room =
          placed.side === 'down'
            ? seen.top + seen.height - placed.top - editor.height
            : placed.top - seen.top;
        expect(placed.hangingHeight).toBeLessThanOrEqual(room);
      },
    ),
  );
});
