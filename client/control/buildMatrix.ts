import type { Direction, ReportStructure } from '#shared/model/structure.ts';
import { type MoneySums, noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { computeWithoutDirection } from './computeWithoutDirection.ts';
import { type ListedOrganisation, listOrganisations } from './listOrganisations.ts';

/** One number of the table: what it sums, and how to find the rows behind it. */
export type MatrixCell = { sums: MoneySums; selection: TotalSelection };

export type MatrixRow = {
  /** That of the structure; null is the line of rows that have no direction yet. */
  direction: Pick<Direction, 'id' | 'number' | 'title'> | null;
  /** One for each organisation, in the order of {@link Matrix.organisations}. */
  cells: MatrixCell[];
  total: MatrixCell;
};

/** Directions down, organisations across, with the totals of both; the lines and columns add up exactly. */
export type Matrix = {
  organisations: ListedOrganisation[];
  rows: MatrixRow[];
  /** One for each organisation. */
  totals: MatrixCell[];
  grand: MatrixCell;
};

/** The line without a direction stands only while it has rows. */
export function buildMatrix(
  structure: Pick<ReportStructure, 'directions' | 'organisations'>,
  totals: Totals,
): Matrix {
  const organisations = listOrganisations(structure, totals);
  const rows: MatrixRow[] = structure.directions.map((direction) => ({
    direction,
    cells: organisations.map((organisation) => ({
      sums: totals.byDirectionOrganisation.get(direction.id)?.get(organisation.id) ?? noMoney,
      selection: { measure: 'money', directionId: direction.id, organisationId: organisation.id },
    })),
    total: {
      sums: totals.byDirection.get(direction.id) ?? noMoney,
      selection: { measure: 'money', directionId: direction.id },
    },
  }));
  const columnTotals: MatrixCell[] = organisations.map(({ id }) => ({
    sums: totals.byOrganisation.get(id) ?? noMoney,
    selection: { measure: 'money', organisationId: id },
  }));
  if (totals.withoutDirection.rowCount > 0) {
    rows.push({
      direction: null,
      cells: organisations.map(({ id }) => ({
        sums: computeWithoutDirection(totals, id),
        selection: { measure: 'money', directionId: null, organisationId: id },
      })),
      total: { sums: totals.withoutDirection, selection: { measure: 'money', directionId: null } },
    });
  }
  return {
    organisations,
    rows,
    totals: columnTotals,
    grand: { sums: totals.grand, selection: { measure: 'money' } },
  };
}
