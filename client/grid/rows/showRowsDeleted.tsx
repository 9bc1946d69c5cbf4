import { notifications } from '@mantine/notifications';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import type { Row } from '#shared/model/rows.ts';
import { RowsDeletedNotice } from './RowsDeletedNotice.tsx';

type Options = {
  /** Those that went, at least one. */
  rows: readonly Row[];
  /** About those that were left, and whose they are; null when all went. */
  kept: string | null;
  restore(): Promise<HistoryOutcome>;
  onRestored(): void;
};

/** Says for a while what was deleted, with the way back. */
export function showRowsDeleted({ rows, kept, restore, onRestored }: Options): void {
  const id = `deleted-${rows.at(-1)?.id}`;
  const handleRestored = () => {
    notifications.hide(id);
    onRestored();
  };
  notifications.show({
    id,
    autoClose: 12_000,
    message: (
      <RowsDeletedNotice count={rows.length} kept={kept} restore={restore} onRestored={handleRestored} />
    ),
  });
}
