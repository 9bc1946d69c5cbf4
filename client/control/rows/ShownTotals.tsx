import { createContext, useContext } from 'react';
import { must } from '#shared/must.ts';
import type { Totals } from '#shared/totals/Totals.ts';

/** What a page and its panel show at one moment, so that their numbers agree to the kopiyka. */
export type ShownTotals = {
  totals: Totals;
  /** False while rows were still arriving, and the server had not said what they add up to. */
  isWhole: boolean;
};

export const ShownTotalsContext = createContext<Totals | null>(null);
/** Apart from the totals: hundreds of numbers listen to it, and must not be drawn with each change. */
export const AreTotalsWholeContext = createContext(false);

/** Only inside a RowsPanelLayout; throws elsewhere. */
export function useShownTotals(): Totals {
  return must(useContext(ShownTotalsContext), 'a RowsPanelLayout around this component');
}

/** Whether the totals now shown were whole: until then a number grows, and has not changed. */
export function useAreTotalsWhole(): boolean {
  return useContext(AreTotalsWholeContext);
}
