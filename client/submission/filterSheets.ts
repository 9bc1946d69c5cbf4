import type { SheetView } from './SheetView.ts';

export const sheetFilters = ['all', 'open', 'waiting', 'accepted'] as const;
export type SheetFilter = (typeof sheetFilters)[number];

export function isSheetFilter(value: string): value is SheetFilter {
  return sheetFilters.some((filter) => filter === value);
}

type Listed = Pick<SheetView, 'status' | 'isChangedSinceAcceptance'>;

/**
 * Each sheet is in exactly one of the three: its organisation has still to submit it, the coordinator has
 * to decide (a sheet that changed after it was accepted is one of these), or it is accepted as it stands.
 * Rule CTL-18.
 */
export function filterSheets<T extends Listed>(sheets: readonly T[], filter: SheetFilter): T[] {
  return filter === 'all' ? [...sheets] : sheets.filter((sheet) => readPart(sheet) === filter);
}

function readPart({ status, isChangedSinceAcceptance }: Listed): Exclude<SheetFilter, 'all'> {
  switch (status) {
    case 'draft':
    case 'returned':
      return 'open';
    case 'submitted':
      return 'waiting';
    case 'accepted':
      return isChangedSinceAcceptance ? 'waiting' : 'accepted';
  }
}
