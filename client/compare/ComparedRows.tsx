import { Box, SegmentedControl, Select, VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import table from '#client/control/table.module.css';
import type { ComparisonAnswer, RowDifference } from '#shared/api/comparison.ts';
import { tableKinds } from '#shared/model/rows.ts';
import classes from './compare.module.css';
import {
  directionKey,
  filterRows,
  noFilter,
  type RowDifferenceFilter,
  readShownSide,
  rowChanges,
} from './filterRows.ts';
import { RowDifferenceItem } from './RowDifferenceItem.tsx';

const guessedHeight = 72;

/** Rows that came, went and changed, in one list with filters; only those in sight are drawn. */
export function ComparedRows({ answer }: { answer: ComparisonAnswer }) {
  const { t } = useTranslation('compare');
  const { rows } = answer.comparison;
  const [filter, setFilter] = useState(noFilter);
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const { added, removed, changed } = answer.rowCounts;
  const all = added + removed + changed;
  return (
    <Section
      title={t('rows.title')}
      side={<span className={classes.count}>{t('rows.count', { count: shown.length })}</span>}
    >
      {all > 0 && <RowFilters rows={rows} filter={filter} onChange={setFilter} />}
      {rows.length < all && (
        <p className={classes.limited}>{t('rows.limited', { shown: rows.length, all })}</p>
      )}
      {shown.length === 0 ? (
        <p className={table.muted}>{t('rows.none')}</p>
      ) : (
        <RowList rows={shown} answer={answer} />
      )}
    </Section>
  );
}

type FilterProps = {
  rows: readonly RowDifference[];
  filter: RowDifferenceFilter;
  onChange(filter: RowDifferenceFilter): void;
};

function RowFilters({ rows, filter, onChange }: FilterProps) {
  const { t } = useTranslation('compare');
  const { directions, organisations } = useMemo(() => {
    const sides = rows.flatMap(({ before, after }) => [before, after]).filter((side) => side !== null);
    return {
      directions: new Map(sides.map((side) => [directionKey(side), side.direction])),
      organisations: new Map(sides.map(({ organisation }) => [organisation.id, organisation.shortName])),
    };
  }, [rows]);
  const all = 'all';
  return (
    <div className={classes.filters}>
      <div role="group" aria-label={t('rows.changeLabel')}>
        <SegmentedControl
          size="xs"
          value={filter.change ?? all}
          data={[all, ...rowChanges].map((value) => ({
            value,
            label: t(`rows.change.${value as 'all' | (typeof rowChanges)[number]}`),
          }))}
          onChange={(value) =>
            onChange({ ...filter, change: rowChanges.find((change) => change === value) ?? null })
          }
        />
      </div>
      <Select
        size="xs"
        aria-label={t('rows.table.label')}
        value={filter.table ?? all}
        allowDeselect={false}
        data={[all, ...tableKinds].map((value) => ({
          value,
          label: t(`rows.table.${value as 'all' | (typeof tableKinds)[number]}`),
        }))}
        onChange={(value) =>
          onChange({ ...filter, table: tableKinds.find((kind) => kind === value) ?? null })
        }
      />
      <Select
        size="xs"
        aria-label={t('rows.direction')}
        placeholder={t('rows.allDirections')}
        clearable
        value={filter.direction}
        data={[...directions]
          .sort(
            ([, a], [, b]) => (a?.number ?? Number.MAX_SAFE_INTEGER) - (b?.number ?? Number.MAX_SAFE_INTEGER),
          )
          .map(([value, direction]) => ({
            value,
            label: direction === null ? t('rows.noDirection') : `${direction.number}. ${direction.title}`,
          }))}
        onChange={(direction) => onChange({ ...filter, direction })}
      />
      <Select
        size="xs"
        aria-label={t('rows.organisation')}
        placeholder={t('rows.allOrganisations')}
        clearable
        searchable
        value={filter.organisation}
        data={[...organisations].map(([value, label]) => ({ value, label }))}
        onChange={(organisation) => onChange({ ...filter, organisation })}
      />
    </div>
  );
}

function RowList({ rows, answer }: { rows: readonly RowDifference[]; answer: ComparisonAnswer }) {
  const { t } = useTranslation('compare');
  const box = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => guessedHeight,
    overscan: 6,
  });
  return (
    <Box component="section" ref={box} className={classes.rows} aria-label={t('rows.list')} tabIndex={0}>
      <VisuallyHidden>{t('texts.legend')}</VisuallyHidden>
      <ul className={classes.rowList} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              className={classes.rowItem}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <RowDifferenceItem
                key={`${row.table}/${readShownSide(row).organisation.id}/${readShownSide(row).rowId}`}
                row={row}
                after={answer.after}
              />
            </li>
          );
        })}
      </ul>
    </Box>
  );
}
