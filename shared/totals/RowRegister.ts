import type { OrganisationId, RowId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';

/**
 * The row as it stands now; null when it is gone. A removal names its sheet by `organisationId`:
 * without it, every row of that id goes. Ids are random, yet a hostile client can write another
 * sheet's row id into its own sheet, and must not take the other's row out of the totals by it.
 */
export type RowChange = { rowId: RowId; row: Row | null; organisationId?: OrganisationId };

/** The rows that are counted at this moment: one of each id in each sheet. */
export class RowRegister {
  /** One id may stand in several sheets; it nearly never does. */
  readonly #rows = new Map<RowId, Map<OrganisationId, Row>>();

  /** Calls `enter` with -1 for each row that goes or is replaced, then with 1 for what takes its place. */
  apply(changes: readonly RowChange[], enter: (row: Row, sign: 1 | -1) => void): void {
    for (const { rowId, row, organisationId } of changes) {
      const owner = row?.organisationId ?? organisationId;
      if (owner === undefined) this.#removeAll(rowId, enter);
      else this.#replace(rowId, owner, row, enter);
    }
  }

  *rows(): Generator<Row> {
    for (const rows of this.#rows.values()) yield* rows.values();
  }

  #replace(
    rowId: RowId,
    owner: OrganisationId,
    row: Row | null,
    enter: (row: Row, sign: 1 | -1) => void,
  ): void {
    const rows = this.#rows.get(rowId);
    const previous = rows?.get(owner);
    if (previous !== undefined) enter(previous, -1);
    if (row !== null) {
      enter(row, 1);
      if (rows === undefined) this.#rows.set(rowId, new Map([[owner, row]]));
      else rows.set(owner, row);
    } else if (rows !== undefined) {
      rows.delete(owner);
      if (rows.size === 0) this.#rows.delete(rowId);
    }
  }

  #removeAll(rowId: RowId, enter: (row: Row, sign: 1 | -1) => void): void {
    for (const row of this.#rows.get(rowId)?.values() ?? []) enter(row, -1);
    this.#rows.delete(rowId);
  }
}
