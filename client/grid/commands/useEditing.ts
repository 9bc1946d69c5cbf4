import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLockText } from '#client/submission/useLockText.ts';
import type { Editing } from '../editors/Editing.ts';
import { insertText } from '../editors/insertText.ts';
import { printToday } from '../editors/printToday.ts';
import { deviationColumn, organisationColumn } from '../fields.ts';
import type { GridCell } from '../GridCell.ts';
import type { Lock } from '../LockNotice.tsx';
import type { CommandHandlers } from './CommandHandlers.ts';

export type EditingActions = {
  editing: Editing | null;
  setEditing(editing: Editing | null): void;
  /** Why the last cell did not open; null when there is nothing to say. */
  lock: Lock | null;
  clearLock(): void;
  /** Why the cell cannot be changed, in words; null when it can. */
  lockOf(cell: GridCell): string | null;
  /** Opens the cell's editor, or says why it does not. */
  open(cell: GridCell, isTyped: boolean): void;
  handlers: Pick<CommandHandlers, 'edit' | 'type' | 'today'>;
};

/** The cell that is open for typing, and why one does not open. */
export function useEditing(): EditingActions {
  const { t } = useTranslation('grid');
  const { readLock } = useLockText();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lock, setLock] = useState<Lock | null>(null);

  const lockOf = useCallback(
    ({ row, column, spec }: GridCell): string | null => {
      const locked = readLock(row.organisationId);
      if (locked !== null) return locked;
      if (spec !== null) return null;
      if (column === deviationColumn) return t('lock.derived');
      return column === organisationColumn ? t('lock.organisation') : t('lock.number');
    },
    [readLock, t],
  );

  const open = useCallback(
    (cell: GridCell, isTyped: boolean) => {
      const reason = lockOf(cell);
      const { row, column, spec } = cell;
      if (reason !== null || spec === null) {
        setLock({ cell, reason: reason ?? '' });
        return;
      }
      // In one go: the key that opened it is typed into it when this handler returns.
      flushSync(() => {
        setLock(null);
        setEditing({ row, column, spec, isTyped });
      });
    },
    [lockOf],
  );

  const clearLock = useCallback(() => setLock(null), []);
  const handlers = useMemo<EditingActions['handlers']>(() => {
    const openWith =
      (isTyped: boolean): CommandHandlers['edit'] =>
      ({ cell }) => {
        if (cell !== null) open(cell, isTyped);
        return cell !== null;
      };
    return {
      edit: openWith(false),
      type: openWith(true),
      /** As if the date had been typed over the cell, where one can stand. */
      today(place) {
        const kind = place.cell?.spec?.kind;
        if (kind !== 'period' && kind !== 'long' && kind !== 'text') return false;
        const isHeard = openWith(true)(place);
        const field = document.activeElement;
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
          insertText(field, printToday());
        return isHeard;
      },
    };
  }, [open]);

  return useMemo(
    () => ({ editing, setEditing, lock, clearLock, lockOf, open, handlers }),
    [editing, lock, clearLock, lockOf, open, handlers],
  );
}
