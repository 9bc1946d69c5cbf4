import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilter, type RowFilter, writeRowFilter } from '#client/app/RowFilter.ts';
import { useLockText } from '#client/submission/useLockText.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import { EmptyTable } from '../EmptyTable.tsx';
import { organisationColumn } from '../fields.ts';
import type { TableLayoutProps } from '../TableLayoutProps.ts';
import { useGridWords } from '../useGridWords.ts';
import { useRowFilter } from '../useRowFilter.ts';
import { useWritable } from '../useWritable.ts';
import { ReversingProgress } from '../work/ReversingProgress.tsx';
import { FilterDrawer } from './FilterDrawer.tsx';
import { MissingRow } from './MissingRow.tsx';
import { RowCards, type RowCardsHandle } from './RowCards.tsx';
import { SmallChanges } from './SmallChanges.tsx';
import { SmallFindings } from './SmallFindings.tsx';
import { SmallRowForm } from './SmallRowForm.tsx';
import { SmallToolbar } from './SmallToolbar.tsx';
import { SmallTotals } from './SmallTotals.tsx';
import classes from './small.module.css';
import { useListWish } from './useListWish.ts';
import { useRowList } from './useRowList.ts';
import { useRowPlace } from './useRowPlace.ts';
import { useSmallRows } from './useSmallRows.ts';
import { useSmallView } from './useSmallView.ts';
import { useUnfold } from './useUnfold.ts';

/** Filtering thousands at each letter would hold the letters up. */
const searchMs = 150;

/** «Заходи» and «Видатки» on a small screen: cards to read, and a form for one row. */
export function SmallTablePage({ table, tableView, place }: TableLayoutProps) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  const isLoaded = useIsLoaded();
  const words = useGridWords(structure);
  const [filter, setFilter] = useRowFilter();
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [areFindingsOpen, setFindingsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [wantedText] = useDebouncedValue(search, searchMs);
  const cards = useRef<RowCardsHandle>(null);
  const opened = useRowPlace(table);
  const [newRow, setNewRow] = useState<RowId | null>(null);
  const rowActions = useSmallRows(table, filter);

  const writable = useWritable();
  const { readLock } = useLockText();
  const wish = useListWish({ table, words, filter, search: wantedText, state: tableView.state });
  const { list, state } = useRowList(table, wish);

  const { key } = opened;
  const view = useSmallView({ table, tableView, setFilter });
  const unfold = useUnfold(wish, view.fold);
  useEffect(() => {
    if (key === null) return;
    list.keep(key);
    unfold(key);
  }, [list, key, unfold]);
  // Focused once it is in the list: its group may have to be unfolded for it.
  const [awaited, setAwaited] = useState<RowKey | null>(null);
  useEffect(() => {
    if (awaited === null) return;
    if (!state.items.some((item) => item.kind === 'row' && item.key === awaited)) return;
    cards.current?.focus(awaited);
    setAwaited(null);
  }, [awaited, state.items]);
  // Whoever shows the table next begins where this one was.
  const [start] = useState(place.current);
  useEffect(
    () => () => {
      place.current = key ?? cards.current?.firstSeen() ?? null;
    },
    [place, key],
  );
  // Also when it was the browser's way back that closed the form.
  const left = useRef(key);
  useEffect(() => {
    if (key === null && left.current !== null) cards.current?.focus(left.current);
    left.current = key;
  }, [key]);

  const filterByHand = (part: Partial<RowFilter>) => {
    setFilter(part);
    tableView.change({ filter: { ...filter, ...part } });
  };
  const add = (organisationId: OrganisationId) => {
    const id = rowActions.add(organisationId);
    setNewRow(id);
    opened.open({ id });
  };
  const [firstWritable] = writable;

  return (
    <>
      <title>{`${t(`title.${table}`)} — ${structure.report.title}`}</title>
      <div className={classes.layout}>
        <div className={classes.page} inert={key !== null}>
          <h1 className="visually-hidden">{t(`title.${table}`)}</h1>
          <SmallToolbar
            search={search}
            onSearch={setSearch}
            filterCount={writeRowFilter(filter).size}
            onFilter={() => setFilterOpen(true)}
            onFindings={() => setFindingsOpen(true)}
            onChanged={(changed) => {
              unfold(changed);
              setAwaited(changed);
            }}
            table={table}
            writable={writable}
            onAdd={add}
          />
          {state.items.length === 0 ? (
            <div className={classes.empty}>
              <EmptyTable
                table={table}
                allCount={state.allCount}
                isLoaded={isLoaded}
                onAdd={firstWritable === undefined ? null : () => add(firstWritable.id)}
                onClearFilter={() => {
                  filterByHand(noFilter);
                  setSearch('');
                }}
              />
            </div>
          ) : (
            <RowCards
              table={table}
              items={state.items}
              isOwnerShown={wish.groups?.grouping !== 'organisation' && !view.hidden.has(organisationColumn)}
              hidden={view.hidden}
              onFold={tableView.state.grouping === 'none' ? null : view.fold}
              words={words}
              readLock={readLock}
              handle={cards}
              start={start}
            />
          )}
          <SmallTotals table={table} state={state} />
        </div>
        {key !== null && (
          <SmallRowForm
            key={key}
            rowKey={key}
            items={state.items}
            words={words}
            readLock={readLock}
            newRow={newRow}
            wantedField={opened.field}
            onReplace={opened.replace}
            onClose={opened.close}
            onDelete={(row) => {
              rowActions.remove(row, () => opened.open(row));
              opened.close();
            }}
          />
        )}
        {opened.isMissing && isLoaded && <MissingRow onClose={opened.close} />}
      </div>
      <FilterDrawer
        table={table}
        filter={filter}
        onFilter={filterByHand}
        tableView={tableView}
        onOpenView={view.open}
        onResetView={view.reset}
        words={words}
        shownCount={state.sums.rowCount}
        isOpen={isFilterOpen}
        onClose={() => setFilterOpen(false)}
      />
      <ReversingProgress />
      <SmallChanges words={words} />
      <SmallFindings isOpen={areFindingsOpen} onOpen={setFindingsOpen} />
    </>
  );
}
