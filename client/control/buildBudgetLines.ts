import { correctionsOwner, correctionsTitle } from '#shared/corrections/correctionRows.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { type MoneySums, noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';

/** A line of «Затверджений план» on «Зведення». */
export type BudgetLineView = {
  key: string;
  kind: 'direction' | 'organisation' | 'without' | 'total';
  name: string;
  approvedMinor: bigint;
  /** Of the rows, whether or not the plan has a line for each of them. */
  sums: MoneySums;
  selection: TotalSelection;
};

/**
 * Each direction that has money in the plan or in rows, and under it its organisations; the directions, and
 * what is without one, add up to the total. An organisation that has left the report stands with its rows.
 */
export function buildBudgetLines(
  { budget, directions, organisations }: ReportStructure,
  totals: Totals,
): BudgetLineView[] {
  const approved = new Map<string, bigint>();
  const add = (key: string, minor: bigint) => approved.set(key, (approved.get(key) ?? 0n) + minor);
  for (const { directionId, organisationId, amountMinor } of budget) {
    const minor = BigInt(amountMinor);
    for (const key of ['', directionId, `${directionId}/${organisationId}`]) add(key, minor);
  }
  const approvedOf = (key: string) => approved.get(key) ?? 0n;
  const lines: BudgetLineView[] = [];
  for (const { id: directionId, number, title } of directions) {
    const sums = totals.byDirection.get(directionId) ?? noMoney;
    if (approvedOf(directionId) === 0n && sums.rowCount === 0) continue;
    lines.push({
      key: directionId,
      kind: 'direction',
      name: `${number}. ${title}`,
      approvedMinor: approvedOf(directionId),
      sums,
      selection: { measure: 'money', directionId },
    });
    const ofDirection =
      totals.byDirectionOrganisation.get(directionId) ?? new Map<OrganisationId, MoneySums>();
    const known = new Set<string>(organisations.map(({ id }) => id));
    const strangers = [...ofDirection.keys()].filter((id) => !known.has(id));
    for (const { id: organisationId, shortName } of [
      ...organisations,
      ...strangers.map((id) => ({ id, shortName: id === correctionsOwner ? correctionsTitle : id })),
    ]) {
      const key = `${directionId}/${organisationId}`;
      const own = ofDirection.get(organisationId) ?? noMoney;
      if (approvedOf(key) === 0n && own.rowCount === 0) continue;
      lines.push({
        key,
        kind: 'organisation',
        name: shortName,
        approvedMinor: approvedOf(key),
        sums: own,
        selection: { measure: 'money', directionId, organisationId },
      });
    }
  }
  if (totals.withoutDirection.rowCount > 0) {
    lines.push({
      key: 'without',
      kind: 'without',
      name: '',
      approvedMinor: 0n,
      sums: totals.withoutDirection,
      selection: { measure: 'money', directionId: null },
    });
  }
  lines.push({
    key: 'total',
    kind: 'total',
    name: '',
    approvedMinor: approvedOf(''),
    sums: totals.grand,
    selection: { measure: 'money' },
  });
  return lines;
}
