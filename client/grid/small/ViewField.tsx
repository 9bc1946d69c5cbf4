import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowFilter } from '#client/app/RowFilter.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { buildPlainViewState, type View, type ViewState } from '#shared/model/view.ts';
import { isSameView } from '../views/isSameView.ts';
import { listShelves } from '../views/listShelves.ts';
import type { TableView } from '../views/useTableView.ts';
import { useViewActions } from '../views/useViewActions.ts';

type Props = {
  table: TableKind;
  filter: RowFilter;
  tableView: TableView;
  onOpen(view: View): void;
  /** To the table as it is by itself. */
  onReset(): void;
};

const plainChoice = '';
/** Beside the view that it began from, so that choosing that one takes the changes back. */
const changedChoice = 'changed';

/** «Вигляд»: in which of the saved views the rows are shown. They are made where there is room for columns. */
export function ViewField({ table, filter, tableView, onOpen, onReset }: Props) {
  const { t } = useTranslation(['small', 'views']);
  const { t: tViews } = useTranslation('views');
  const readState = () => ({ ...tableView.state, filter });
  const { views, current } = useViewActions({ table, tableView, readState });
  if (views === null)
    return <NativeSelect disabled label={t('views:menu')} description={t('views:unknown')} />;
  if (views.length === 0) return null;
  const isChanged = current === null ? !isPlain(readState()) : !isSameView(current.state, readState());
  return (
    <NativeSelect
      label={t('views:menu')}
      value={isChanged ? changedChoice : (current?.id ?? plainChoice)}
      data={[
        ...(isChanged
          ? [
              {
                value: changedChoice,
                label: `${current?.name ?? t('view.plain')} ${t('views:changedMark')}`,
              },
            ]
          : []),
        { value: plainChoice, label: t('view.plain') },
        ...listShelves(views, tViews).map((shelf) => ({
          group: shelf.label,
          items: shelf.views.map(({ id, name }) => ({ value: id, label: name })),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const view = views.find(({ id }) => id === value);
        if (view !== undefined) onOpen(view);
        else if (value === plainChoice) onReset();
      }}
    />
  );
}

/** Widths and places of columns have no say here. */
function isPlain(state: ViewState): boolean {
  const isAnyHidden = state.columns.some(({ isHidden }) => isHidden);
  return !isAnyHidden && isSameView({ ...buildPlainViewState(), columns: state.columns }, state);
}
