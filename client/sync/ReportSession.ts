import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import type { Person } from './Person.ts';
import type { RowStore } from './RowStore.ts';
import type { SaveState } from './SaveState.ts';
import type { Signal } from './Signal.ts';

/** One open report: its sheets, one websocket for all of them, and what they add up to. */
export type ReportSession = {
  readonly rows: RowStore;
  readonly totals: Signal<Totals>;
  readonly saveState: Signal<SaveState>;
  readonly people: Signal<readonly Person[]>;
  readonly isLoaded: Signal<boolean>;
  /** Takes over a changed structure or changed rights without losing anything open. */
  update(structure: ReportStructure, actor: Actor): void;
  close(): void;
};
