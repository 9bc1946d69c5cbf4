import type { DirectionId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Narrative } from '../narrative/Narrative.ts';
import type { LastChange, RowAddressKey } from './LastChange.ts';

/** A whole report as it is stored, read: what a {@link ReportModel} is made of. Plain values only. */
export type ReportContent = {
  structure: ReportStructure;
  rows: readonly Row[];
  /** The texts that there are; a direction nobody has written about is absent. */
  narratives: ReadonlyMap<DirectionId, Narrative>;
  /** Who changed the rows last, for the formats that say so: it is read from the journal. */
  lastChanges?: ReadonlyMap<RowAddressKey, LastChange>;
};
