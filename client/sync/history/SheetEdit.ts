import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Field, NewRow } from '#shared/sheet/sheetDocument.ts';

/** One change to a sheet, as a person makes it. */
export type SheetEdit =
  | { readonly kind: 'set'; readonly rowId: RowId; readonly field: Field; readonly value: unknown }
  | { readonly kind: 'insert'; readonly row: NewRow }
  | { readonly kind: 'delete'; readonly rowId: RowId }
  /** To another place of its sheet. */
  | { readonly kind: 'move'; readonly rowId: RowId; readonly order: string };

/** One change to one of the sheets of a report. */
export type ReportEdit = SheetEdit & { readonly organisationId: OrganisationId };
