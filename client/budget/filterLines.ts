import type { BudgetDraft, DraftLine } from './budgetDraft.ts';

export type LineFilter = { direction: string | null; organisation: string | null };

/** Lines of a direction's number and an organisation's short name; those that are being edited stay in sight. */
export function filterLines(
  lines: readonly DraftLine[],
  draft: BudgetDraft,
  { direction, organisation }: LineFilter,
): DraftLine[] {
  return lines.filter(
    ({ id, texts }) =>
      draft.has(id) ||
      ((direction === null || texts.direction === direction) &&
        (organisation === null || texts.organisation === organisation)),
  );
}
