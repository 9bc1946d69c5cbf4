import { useMemo } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { CommandHandlers } from './CommandHandlers.ts';

/** Undo and redo. */
export function useHistoryCommands(): Pick<CommandHandlers, 'undo' | 'redo'> {
  const { session } = useReport();
  return useMemo(
    () => ({
      undo() {
        session.undo();
        return true;
      },
      redo() {
        session.redo();
        return true;
      },
    }),
    [session],
  );
}
