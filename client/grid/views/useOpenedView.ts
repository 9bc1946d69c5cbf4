import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import type { GridWords } from '../GridWords.ts';
import { buildRowGroups } from '../groups/RowGroups.ts';
import type { RowGrid } from '../RowGrid.ts';
import { findMissing, isAnythingMissing } from './findMissing.ts';
import { showMissing } from './showMissing.ts';
import type { TableView } from './useTableView.ts';

type Options = {
  table: TableKind;
  grid: RowGrid | null;
  words: GridWords;
  tableView: TableView;
  setFilter(filter: RowFilter): void;
};

/** Makes the table look as its view says, when it is opened and when another view is. */
export function useOpenedView({ table, grid, words, tableView, setFilter }: Options): void {
  const { t } = useTranslation('views');
  const { structure } = useReport();
  const { state, opening } = tableView;
  const { grouping, collapsed } = state;
  const latest = useRef({ tableView, structure, setFilter, t });
  latest.current = { tableView, structure, setFilter, t };

  const groups = useMemo(
    () => buildRowGroups(grouping, structure, { noDirection: words.noDirection }),
    [grouping, structure, words],
  );
  useEffect(() => grid?.setGroups(groups, collapsed), [grid, groups, collapsed]);

  // `opening` is what this waits for: everything else is read as it is then.
  useEffect(() => {
    if (grid === null) return;
    const now = latest.current;
    const { state: whole, missing } = findMissing(now.tableView.state, table, now.structure);
    if (isAnythingMissing(missing)) {
      showMissing(missing, `view-missing-${opening}`, now.t);
      now.tableView.change(whole);
    }
    grid.layout.apply(whole);
    if (isAnythingMissing(missing) && opening > 0) now.setFilter(whole.filter);
  }, [grid, table, opening]);
}
