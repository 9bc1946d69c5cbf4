import type { SheetView } from '#client/submission/SheetView.ts';
import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import { OrganisationKind, type ReportStructure } from '#shared/model/structure.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';
import type { Matrix, MatrixCell } from '../buildMatrix.ts';
import type { ListedOrganisation } from '../listOrganisations.ts';

/** One organisation across all directions. */
export type MatrixLine = {
  organisation: ListedOrganisation;
  /** Null while the states have not come, and of an organisation that takes no part any more. */
  sheet: SheetView | null;
  /** In the order of the matrix's directions. */
  cells: readonly MatrixCell[];
  total: MatrixCell;
};

/** `gone`: has rows in the report, and takes no part in it any more. `corrections` are nobody's. */
export type GroupKind = OrganisationKind | 'gone' | 'corrections';

/** Lines of one kind of organisation, with their sums. */
export type MatrixGroup = {
  kind: GroupKind;
  lines: readonly MatrixLine[];
  cells: readonly MoneySums[];
  total: MoneySums;
};

/** From so many organisations on their kinds are lines of their own, which fold. */
const groupedFrom = 16;

export function isGrouped({ organisations }: Pick<Matrix, 'organisations'>): boolean {
  return organisations.length >= groupedFrom;
}

/**
 * The organisations of the matrix under their kinds, each exactly once and in the order of the report;
 * with `shown` those for which it holds alone. A kind without any is left out. Rule CTL-23.
 */
export function buildSheetGroups(
  matrix: Matrix,
  structure: Pick<ReportStructure, 'organisations'>,
  sheets: readonly SheetView[],
  shown: (line: MatrixLine) => boolean = () => true,
): MatrixGroup[] {
  const states = new Map(sheets.map((sheet) => [sheet.organisationId, sheet]));
  const kinds = new Map(structure.organisations.map(({ id, kind }) => [id, kind]));
  const lines = matrix.organisations.flatMap((organisation, index): MatrixLine[] => {
    const total = matrix.totals[index];
    if (total === undefined) return [];
    const cells = matrix.rows.flatMap((row) => row.cells[index] ?? []);
    return [{ organisation, sheet: states.get(organisation.id) ?? null, cells, total }];
  });
  const byKind = Map.groupBy(
    lines.filter(shown),
    ({ organisation }): GroupKind =>
      kinds.get(organisation.id) ?? (organisation.id === correctionsOwner ? 'corrections' : 'gone'),
  );
  return [...OrganisationKind.options, 'gone' as const, 'corrections' as const].flatMap(
    (kind): MatrixGroup[] => {
      const own = byKind.get(kind);
      if (own === undefined) return [];
      return [
        {
          kind,
          lines: own,
          cells: matrix.rows.map((_, column) => addUp(own.map(({ cells }) => cells[column]))),
          total: addUp(own.map(({ total }) => total)),
        },
      ];
    },
  );
}

function addUp(cells: readonly (MatrixCell | undefined)[]): MoneySums {
  const sum = { plannedMinor: 0n, actualMinor: 0n, rowCount: 0 };
  for (const cell of cells) {
    if (cell === undefined) continue;
    sum.plannedMinor += cell.sums.plannedMinor;
    sum.actualMinor += cell.sums.actualMinor;
    sum.rowCount += cell.sums.rowCount;
  }
  return sum;
}
