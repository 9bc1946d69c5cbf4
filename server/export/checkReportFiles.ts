import { z } from 'zod';
import { FootingCheck } from '#shared/footing/FootingCheck.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { type ExportOptions, exportReport } from './exportReport.ts';

/**
 * The check alone, for a page that shows it: the sums of the report, then each kind of file, made as a
 * final one would be, read back by another library and thrown away. Takes as long as all exports
 * together; nothing is refused here.
 */
export async function checkReportFiles(
  content: ReportContent,
  options: ExportOptions = {},
): Promise<FootingCheck[]> {
  const bytes = await exportReport({ ...content, format: 'footing' }, options);
  return z.array(FootingCheck).parse(JSON.parse(new TextDecoder().decode(bytes)));
}
