import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { MoveTarget } from './computeMove.ts';

/** Why rows do not move. */
export type MoveRefusal = 'several' | 'top' | 'bottom' | 'otherSheet';

export type MovePlan =
  | { organisationId: OrganisationId; moved: ReadonlySet<RowId>; target: MoveTarget }
  | { refusal: MoveRefusal };

/**
 * One place up or down for all selected rows, which then stand together.
 *
 * @param shown the rows as they stand on the screen in their natural order
 */
export function planStep(shown: readonly Row[], selected: readonly Row[], step: 'up' | 'down'): MovePlan {
  const [first] = selected;
  if (first === undefined || isSeveral(selected)) return { refusal: 'several' };
  const { organisationId } = first;
  const moved = new Set(selected.map(({ id }) => id));
  const own = shown.filter((row) => row.organisationId === organisationId);
  const places = own.flatMap(({ id }, index) => (moved.has(id) ? [index] : []));
  if (step === 'up') {
    const above = own[(places[0] ?? 0) - 1];
    return above === undefined ? { refusal: 'top' } : { organisationId, moved, target: { before: above.id } };
  }
  const last = places.at(-1) ?? own.length;
  const below = own[last + 1];
  return below === undefined ? { refusal: 'bottom' } : { organisationId, moved, target: { after: below.id } };
}

/**
 * All selected rows to where they were dropped: into the gap between two rows of the screen. Null is
 * the end of the table, or a group's line.
 */
export function planDrop(selected: readonly Row[], above: Row | null, below: Row | null): MovePlan {
  const [first] = selected;
  if (first === undefined || isSeveral(selected)) return { refusal: 'several' };
  const { organisationId } = first;
  const moved = new Set(selected.map(({ id }) => id));
  if (above?.organisationId === organisationId) return { organisationId, moved, target: { after: above.id } };
  if (below?.organisationId === organisationId)
    return { organisationId, moved, target: { before: below.id } };
  return { refusal: 'otherSheet' };
}

function isSeveral(rows: readonly Row[]): boolean {
  return new Set(rows.map(({ organisationId }) => organisationId)).size > 1;
}
