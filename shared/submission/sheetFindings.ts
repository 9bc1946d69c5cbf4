import type { Finding } from '../checks/Finding.ts';
import { computeFindings } from '../checks/findings.ts';
import type { BudgetLine } from '../model/budget.ts';
import { judgeRows } from '../model/columns.ts';
import type { OrganisationId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { computeTotals } from '../totals/TotalsEngine.ts';

/** A finding of a sheet, with the key under which its explanation is kept. */
export type SheetFinding = { key: string; finding: Finding };

/**
 * What the checks say about one sheet by itself, errors and warnings: each is mended or explained before
 * the sheet is submitted. What is wrong with the whole report is nobody's sheet. `stored` are the rows as
 * the sheet has them. Rule SUB-20.
 */
export function computeSheetFindings(
  structure: ReportStructure,
  organisationId: OrganisationId,
  stored: readonly Row[],
): SheetFinding[] {
  // Of others' lines of the plan these rows say nothing, and there may be thousands; that there is a plan is to be known.
  const isOwn = (line: BudgetLine, index: number) => index === 0 || line.organisationId === organisationId;
  // A correction is in no sheet.
  const own = { ...structure, budget: structure.budget.filter(isOwn), corrections: [] };
  const rows = judgeRows(stored, structure);
  return computeFindings(own, rows, computeTotals(own, rows))
    .filter((finding) => finding.organisationId === organisationId)
    .map((finding) => ({ key: buildFindingKey(finding), finding }));
}

/** Stable as long as the same is wrong at the same place, whatever the numbers are. At most 150 signs. */
export function buildFindingKey({ code, rowId, indicatorId, field, budgetLine }: Finding): string {
  if (budgetLine !== undefined) {
    const { directionId, fund, kpkvk, kekv } = budgetLine;
    return [code, directionId, fund, kpkvk, kekv].join('/');
  }
  return [code, rowId ?? indicatorId ?? '', field ?? ''].join('/');
}
