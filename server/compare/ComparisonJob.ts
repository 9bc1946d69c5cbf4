import type { ComparisonAnswer } from '#shared/api/comparison.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** Two reports to be compared: plain values, so that they can be sent to another process. */
export type ComparisonJob = { before: ReportContent; after: ReportContent };

/** What the process answers: all numbers and texts, and as many rows as one answer holds. */
export type ComparisonResult = Pick<ComparisonAnswer, 'comparison' | 'rowCounts'>;
