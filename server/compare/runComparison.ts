import { serveJob } from '#server/jobs/serveJob.ts';
import { maxRowDifferences } from '#shared/api/comparison.ts';
import { compareReports } from '#shared/compare/compareReports.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ComparisonJob, ComparisonResult } from './ComparisonJob.ts';

function runComparison({ before, after }: ComparisonJob): ComparisonResult {
  const comparison = compareReports(buildReportModel(before), buildReportModel(after));
  const rowCounts = { added: 0, removed: 0, changed: 0 };
  for (const row of comparison.rows) {
    rowCounts[row.before === null ? 'added' : row.after === null ? 'removed' : 'changed'] += 1;
  }
  return { comparison: { ...comparison, rows: comparison.rows.slice(0, maxRowDifferences) }, rowCounts };
}

serveJob(runComparison);
