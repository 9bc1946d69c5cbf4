import type { BudgetKey } from '../model/budget.ts';
import type { DirectionId, OrganisationId } from '../model/ids.ts';
import type { ExpenditureRow } from '../model/rows.ts';
import { readCode } from '../totals/readCode.ts';

/** The parts of a key that a row may lack. */
export type BudgetPart = 'directionId' | 'fund' | 'kpkvk' | 'kekv';

/** Equal for two lines of one key and for every row that counts under it. At most 110 signs. */
export function printBudgetKey({ directionId, organisationId, fund, kpkvk, kekv }: BudgetKey): string {
  return [directionId, organisationId, fund, kpkvk, kekv].join('/');
}

/** What a row counts under in the approved plan: its codes by their trimmed text, as in the totals. */
export type RowBudgetPlace = {
  organisationId: OrganisationId;
  directionId: DirectionId | null;
  fund: BudgetKey['fund'] | null;
  kpkvk: string | null;
  kekv: string | null;
};

/** A direction that the report does not have is none. */
export function readBudgetPlace(
  { organisationId, values }: Pick<ExpenditureRow, 'organisationId' | 'values'>,
  directions: ReadonlySet<DirectionId>,
): RowBudgetPlace {
  const { directionId, fund, kpkvk, kekv } = values;
  return {
    organisationId,
    directionId: directionId !== null && directions.has(directionId) ? directionId : null,
    fund,
    kpkvk: readCode(kpkvk),
    kekv: readCode(kekv),
  };
}

/** Null for a row that lacks a part of the key: no line can be its own. */
export function printPlaceKey({
  directionId,
  organisationId,
  fund,
  kpkvk,
  kekv,
}: RowBudgetPlace): string | null {
  if (directionId === null || fund === null || kpkvk === null || kekv === null) return null;
  return printBudgetKey({ directionId, organisationId, fund, kpkvk, kekv });
}
