import type { Row } from '../model/rows.ts';
import type { Finding } from './Finding.ts';

/** A finding about one cell, or about the row when `field` is null. */
export function buildRowFinding(
  row: Row,
  finding: Pick<Finding, 'code' | 'severity' | 'field' | 'parameters'>,
): Finding {
  const indicatorId = row.kind === 'activity' ? row.values.indicatorId : null;
  return { ...finding, organisationId: row.organisationId, rowId: row.id, indicatorId };
}
