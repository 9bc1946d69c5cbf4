import { z } from 'zod';
import { maxColumnsOfTable, maxOptions } from './columns.ts';
import { ChoiceField, ExtraField } from './extraField.ts';
import { DirectionId, IndicatorId, OrganisationId, RowId, ViewId } from './ids.ts';
import { ActivityForm, ActivityState, Fund, tableKinds } from './rows.ts';
import { typedLine } from './typedText.ts';

/**
 * A saved view: how one table of a report is looked at. Names in it (columns, directions, organisations)
 * may have gone since it was saved: whoever opens it passes over them and says so.
 */

const code = z.string().trim().min(1).max(500);
/** One that every report has, or the field of one that was added. */
const columnId = z.union([z.string().regex(/^[A-Za-z]{1,40}$/), ExtraField]);

/** What may stand in an added column of choices. */
export const ChoiceFilter = z.object({
  field: ChoiceField,
  /** The text of an option; an empty one: rows in which nothing is chosen. */
  values: z
    .array(z.string().max(100))
    .min(1)
    .max(maxOptions + 1),
});
export type ChoiceFilter = z.infer<typeof ChoiceFilter>;

/** Which rows are shown. Empty lists do not narrow. */
export const ViewFilter = z.object({
  /** `none`: rows without a direction the report has. */
  directions: z.array(z.union([z.literal('none'), DirectionId])).max(100),
  organisations: z.array(OrganisationId).max(200),
  states: z.array(ActivityState).max(20),
  forms: z.array(ActivityForm).max(20),
  funds: z.array(Fund).max(20),
  indicator: IndicatorId.nullable(),
  kpkvk: code.nullable(),
  kekv: code.nullable(),
  /** Only rows that count for an indicator. */
  isCounted: z.boolean(),
  /** Only rows the reader may write. */
  isMine: z.boolean(),
  rows: z.array(RowId).max(500),
  /** Each column once; what was saved before there were any narrows by none. */
  choices: z.array(ChoiceFilter).max(maxColumnsOfTable).default([]),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

export const Grouping = z.enum(['none', 'direction', 'organisation']);
export type Grouping = z.infer<typeof Grouping>;

export const ViewColumn = z.object({
  column: columnId,
  /** Pixels; null is the width the column has by itself. */
  width: z.int().min(20).max(4_000).nullable(),
  isHidden: z.boolean(),
  isFrozen: z.boolean(),
});
export type ViewColumn = z.infer<typeof ViewColumn>;

export const ViewSort = z.object({ column: columnId, isDescending: z.boolean() });
export type ViewSort = z.infer<typeof ViewSort>;

export const RowDensity = z.enum(['normal', 'compact']);
export type RowDensity = z.infer<typeof RowDensity>;

export const ViewState = z.object({
  filter: ViewFilter,
  grouping: Grouping,
  /** Groups that are folded: ids of directions or organisations, or `none`. */
  collapsed: z.array(z.union([z.literal('none'), DirectionId, OrganisationId])).max(200),
  /** Empty: the order of the sheets. */
  sort: z.array(ViewSort).max(5),
  /** In their order; empty: as the table has them by itself. */
  columns: z.array(ViewColumn).max(60),
  density: RowDensity,
});
export type ViewState = z.infer<typeof ViewState>;

/** Not blank; long enough for a sentence, short enough for a menu. */
export const viewNameLimit = 80;
export const ViewName = typedLine(viewNameLimit);

/** Of one person in one report, both tables together; and the same for the published ones. */
export const viewCountLimit = 50;

export const View = z.object({
  id: ViewId,
  table: z.enum(tableKinds),
  name: ViewName,
  /** The report's, for everybody who reads it; otherwise its maker's alone. */
  isPublished: z.boolean(),
  /** Raised with every change. */
  revision: z.int().positive(),
  state: ViewState,
});
export type View = z.infer<typeof View>;

/** How a person left a table: it is opened so again, on any computer. */
export const LastView = z.object({
  /** The view it began from; null when that is none, or gone. */
  viewId: ViewId.nullable(),
  state: ViewState,
});
export type LastView = z.infer<typeof LastView>;

/** The table as it is by itself. */
export function buildPlainViewState(): ViewState {
  return {
    filter: {
      directions: [],
      organisations: [],
      states: [],
      forms: [],
      funds: [],
      indicator: null,
      kpkvk: null,
      kekv: null,
      isCounted: false,
      isMine: false,
      rows: [],
      choices: [],
    },
    grouping: 'none',
    collapsed: [],
    sort: [],
    columns: [],
    density: 'normal',
  };
}
