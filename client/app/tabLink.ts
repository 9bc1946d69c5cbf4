import type { ReportId } from '#shared/model/ids.ts';
import { type ReportTab, reportLink } from './links.ts';
import { readRowFilter, writeRowFilter } from './RowFilter.ts';

const tableTabs: readonly ReportTab[] = ['activities', 'expenditures'];

/**
 * Where a tab of the report leads. From one table to the other what both are narrowed by goes along:
 * directions, organisations, and whose rows they are.
 */
export function tabLink(
  reportId: ReportId,
  tab: ReportTab,
  { pathname, search }: { pathname: string; search: string },
): string {
  const link = reportLink(reportId, tab);
  const isFromOther = tableTabs.some((one) => one !== tab && pathname === reportLink(reportId, one));
  if (!isFromOther || !tableTabs.includes(tab)) return link;
  const { directions, organisations, isMine } = readRowFilter(new URLSearchParams(search));
  const query = writeRowFilter({ directions, organisations, isMine }).toString();
  return query === '' ? link : `${link}?${query}`;
}
