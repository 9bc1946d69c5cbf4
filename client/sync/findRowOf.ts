import type { Finding } from '#shared/checks/Finding.ts';
import type { Row } from '#shared/model/rows.ts';
import type { RowStore } from './RowStore.ts';

/** The row a finding is about; undefined when it is about none, or the row is gone. */
export function findRowOf({ organisationId, rowId }: Finding, rows: RowStore): Row | undefined {
  return organisationId === null || rowId === null ? undefined : rows.get(`${organisationId}/${rowId}`);
}
