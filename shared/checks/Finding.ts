import type { BudgetKey } from '../model/budget.ts';
import type { FieldName } from '../model/fieldName.ts';
import type { IndicatorId, OrganisationId, RowId } from '../model/ids.ts';

export const findingCodes = [
  'expenditure.no-reason',
  'activity.outside-year',
  'indicator.part-exceeds-whole',
  'expenditure.kpkvk-format',
  'activity.no-quantity',
  'row.duplicate',
  'cell.wrong-type',
  'cell.newer-version',
  'expenditure.no-budget-line',
  'budget.over-line',
  'budget.other-planned',
  'cell.no-option',
  'cell.no-column',
  'column.required',
  'indicator.below-zero',
  'direction.below-zero',
  'fund.below-zero',
  'code.below-zero',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `error`: a number or a statement of the report is wrong or unproven. `warning`: look again. */
export type FindingSeverity = 'error' | 'warning';

/** What a check found wrong, and where. Null where it is about no single row, field or organisation. */
export type Finding = {
  code: FindingCode;
  severity: FindingSeverity;
  organisationId: OrganisationId | null;
  rowId: RowId | null;
  field: FieldName | null;
  indicatorId: IndicatorId | null;
  /** The line of the approved plan that it is about, of the organisation; absent for any other. */
  budgetLine?: Omit<BudgetKey, 'organisationId'> | undefined;
  /** Fill the sentence of `formatFinding`: as people read them, save `period`, a Period, and `fund`, a Fund or a dash. */
  parameters: Readonly<Record<string, string | number>>;
};
