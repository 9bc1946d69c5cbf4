import type { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { organisationColumn } from '../fields.ts';
import type { BlockCell } from './Block.ts';
import type { CellReading, CellValue, ProblemKind } from './CellCheck.ts';

/** Where one line of a block goes. */
export type PlanLine = {
  /** Of the line in the block, from 1. */
  readonly number: number;
  readonly cells: readonly BlockCell[];
  /** Name of the column each cell goes into; null where there is none. */
  readonly columns: readonly (string | null)[];
  /** Null: a new row. */
  readonly row: Row | null;
  /** Whose sheet a new row is for; null when that has to be asked. */
  readonly organisationId: OrganisationId | null;
};

/** What a person decides about one text: take a meaning, leave the cell as it is, or empty it. */
export type Answer = { readonly use: CellValue } | 'keep' | 'empty';

/** One thing to decide, for all cells of a column where it is the same. */
export type Question = {
  readonly id: string;
  readonly kind: ProblemKind;
  /** The organisation's where a whole row may not be written. */
  readonly column: Field | typeof organisationColumn;
  /** As it stands in the block. */
  readonly text: string;
  readonly error: AppError;
  readonly readings: readonly CellReading[];
  /** Index of the meaning that is near enough to be proposed. */
  readonly likely: number | null;
  /** False: the cells cannot be written whatever one decides; they are only named. */
  readonly isOpen: boolean;
  /** How many cells it is about. */
  count: number;
  /** True when a cell of a row that is there already is among them: `keep` and `empty` then differ. */
  hasOldCells: boolean;
};

export type PlannedCell = {
  readonly field: Field;
  /** As it stands in the block. */
  readonly text: string;
  /** What goes in while no question is asked. */
  readonly value: CellValue;
  readonly question: Question | null;
};

export type PlannedLine = {
  readonly number: number;
  readonly row: Row | null;
  readonly organisationId: OrganisationId | null;
  /** Cells that change or are asked about; what is there already is not among them. */
  readonly cells: readonly PlannedCell[];
};

/** Something the block holds that goes nowhere, or that the plan does besides. */
export type PlanNote = {
  readonly kind: 'beyond-columns' | 'no-column' | 'derived' | 'hidden-lines' | 'hidden-columns';
  readonly count: number;
  /** Column or texts it is about, to be named. */
  readonly names: readonly string[];
};

/** What a paste or an import would do, worked out before anything is changed. */
export type Plan = {
  readonly lines: readonly PlannedLine[];
  /** By kind and column, in the order they were met. */
  readonly questions: readonly Question[];
  readonly notes: readonly PlanNote[];
  /** Cells whose value is there already. */
  readonly unchangedCount: number;
  /** To which sheets new rows without one can go; empty when there are none of them. */
  readonly organisations: readonly OrganisationId[];
};

export type Decisions = {
  /** By id of the question. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Whose sheet new rows go to that have none of their own. */
  readonly organisationId: OrganisationId | null;
};

export const noDecisions: Decisions = { answers: new Map(), organisationId: null };
