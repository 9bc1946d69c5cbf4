import { defaultRangeExtractor, measureElement, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { type CellPerson, groupPeopleByCell } from '../cells/groupPeopleByCell.ts';
import { countRowComments } from '../comments/CommentMarks.ts';
import { useCommentCounts } from '../comments/useCommentCounts.ts';
import type { GridWords } from '../GridWords.ts';
import type { GroupId } from '../groups/GroupId.ts';
import { GroupHeading } from './GroupHeading.tsx';
import { RowCard } from './RowCard.tsx';
import type { ListItem } from './RowList.ts';
import classes from './small.module.css';
import { useCardKeys } from './useCardKeys.ts';
import { useKeptPlace } from './useKeptPlace.ts';

/** What is asked of the list from outside. */
export type RowCardsHandle = {
  /** Scrolls to the row's card and focuses it. */
  focus(key: RowKey): void;
  /** The row on top of what is seen; null in an empty list. */
  firstSeen(): RowKey | null;
};

type Props = {
  items: readonly ListItem[];
  /** Whether a card names its organisation, where no title over it does. */
  isOwnerShown: boolean;
  /** Columns that the cards leave off. */
  hidden: ReadonlySet<string>;
  /** Null where the titles do not fold. */
  onFold: ((id: GroupId, isFolded: boolean) => void) | null;
  table: TableKind;
  words: GridWords;
  readLock(organisationId: OrganisationId): string | null;
  handle: RefObject<RowCardsHandle | null>;
  /** The row to begin at. */
  start: RowKey | null;
};

/** Pixels before any card has been measured. */
const estimated = { heading: 40, row: 78 };

const nobody: readonly CellPerson[] = [];

/** The cards, of which only those in sight are drawn. The name of the organisation one reads stays on top. */
export function RowCards(props: Props) {
  const { table, items, isOwnerShown, hidden, onFold, words, readLock, handle, start } = props;
  const { t } = useTranslation('small');
  const people = usePeople();
  const comments = useCommentCounts(table);
  const present = useMemo(() => groupByRow(people), [people]);
  const scroll = useRef<HTMLDivElement>(null);
  const headings = useMemo(
    () => items.flatMap((item, index) => (item.kind === 'heading' ? [index] : [])),
    [items],
  );
  const sticky = useRef<number | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      sticky.current = headings.findLast((index) => index <= range.startIndex) ?? null;
      const drawn = defaultRangeExtractor(range);
      return sticky.current === null ? drawn : [...new Set([sticky.current, ...drawn])];
    },
    [headings],
  );
  // Another function would have every place laid out anew, with each frame.
  const getItemKey = useCallback((index: number) => itemKey(items[index], index), [items]);
  // As the first of each kind turns out. Each one that is of another size has all below it laid out anew.
  const sizes = useRef({ ...estimated });
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => sizes.current[items[index]?.kind ?? 'row'],
    measureElement: (element, entry, instance) => {
      const size = measureElement(element, entry, instance);
      const kind = items[instance.indexFromElement(element)]?.kind;
      if (kind !== undefined && sizes.current[kind] === estimated[kind]) sizes.current[kind] = size;
      return size;
    },
    getItemKey,
    rangeExtractor,
    overscan: 6,
  });
  useKeptPlace({ virtualizer, scroll, items, start });

  const focusIndex = (index: number) => {
    const item = items[index];
    if (item?.kind !== 'row') return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    // Drawn with the next frame when it was out of sight.
    requestAnimationFrame(() => findCard(scroll.current, item.key)?.focus());
  };
  useImperativeHandle(handle, () => ({
    focus: (key) => focusIndex(items.findIndex((item) => item.kind === 'row' && item.key === key)),
    firstSeen: () => findFirstSeen(items, virtualizer.range?.startIndex ?? 0),
  }));
  useCardKeys(scroll, (key, step) => {
    const rows = items.flatMap((item, index) => (item.kind === 'row' ? [{ key: item.key, index }] : []));
    const next = rows[rows.findIndex((row) => row.key === key) + step];
    if (next !== undefined) focusIndex(next.index);
  });

  return (
    <div ref={scroll} className={classes.scroll}>
      <div
        className={classes.list}
        role="list"
        aria-label={t('list')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start: top }) => {
          const item = items[index];
          if (item === undefined) return null;
          const isSticky = index === sticky.current;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={isSticky ? `${classes.item} ${classes.sticky}` : classes.item}
              style={isSticky ? undefined : { transform: `translateY(${top}px)` }}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              {item.kind === 'heading' ? (
                <GroupHeading
                  heading={item}
                  onFold={
                    onFold &&
                    ((isFolded) => {
                      // What the title stands over goes: the title stays where it was touched.
                      if (isSticky && isFolded) virtualizer.scrollToIndex(index, { align: 'start' });
                      onFold(item.id, isFolded);
                    })
                  }
                />
              ) : (
                <RowCard
                  rowKey={item.key}
                  number={item.number}
                  isOwnerShown={isOwnerShown}
                  hidden={hidden}
                  words={words}
                  lock={readLock(organisationOf(item.key))}
                  commentCount={countRowComments(comments, item.key)}
                  people={present.get(item.key) ?? nobody}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function itemKey(item: ListItem | undefined, index: number): string | number {
  if (item === undefined) return index;
  return item.kind === 'row' ? item.key : `heading/${item.id}`;
}

function organisationOf(key: RowKey): OrganisationId {
  return key.slice(0, key.indexOf('/')) as OrganisationId;
}

function findFirstSeen(items: readonly ListItem[], from: number): RowKey | null {
  const item = items.slice(from).find(({ kind }) => kind === 'row');
  return item?.kind === 'row' ? item.key : null;
}

function findCard(scroll: Element | null, key: RowKey): HTMLElement | null {
  return scroll?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

/** By the row alone: a card has no columns. */
function groupByRow(
  people: Parameters<typeof groupPeopleByCell>[0],
): ReadonlyMap<string, readonly CellPerson[]> {
  const groups = new Map<string, CellPerson[]>();
  for (const [cell, present] of groupPeopleByCell(people)) {
    const key = cell.slice(0, cell.lastIndexOf('/'));
    groups.set(key, [...(groups.get(key) ?? []), ...present]);
  }
  return groups;
}
