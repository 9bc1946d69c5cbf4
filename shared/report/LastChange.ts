import type { Author } from '../model/author.ts';
import type { OrganisationId, RowId } from '../model/ids.ts';

/** Of a person also what the account may do in this report. */
export type ChangeAuthor =
  | Extract<Author, { kind: 'server' }>
  | (Extract<Author, { kind: 'person' }> & {
      isCoordinator: boolean;
      /** Those whose rows the person writes, in the order of the account. */
      organisationIds: OrganisationId[];
    });

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
