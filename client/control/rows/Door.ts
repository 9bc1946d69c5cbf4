import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { figureKey } from '#shared/figures/figureKey.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';

/** A number that opens to its rows: a total, or a figure of the text. */
export type Door = TotalSelection | FigureSpec;

export function isFigure(door: Door): door is FigureSpec {
  return 'kind' in door;
}

/** Equal for doors to the same number. */
export function doorKey(door: Door): string {
  if (isFigure(door)) return `figure ${figureKey(door)}`;
  const { measure, directionId, organisationId, indicatorId, fund, kpkvk, kekv } = door;
  return JSON.stringify([
    measure,
    directionId === null ? 'none' : [directionId],
    organisationId,
    indicatorId,
    fund,
    kpkvk,
    kekv,
  ]);
}

/** As {@link doorKey} of two totals, without writing a key: hundreds of numbers are compared with each drawing. */
export function isSameSelection(a: TotalSelection, b: TotalSelection): boolean {
  return (
    a.measure === b.measure &&
    a.directionId === b.directionId &&
    a.organisationId === b.organisationId &&
    a.indicatorId === b.indicatorId &&
    a.fund === b.fund &&
    a.kpkvk === b.kpkvk &&
    a.kekv === b.kekv
  );
}
