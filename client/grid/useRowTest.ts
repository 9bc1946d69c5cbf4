import { useMemo } from 'react';
import { buildRowTest, type RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { Row } from '#shared/model/rows.ts';
import { normaliseSearch } from './CellTexts.ts';
import type { GridWords } from './GridWords.ts';

/** Whether filter and search let a row pass; `search` is as it was typed. */
export function useRowTest(filter: RowFilter, search: string, words: GridWords): (row: Row) => boolean {
  const { structure, session } = useReport();
  return useMemo(() => {
    const passes = buildRowTest(filter, structure, (id) => session.canWrite(id).allowed);
    const wanted = normaliseSearch(search.trim());
    return (row) => passes(row) && (wanted === '' || words.texts.searchable(row).includes(wanted));
  }, [filter, structure, session, search, words]);
}
