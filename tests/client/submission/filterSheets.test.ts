import { expect, test } from 'vitest';
import { filterSheets } from '#client/submission/filterSheets.ts';
import { SheetStatus } from '#shared/model/structure.ts';

test('CTL-18 each sheet has still to be submitted, waits for the coordinator, or is accepted as it stands', () => {
  const sheets = SheetStatus.options.flatMap((status) =>
    [false, true].map((isChangedSinceAcceptance) => ({ status, isChangedSinceAcceptance })),
  );
  const [open, waiting, accepted] = (['open', 'waiting', 'accepted'] as const).map((filter) =>
    filterSheets(sheets, filter),
  );
  expect(filterSheets(sheets, 'all')).toEqual(sheets);
  expect(new Set([open, waiting, accepted].flat())).toEqual(new Set(sheets));
  expect([open, waiting, accepted].flat()).toHaveLength(sheets.length);
  expect(new Set(open?.map(({ status }) => status))).toEqual(new Set(['draft', 'returned']));
  expect(accepted).toEqual([{ status: 'accepted', isChangedSinceAcceptance: false }]);
  expect(waiting).toContainEqual({ status: 'accepted', isChangedSinceAcceptance: true });
});
