import { z } from 'zod';
import { findingCodes } from '../checks/Finding.ts';
import { Author } from '../model/author.ts';
import { BudgetKey } from '../model/budget.ts';
import { FieldName } from '../model/fieldName.ts';
import { DirectionId, IndicatorId, OrganisationId, ReportId, RowId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import { CalendarDate, SheetStatus } from '../model/structure.ts';
import { optionalText, typedText } from '../model/typedText.ts';
import { SubmissionStep } from '../submission/submissionSteps.ts';

/** Bodies of the routes by which sheets are submitted, returned and accepted, for both sides. */

export const submissionPaths = {
  submissions: '/api/reports/:reportId/submissions',
  acceptances: '/api/reports/:reportId/acceptances',
  submit: '/api/reports/:reportId/sheets/:organisationId/submit',
  withdraw: '/api/reports/:reportId/sheets/:organisationId/withdraw',
  return: '/api/reports/:reportId/sheets/:organisationId/return',
  accept: '/api/reports/:reportId/sheets/:organisationId/accept',
  transitions: '/api/reports/:reportId/sheets/:organisationId/transitions',
  changes: '/api/reports/:reportId/sheets/:organisationId/changes',
  findings: '/api/reports/:reportId/sheets/:organisationId/findings',
  explanations: '/api/reports/:reportId/sheets/:organisationId/explanations',
} as const;

export const SheetParams = z.object({ reportId: ReportId, organisationId: OrganisationId });
export type SheetParams = z.infer<typeof SheetParams>;

/** SHA-256 of the canonical rows of a sheet, hex. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);

const note = optionalText(2_000);

const Mark = z.object({ at: z.iso.datetime(), author: Author });

/** One step that was taken; kept for ever. */
export const TransitionAnswer = Mark.extend({
  /** From 1, in the order in which the steps of a sheet were taken. */
  number: z.int(),
  step: SubmissionStep,
  from: SheetStatus,
  to: SheetStatus,
  note: z.string(),
  contentHash: ContentHash,
  /** The entry of the sheet's journal that stands for the step: the content is what stood at it. */
  sequence: z.int(),
});
export type TransitionAnswer = z.infer<typeof TransitionAnswer>;

/** GET transitions: the oldest first. */
export const TransitionList = z.object({ transitions: z.array(TransitionAnswer) });
export type TransitionList = z.infer<typeof TransitionList>;

export const SheetState = z.object({
  organisationId: OrganisationId,
  status: SheetStatus,
  /** The last step: since when the sheet is what it is, by whom, with what note. Null for a draft nobody has submitted. */
  lastStep: TransitionAnswer.nullable(),
  /** The last submission, also after it was withdrawn or returned; null when there was none. */
  submission: TransitionAnswer.nullable(),
  /** The acceptance that stands; null when the sheet is not accepted. */
  acceptance: TransitionAnswer.nullable(),
  /** What the sheet holds at this moment: what a coordinator who looks at it accepts. */
  contentHash: ContentHash,
  /** The sheet is accepted, and holds something else than what was accepted. */
  isChangedSinceAcceptance: z.boolean(),
  rowCount: z.int(),
  findings: z.object({ open: z.int(), explained: z.int() }),
  completeness: z.object({
    /** Rows of both tables, by direction; a direction without any is absent. */
    rowsByDirection: z.record(DirectionId, z.int()),
    /** What is required and not there; `directions` are those without a row whose text the organisation writes. */
    missing: z.object({
      directions: z.array(DirectionId),
      withoutDirection: z.int(),
      withoutName: z.int(),
      withoutAmount: z.int(),
    }),
  }),
  /** The last change of the sheet's rows; null while nobody has written anything. */
  lastChange: Mark.nullable(),
});
export type SheetState = z.infer<typeof SheetState>;

/** GET submissions. */
export const SubmissionsAnswer = z.object({
  deadline: CalendarDate.nullable(),
  /** In the order of the report's organisations. */
  sheets: z.array(SheetState),
  /** Whose sheet is a draft or was returned. */
  notSubmitted: z.array(OrganisationId),
});
export type SubmissionsAnswer = z.infer<typeof SubmissionsAnswer>;

/** POST submit and withdraw. The answer of every step is the sheet's {@link SheetState}. */
export const StepRequest = z.object({ note: note.default('') });
export type StepRequest = z.input<typeof StepRequest>;

/** POST return: what is to be mended has to be said. */
export const ReturnRequest = z.object({ note: typedText(2_000) });
export type ReturnRequest = z.input<typeof ReturnRequest>;

/** POST accept: refused with `submission.content-changed` when the sheet holds something else. */
export const AcceptRequest = z.object({ contentHash: ContentHash, note: note.default('') });
export type AcceptRequest = z.input<typeof AcceptRequest>;

/** POST acceptances: each is decided by itself. */
export const AcceptancesRequest = z.object({
  sheets: z
    .array(z.object({ organisationId: OrganisationId, contentHash: ContentHash }))
    .min(1)
    .max(200),
});
export type AcceptancesRequest = z.infer<typeof AcceptancesRequest>;

/** In the order asked; an error is a code of the catalogue with what fills its text. */
export const AcceptancesAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('accepted'), organisationId: OrganisationId, state: SheetState }),
      z.object({
        outcome: z.literal('refused'),
        organisationId: OrganisationId,
        code: z.string(),
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ]),
  ),
});
export type AcceptancesAnswer = z.infer<typeof AcceptancesAnswer>;

/** What stands in a cell, as stored: ids, codes, kopiykas. Null is an empty one. */
const CellContent = z.union([z.string(), z.number(), z.object({ unreadable: z.string() })]).nullable();

/** GET changes: what an accepted sheet holds otherwise than what was accepted; nothing of one that is not accepted. */
export const SheetChangesAnswer = z.object({
  acceptance: TransitionAnswer.nullable(),
  /** What the sheet holds at this moment. */
  contentHash: ContentHash,
  rows: z.array(
    z.object({
      table: z.enum(tableKinds),
      rowId: RowId,
      kind: z.enum(['added', 'removed', 'changed']),
      /** By whom and when the row came to be as it is, or went. */
      lastChange: Mark,
      cells: z.array(
        z.object({ field: z.string(), before: CellContent, after: CellContent, lastChange: Mark }),
      ),
    }),
  ),
});
export type SheetChangesAnswer = z.infer<typeof SheetChangesAnswer>;

/** Names a finding of one sheet as long as the same is wrong at the same place. */
export const FindingKey = z.string().min(1).max(200);

/** GET findings: what has to be mended or explained before the sheet is submitted. */
export const SheetFindingsAnswer = z.object({
  findings: z.array(
    z.object({
      key: FindingKey,
      /** A `Finding`: `formatFinding` prints it. */
      finding: z.object({
        code: z.enum(findingCodes),
        severity: z.enum(['error', 'warning']),
        organisationId: OrganisationId.nullable(),
        rowId: RowId.nullable(),
        field: FieldName.nullable(),
        indicatorId: IndicatorId.nullable(),
        budgetLine: BudgetKey.omit({ organisationId: true }).optional(),
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
      explanation: Mark.extend({ text: z.string() }).nullable(),
    }),
  ),
});
export type SheetFindingsAnswer = z.infer<typeof SheetFindingsAnswer>;

/** PUT explanations: one finding is explained, or with null is not any more. Answers as GET findings. */
export const ExplanationRequest = z.object({
  key: FindingKey,
  text: typedText(2_000).nullable(),
});
export type ExplanationRequest = z.infer<typeof ExplanationRequest>;
