import type { ViewState } from '#shared/model/view.ts';

/** Whether two states look alike. Which groups are folded is a matter of the moment, and no change of a view. */
export function isSameView(a: ViewState, b: ViewState): boolean {
  return comparable(a) === comparable(b);
}

function comparable({ filter, grouping, sort, columns, density }: ViewState): string {
  const { directions, organisations, states, forms, funds, rows, choices, ...single } = filter;
  const lists = [directions, organisations, states, forms, funds, rows].map((list) => [...list].sort());
  return JSON.stringify([
    lists,
    choices.map(({ field, values }) => [field, ...[...values].sort()].join('\n')).sort(),
    Object.entries(single).sort(([nameA], [nameB]) => (nameA < nameB ? -1 : 1)),
    grouping,
    sort.map(({ column, isDescending }) => [column, isDescending]),
    columns.map(({ column, width, isHidden, isFrozen }) => [column, width, isHidden, isFrozen]),
    density,
  ]);
}
