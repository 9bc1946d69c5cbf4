import { useMemo } from 'react';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { GridTools } from './commands/GridTools.ts';
import type { WriteContext } from './paste/CellCheck.ts';

/** What paste, import, fill and replace check a cell by, before they write it. */
export function useWriteContext({ table, words }: Pick<GridTools, 'table' | 'words'>): WriteContext {
  const { structure, session } = useReport();
  const language = useLanguage();
  return useMemo(
    () => ({
      table,
      structure,
      language,
      columnTitle: words.columnTitle,
      choiceLabel: words.choiceLabel,
      canWrite: (organisationId) => session.canWrite(organisationId),
    }),
    [table, structure, language, words, session],
  );
}
