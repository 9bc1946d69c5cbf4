import { AppError } from '#shared/errors/AppError.ts';
import type { SheetFinding } from '#shared/submission/sheetFindings.ts';

/** AppError `submission.findings-open` with what is neither mended nor explained. */
export class FindingsOpen extends AppError {
  readonly findings: readonly SheetFinding[];

  constructor(findings: readonly SheetFinding[]) {
    super('submission.findings-open', { count: findings.length });
    this.findings = findings;
  }
}
