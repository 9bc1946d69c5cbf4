import { Button, Chip, CloseButton, TextInput, Tooltip } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isNarrowing, noFilter, type RowFilter } from '#client/app/RowFilter.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { View } from '#shared/model/view.ts';
import type { ChoiceLabel } from './CellTexts.ts';
import { LayoutMenu } from './columns/LayoutMenu.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { numberColumn } from './fields.ts';
import classes from './GridPage.module.css';
import type { GridWords } from './GridWords.ts';
import type { RowGrid } from './RowGrid.ts';
import { AddedFilter } from './toolbar/AddedFilter.tsx';
import { AddRow } from './toolbar/AddRow.tsx';
import { ExtraFilters } from './toolbar/ExtraFilters.tsx';
import { HistoryTools } from './toolbar/HistoryTools.tsx';
import { ToolIcon } from './toolbar/ToolIcon.tsx';
import { useFilterOptions } from './useFilterOptions.ts';
import { isSameView } from './views/isSameView.ts';
import type { TableView } from './views/useTableView.ts';
import { useViewActions } from './views/useViewActions.ts';
import { ViewMenu } from './views/ViewMenu.tsx';

type Props = {
  table: TableKind;
  filter: RowFilter;
  onFilter(change: Partial<RowFilter>): void;
  search: string;
  onSearch(text: string): void;
  searchInput: RefObject<HTMLInputElement | null>;
  words: GridWords & { choiceLabel: ChoiceLabel };
  /** Those whose sheets may be written now. */
  writable: readonly Organisation[];
  grid: RowGrid | null;
  tableView: TableView;
  onOpenView(view: View): void;
  onResetView(): void;
  focusedColumn: string | null;
  onAdd(organisationId: OrganisationId): void;
  canDelete: boolean;
  onDelete(): void;
  onEnterGrid(): void;
  onImport(): void;
  onUndo(): void;
  onRedo(): void;
  /** Before the tools at the end. */
  children?: ReactNode;
};

/**
 * Above the table: what narrows it on the left, what changes it on the right. Only what is needed daily
 * stands open, the rest is in menus.
 */
export function GridToolbar(props: Props) {
  const { table, filter, onFilter, search, onSearch, searchInput, words, writable, grid, tableView } = props;
  const { choiceLabel } = words;
  const { t } = useTranslation(['grid', 'imports']);
  const readState = () => ({ ...tableView.state, filter });
  const views = useViewActions({ table, tableView, readState });
  const options = useFilterOptions(table, choiceLabel);
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <FilterSelect
        label={t('toolbar.direction')}
        allLabel={t('toolbar.allDirections')}
        options={options.directions}
        chosen={filter.directions}
        onChange={(chosen) => onFilter({ directions: chosen })}
        width={148}
      />
      <FilterSelect
        label={t('toolbar.organisation')}
        allLabel={t('toolbar.allOrganisations')}
        options={options.organisations}
        chosen={filter.organisations}
        onChange={(chosen) => onFilter({ organisations: chosen })}
        width={148}
      />
      {table === 'activity' ? (
        <FilterSelect
          label={t('toolbar.state')}
          allLabel={t('toolbar.allStates')}
          options={options.states}
          chosen={filter.states}
          onChange={(chosen) => onFilter({ states: chosen })}
          width={124}
        />
      ) : (
        <FilterSelect
          label={t('toolbar.fund')}
          allLabel={t('toolbar.allFunds')}
          options={options.funds}
          chosen={filter.funds}
          onChange={(chosen) => onFilter({ funds: chosen })}
          width={128}
        />
      )}
      <AddedFilter columns={options.added} filter={filter} onFilter={onFilter} />
      <Chip size="xs" radius="sm" checked={filter.isMine} onChange={(isMine) => onFilter({ isMine })}>
        {t('toolbar.mine')}
      </Chip>
      <TextInput
        ref={searchInput}
        size="xs"
        w={164}
        type="search"
        aria-label={t('toolbar.search')}
        placeholder={t('toolbar.search')}
        value={search}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton size="xs" aria-label={t('toolbar.clearSearch')} onClick={() => onSearch('')} />
          )
        }
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code === 'Escape' && search !== '') {
            event.preventDefault();
            onSearch('');
          } else if (event.code === 'ArrowDown' || event.code === 'Enter' || event.code === 'Escape') {
            event.preventDefault();
            props.onEnterGrid();
          }
        }}
      />
      <ExtraFilters filter={filter} choiceLabel={choiceLabel} onFilter={onFilter} />
      {(isNarrowing(filter) || search !== '') && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            onFilter(noFilter);
            onSearch('');
          }}
        >
          {t('toolbar.clear')}
        </Button>
      )}
      <div className={classes.toolbarEnd}>
        {props.children}
        <HistoryTools onUndo={props.onUndo} onRedo={props.onRedo} />
        <ViewMenu
          actions={views}
          isChanged={views.current !== null && !isSameView(views.current.state, readState())}
          onOpen={props.onOpenView}
          onReset={props.onResetView}
        />
        <LayoutMenu
          grouping={tableView.state.grouping}
          onGrouping={(grouping) => tableView.change({ grouping, collapsed: [] })}
          density={tableView.state.density}
          onDensity={(density) => tableView.change({ density })}
          readColumns={() => grid?.layout.columns() ?? []}
          columnTitle={words.anyColumnTitle}
          onHidden={(column, isHidden) => grid?.layout.setHidden(column, isHidden)}
          focusedColumn={props.focusedColumn === numberColumn ? null : props.focusedColumn}
          onFreeze={(upTo) => grid?.layout.freeze(upTo)}
          onReset={() => grid?.layout.reset()}
        />
        {writable.length > 0 && (
          <>
            <ToolIcon
              kind="delete"
              label={t('toolbar.deleteRow')}
              isDisabled={!props.canDelete}
              onClick={props.onDelete}
            />
            <AddRow writable={writable} onAdd={props.onAdd} />
            <Tooltip label={t('imports:openHint')}>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
                onClick={props.onImport}
              >
                {t('imports:open')}
              </Button>
            </Tooltip>
          </>
        )}
      </div>
    </div>
  );
}
