import type { OrganisationId, RowId, UserId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';

/** Somebody who has the report open now; one entry for a person, however many tabs they have. */
export type Person = {
  userId: UserId;
  name: string;
  organisationIds: readonly OrganisationId[];
  /** True for the person reading this page. */
  isSelf: boolean;
  cursors: readonly PersonCursor[];
};

/** A cell somebody is in. */
export type PersonCursor = {
  organisationId: OrganisationId;
  table: TableKind;
  rowId: RowId;
  field: string;
  editing: boolean;
};
