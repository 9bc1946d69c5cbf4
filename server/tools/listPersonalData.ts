import { exportReport } from '#server/export/exportReport.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** What looks like personal data, as lines for whoever decides. */
export async function listPersonalData(content: ReportContent): Promise<string[]> {
  const bytes = await exportReport({ ...content, format: 'personal-data' });
  const found: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(found) ? found.map((finding) => JSON.stringify(finding)) : [];
}
