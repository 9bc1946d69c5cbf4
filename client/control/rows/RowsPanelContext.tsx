import { createContext, useContext } from 'react';
import { must } from '#shared/must.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';

export type RowsPanelControl = {
  /** The number whose rows are listed now. */
  selection: TotalSelection | null;
  /** Opens the rows behind a number, or closes them when they are open already. */
  toggle: (selection: TotalSelection, opener: HTMLElement) => void;
};

export const RowsPanelContext = createContext<RowsPanelControl | null>(null);

/** Only inside a RowsPanelLayout; throws elsewhere. */
export function useRowsPanel(): RowsPanelControl {
  return must(useContext(RowsPanelContext), 'a RowsPanelLayout around this component');
}

export function isSameSelection(a: TotalSelection, b: TotalSelection): boolean {
  return (
    a.measure === b.measure &&
    a.directionId === b.directionId &&
    a.organisationId === b.organisationId &&
    a.indicatorId === b.indicatorId &&
    a.fund === b.fund &&
    a.kpkvk === b.kpkvk &&
    a.kekv === b.kekv
  );
}
