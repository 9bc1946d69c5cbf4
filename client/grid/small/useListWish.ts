import { useMemo } from 'react';
import type { RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import type { ViewState } from '#shared/model/view.ts';
import type { GridWords } from '../GridWords.ts';
import { buildRowGroups } from '../groups/RowGroups.ts';
import { buildRowOrder } from '../rowOrder.ts';
import { useRowTest } from '../useRowTest.ts';
import type { ListWish } from './RowList.ts';

type Options = {
  table: TableKind;
  words: GridWords;
  filter: RowFilter;
  /** As it was typed. */
  search: string;
  state: Pick<ViewState, 'sort' | 'grouping' | 'collapsed'>;
};

/**
 * The rows that the filter and the search let pass, in the order and the groups of the view. In the order
 * of the sheets each organisation has its title, though nothing is grouped: they stand one after the other.
 */
export function useListWish({ table, words, filter, search, state }: Options): ListWish {
  const { structure } = useReport();
  const { sort, grouping, collapsed } = state;
  const test = useRowTest(filter, search, words);
  const order = useMemo(() => {
    const organisationOrder = new Map(structure.organisations.map(({ id }, index) => [id, index]));
    return buildRowOrder({ table, texts: words.texts, organisationOrder, sort });
  }, [table, words, structure, sort]);
  const groups = useMemo(() => {
    const { noDirection } = words;
    if (grouping !== 'none') return buildRowGroups(grouping, structure, { noDirection });
    return sort.length === 0 ? buildRowGroups('organisation', structure, { noDirection }) : null;
  }, [grouping, sort, structure, words]);
  // A title that stands there though nothing is grouped folds nothing.
  const folded = useMemo(() => new Set(grouping === 'none' ? [] : collapsed), [grouping, collapsed]);
  return useMemo(() => ({ test, order, groups, folded }), [test, order, groups, folded]);
}
