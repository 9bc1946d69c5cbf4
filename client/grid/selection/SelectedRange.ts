import type { Row } from '#shared/model/rows.ts';

/** Selected cells: all of these columns of all of these rows, in the order of the screen. */
export type SelectedRange = { rows: readonly Row[]; columns: readonly string[] };
