import { rowKey } from '#client/sync/RowStore.ts';
import { type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';

export type FoundRow =
  | { kind: 'found'; row: Row }
  /** Another line was this row already. */
  | { kind: 'repeated' }
  | { kind: 'unknown' }
  /** The line says nothing about which row it is. */
  | { kind: 'none' };

/** Finds the rows that lines of a file say they are, each only once. */
export class RowFinder {
  readonly #byId: Map<RowId, Row[]>;
  readonly #taken = new Set<string>();

  constructor(rows: Iterable<Row>) {
    this.#byId = Map.groupBy(rows, ({ id }) => id);
  }

  /** Two sheets may have a row of one id: the organisation then decides. */
  find(idText: string, organisationText: string): FoundRow {
    const id = RowId.safeParse(idText.trim());
    if (!id.success) return { kind: idText.trim() === '' ? 'none' : 'unknown' };
    const candidates = this.#byId.get(id.data) ?? [];
    const organisation = organisationText.trim();
    const row =
      candidates.find(({ organisationId }) => organisationId === organisation) ??
      (organisation === '' && candidates.length === 1 ? candidates[0] : undefined);
    if (row === undefined) return { kind: 'unknown' };
    const key = rowKey(row);
    if (this.#taken.has(key)) return { kind: 'repeated' };
    this.#taken.add(key);
    return { kind: 'found', row };
  }

  /** Rows of the organisations that were found at all, and are not among those found. */
  listMissing(): Row[] {
    const all = [...this.#byId.values()].flat();
    const organisations = new Set<OrganisationId>(
      all.filter((row) => this.#taken.has(rowKey(row))).map(({ organisationId }) => organisationId),
    );
    return all.filter((row) => organisations.has(row.organisationId) && !this.#taken.has(rowKey(row)));
  }
}
