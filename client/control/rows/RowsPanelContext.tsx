import { createContext, useContext } from 'react';
import { must } from '#shared/must.ts';
import type { Door } from './Door.ts';

export type RowsPanelControl = {
  /** The number whose rows are listed now. */
  door: Door | null;
  /** Opens the rows behind a number, or closes them when they are open already. */
  toggle: (door: Door, opener: HTMLElement) => void;
};

export const RowsPanelContext = createContext<RowsPanelControl | null>(null);

/** Only inside a RowsPanelLayout; throws elsewhere. */
export function useRowsPanel(): RowsPanelControl {
  return must(useContext(RowsPanelContext), 'a RowsPanelLayout around this component');
}
