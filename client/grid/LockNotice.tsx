import { Portal } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rowKey } from '#client/sync/RowStore.ts';
import { useAnchoredBox } from './editors/useAnchoredBox.ts';
import type { GridCell } from './GridCell.ts';
import classes from './GridPage.module.css';
import type { RowGrid } from './RowGrid.ts';

export type Lock = { cell: GridCell; reason: string };

/** Why a cell did not open, and its whole text to read. The focus stays in the table; the next key closes it. */
export function LockNotice({ grid, lock, text }: { grid: RowGrid; lock: Lock; text: string }) {
  const { t } = useTranslation('grid');
  const box = useRef<HTMLDivElement>(null);
  useAnchoredBox(box, grid, rowKey(lock.cell.row), lock.cell.column);
  return (
    <Portal>
      <div ref={box} className={classes.lock}>
        <div className={classes.lockPanel} role="alert" data-below>
          <strong>{t('lock.title')}.</strong> <span>{lock.reason}</span>
          {text !== '' && <p className={classes.lockText}>{text}</p>}
        </div>
      </div>
    </Portal>
  );
}
