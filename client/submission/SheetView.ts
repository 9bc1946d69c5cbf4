import type { SheetState } from '#shared/api/submission.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { SubmissionStep } from '#shared/submission/submissionSteps.ts';

/** The state of one sheet, whose it is, and which steps the reader may take with it now. */
export type SheetView = SheetState & {
  organisation: Organisation;
  steps: ReadonlySet<SubmissionStep>;
};
