import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { Plan } from '../../paste/Plan.ts';
import type { NamedOrganisation } from './ImportSetup.ts';

/** A line of the file that is left out, by its number, with what it says. */
export type LeftLine = { readonly number: number; readonly label: string };

/** What an import would do, worked out before anything is changed. Lines carry their number in the file. */
export type ImportPlan = {
  readonly plan: Plan;
  /** True when the file says which row each line is: it then holds changes and not only new rows. */
  readonly hasIds: boolean;
  /** Cells of this file and of a colleague: both have changed since the file was made. */
  readonly conflicts: ReadonlySet<CellKey>;
  /** Cells that the file has as they were exported, and a colleague has changed since. They stay. */
  readonly staleCount: number;
  /** Rows of the same organisations that the file does not have, and that one may write. */
  readonly missing: readonly Row[];
  /** Lines with the id of a row that is not there. */
  readonly unknown: readonly LeftLine[];
  /** Lines whose id another line has already: they become new rows. */
  readonly repeated: readonly LeftLine[];
  readonly totals: readonly LeftLine[];
  readonly hiddenCount: number;
  readonly organisations: readonly NamedOrganisation[];
  /** Lines that name another organisation than the row has: a row does not change its owner. */
  readonly movedLines: readonly LeftLine[];
  /** Cells with an error of the spreadsheet, by their address. */
  readonly cellErrors: readonly { readonly address: string; readonly code: string }[];
};

/** A cell of the file by its line and field. */
export type CellKey = `${number}/${Field}`;
