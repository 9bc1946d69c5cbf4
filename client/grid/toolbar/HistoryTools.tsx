import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useSignal } from '#client/sync/useSignal.ts';
import { ToolIcon } from './ToolIcon.tsx';

/** Undo and redo. */
export function HistoryTools({ onUndo, onRedo }: { onUndo(): void; onRedo(): void }) {
  const { t } = useTranslation('grid');
  const { session } = useReport();
  const { canUndo, canRedo } = useSignal(session.history);
  return (
    <>
      <ToolIcon kind="undo" label={t('toolbar.undo')} isDisabled={!canUndo} onClick={onUndo} />
      <ToolIcon kind="redo" label={t('toolbar.redo')} isDisabled={!canRedo} onClick={onRedo} />
    </>
  );
}
