import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { Collaboration } from './Collaboration.ts';

/** The report with who changed each of its rows last, for a file that says so. */
export async function addLastChanges(
  content: ReportContent,
  readLastChanges: Collaboration['readLastChanges'],
): Promise<ReportContent> {
  const rows = content.rows.map(({ organisationId, id }) => ({ organisationId, rowId: id }));
  return { ...content, lastChanges: await readLastChanges(content.structure.report.id, rows) };
}
