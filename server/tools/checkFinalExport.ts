import { exportReport } from '#server/export/exportReport.ts';
import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/**
 * Refuses final files of a report that may not leave as one. The one place where the command line
 * asks: whatever else may refuse is called here. AppError `export.blocked`.
 */
export function checkFinalExport(content: ReportContent): void {
  const blocking = findTextFindings(buildReportModel(content)).filter(
    ({ severity }) => severity === 'blocks',
  );
  const [first] = blocking;
  if (first === undefined) return;
  throw new AppError('export.blocked', {
    count: blocking.length,
    first: formatTextFinding(first, 'uk'),
  });
}

/** What looks like personal data, as lines for whoever decides. */
export async function listPersonalData(content: ReportContent): Promise<string[]> {
  const bytes = await exportReport({ ...content, format: 'personal-data' });
  const found: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(found) ? found.map((finding) => JSON.stringify(finding)) : [];
}
