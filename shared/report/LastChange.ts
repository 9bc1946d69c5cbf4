import type { OrganisationId, RowId } from '../model/ids.ts';

/** Whose change it was: the server's own, or a person's, with what the account may do in this report. */
export type ChangeAuthor =
  | { kind: 'server' }
  | {
      kind: 'person';
      /** As it is today; null when there is no such account in this database. */
      name: string | null;
      isCoordinator: boolean;
      /** Those whose rows the person writes, in the order of the account. */
      organisationIds: OrganisationId[];
    };

/** By whom and when a row came to be as it is. */
export type LastChange = {
  /** ISO 8601, UTC. */
  at: string;
  author: ChangeAuthor;
};

/** Names a row among all sheets: a hostile sheet may hold a row of another sheet's id. */
export type RowAddress = { organisationId: OrganisationId; rowId: RowId };
export type RowAddressKey = `${OrganisationId}/${RowId}`;

export function rowAddressKey({ organisationId, rowId }: RowAddress): RowAddressKey {
  return `${organisationId}/${rowId}`;
}
