import { rowLink, rowsLink } from '#client/app/links.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';

/**
 * To the row that a finding is about; to the rows behind it, where it is about no single one. Null when
 * there is nothing to go to.
 */
export function findingLink(reportId: ReportId, finding: Finding, row: Row | undefined): string | null {
  if (row !== undefined) return rowLink(reportId, row.kind, row.id, finding.field);
  const { indicatorId, organisationId, budgetLine } = finding;
  const ofOrganisation = organisationId === null ? {} : { organisationId };
  if (budgetLine !== undefined) {
    return rowsLink(reportId, 'expenditure', { measure: 'money', ...budgetLine, ...ofOrganisation });
  }
  if (indicatorId === null) return null;
  return rowsLink(reportId, 'activity', {
    measure: 'indicator',
    indicatorId,
    ...ofOrganisation,
  });
}
