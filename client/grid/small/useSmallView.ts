import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilter, type RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { buildPlainViewState, type View } from '#shared/model/view.ts';
import type { GroupId } from '../groups/GroupId.ts';
import { findMissing, isAnythingMissing } from '../views/findMissing.ts';
import { showMissing } from '../views/showMissing.ts';
import type { TableView } from '../views/useTableView.ts';

type Options = {
  table: TableKind;
  tableView: TableView;
  setFilter(filter: Partial<RowFilter>): void;
};

/** What a view says where there are no columns: which to leave off the cards, and which groups are folded. */
export function useSmallView({ table, tableView, setFilter }: Options) {
  const { t } = useTranslation('views');
  const { structure } = useReport();
  const { columns, collapsed } = tableView.state;
  const hidden = useMemo(
    () => new Set(columns.filter(({ isHidden }) => isHidden).map(({ column }) => column)),
    [columns],
  );
  return {
    hidden,
    open(view: View): void {
      const { state, missing } = findMissing(view.state, table, structure);
      if (isAnythingMissing(missing)) showMissing(missing, `view-missing-${view.id}`, t);
      setFilter(state.filter);
      tableView.open(view.id, state);
    },
    reset(): void {
      setFilter(noFilter);
      tableView.open(null, buildPlainViewState());
    },
    fold(id: GroupId, isFolded: boolean): void {
      const others = collapsed.filter((other) => other !== id);
      tableView.change({ collapsed: isFolded ? [...others, id] : others });
    },
  };
}
