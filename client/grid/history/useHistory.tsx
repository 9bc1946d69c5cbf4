import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import type { HistoryChange } from '#client/sync/history/HistoryChange.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import { type TableKind, tableKinds } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import { findFieldSpec } from '../fields.ts';
import { showBusy } from '../work/showBusy.ts';
import { HistoryNotice } from './HistoryNotice.tsx';

export type History = {
  undo(): void;
  redo(): void;
  handlers: Pick<CommandHandlers, 'undo' | 'redo'>;
};

/** Brings a place of the table into sight; `column` may be none of those shown. */
type OnChanged = (row: RowKey, column: string) => void;

const noticeId = 'history';

/** Undo and redo, by keys and by buttons: what changed comes into sight, and what could not is said. */
export function useHistory(table: TableKind, onChanged: OnChanged): History {
  const { t } = useTranslation(['history', 'work']);
  const { session, structure } = useReport();
  const navigate = useNavigate();

  return useMemo(() => {
    /** The first place that changed in this table. */
    function reveal({ places }: HistoryChange): void {
      const place = places.find((candidate) => candidate.table === table && candidate.isThere);
      if (place === undefined) return;
      onChanged(`${place.organisationId}/${place.rowId}`, place.field ?? '');
    }

    function tell(change: HistoryChange): void {
      const lines: string[] = [];
      const other = tableKinds.find((kind) => kind !== table) ?? table;
      const elsewhere = change.places.filter((place) => place.table === other);
      if (elsewhere.length > 0 && elsewhere.length === change.places.length) {
        lines.push(t(`elsewhere.${other}.${change.direction}`, { count: change.count }));
      }
      if (change.restCount > 0) {
        const done = change.count + change.keptCount + change.lockedCount;
        lines.push(t(`stopped.${change.direction}`, { done, total: done + change.restCount }));
      }
      if (change.keptCount > 0) lines.push(t('kept', { count: change.keptCount }));
      if (change.lockedCount > 0) lines.push(t('locked', { count: change.lockedCount }));
      notifications.hide(noticeId);
      if (lines.length === 0) return;
      const target = elsewhere.find(({ isThere }) => isThere);
      const show = () => {
        if (target === undefined) return;
        notifications.hide(noticeId);
        const field: Field | null = findFieldSpec(other, target.field ?? '')?.field ?? null;
        void navigate(rowLink(structure.report.id, other, target.rowId, field));
      };
      const onShow = lines.length > 0 && target !== undefined ? show : null;
      notifications.show({ id: noticeId, message: <HistoryNotice lines={lines} onShow={onShow} /> });
    }

    async function reverse(direction: HistoryChange['direction']): Promise<void> {
      const change = await session[direction]();
      if (change === null) return;
      if (change === 'busy') {
        showBusy(t('work:busy'));
        return;
      }
      reveal(change);
      tell(change);
    }

    const undo = () => void reverse('undo');
    const redo = () => void reverse('redo');
    const handlers = {
      undo() {
        undo();
        return true;
      },
      redo() {
        redo();
        return true;
      },
    };
    return { undo, redo, handlers };
  }, [session, structure, table, onChanged, navigate, t]);
}
