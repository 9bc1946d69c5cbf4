import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useListFocus } from '#client/grid/findings/useListFocus.ts';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { GoneRow, HistoryChange, HistoryField } from '#shared/api/history.ts';
import { ChangeItem } from './ChangeItem.tsx';
import classes from './history.module.css';
import type { useHistoryPages } from './useHistoryPages.ts';
import { useRestore } from './useRestore.tsx';

type Props = {
  pages: ReturnType<typeof useHistoryPages>;
  field: HistoryField | null;
  /** What to say when there are none. */
  emptyText: string;
  label: string;
  renderPlace(change: HistoryChange, gone: GoneRow | null): ReactNode;
};

/** Changes, the latest first, with the way to those that went before. */
export function ChangeList({ pages, field, emptyText, label, renderPlace }: Props) {
  const { t } = useTranslation('cellHistory');
  const errorText = useErrorText();
  const changes = pages.data?.pages.flatMap((page) => page.changes) ?? [];
  const gone = new Map(
    (pages.data?.pages.flatMap((page) => page.gone) ?? []).map((row) => [
      rowKey({ organisationId: row.organisationId, id: row.rowId }),
      row,
    ]),
  );
  if (pages.error !== null) {
    return (
      <Alert color="red" role="alert" m={12}>
        {errorText(pages.error)}
      </Alert>
    );
  }
  if (pages.data === undefined) return <p className={classes.note}>{t('loading')}</p>;
  return (
    <>
      {changes.length === 0 && <p className={classes.note}>{emptyText}</p>}
      <Changes changes={changes} gone={gone} field={field} label={label} renderPlace={renderPlace} />
      {pages.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          m={12}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('earlier')}
        </Button>
      )}
    </>
  );
}

type ChangesProps = Pick<Props, 'field' | 'label' | 'renderPlace'> & {
  changes: readonly HistoryChange[];
  gone: ReadonlyMap<RowKey, GoneRow>;
};

function Changes({ changes, gone, field, label, renderPlace }: ChangesProps) {
  const restore = useRestore();
  // What was restored offers itself no more: the focus goes to the next.
  const list = useListFocus<HTMLUListElement>();
  return (
    <ul ref={list} className={classes.list} aria-label={label}>
      {changes.map((change) => {
        const key = rowKey({ organisationId: change.organisationId, id: change.rowId });
        const goneRow = gone.get(key) ?? null;
        return (
          <ChangeItem
            key={`${key}/${change.sequence}/${change.field}`}
            change={change}
            field={field}
            gone={goneRow}
            restore={restore}
            place={renderPlace(change, goneRow)}
          />
        );
      })}
    </ul>
  );
}
