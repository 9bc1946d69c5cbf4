import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { GoneRow, HistoryChange, HistoryField } from '#shared/api/history.ts';
import { buildInsert } from './planRestore.ts';
import { TakeBackButton } from './TakeBackButton.tsx';
import { readStored, readValue } from './useStoredText.ts';

export type Restore = {
  /** Null when there is nothing to restore: no right, no such row, or it stands so already. */
  value(change: HistoryChange, field: HistoryField, stored: unknown): (() => void) | null;
  row(gone: GoneRow): (() => void) | null;
};

/** Brings back what was: an edit of one's own like any other, so rights, journal and undo are those of edits. */
export function useRestore(): Restore {
  const { t } = useTranslation('cellHistory');
  const { session, rows } = useReport();

  const write = useCallback(
    (edits: Parameters<typeof session.edit>[0], message: string) => {
      const takeBack = session.edit(edits);
      notifications.show({
        message: (
          <>
            {message} <TakeBackButton onTakeBack={takeBack} />
          </>
        ),
      });
    },
    [session],
  );

  return {
    value(change, field, stored) {
      const { organisationId, rowId } = change;
      const row = rows.get(rowKey({ organisationId, id: rowId }));
      if (row === undefined || !session.canWrite(organisationId).allowed) return null;
      const value = readValue(change, field, stored);
      const values: Partial<Record<HistoryField, unknown>> = row.values;
      if (value === undefined || (values[field] ?? null) === value) return null;
      return () => write([{ kind: 'set', organisationId, rowId, field, value }], t('restore.doneValue'));
    },
    row(gone) {
      const { organisationId, rowId } = gone;
      const row = readStored(gone, gone.stored);
      if (row === null || rows.get(rowKey({ organisationId, id: rowId })) !== undefined) return null;
      if (!session.canWrite(organisationId).allowed) return null;
      return () => write([buildInsert(row)], t('restore.doneRow'));
    },
  };
}
