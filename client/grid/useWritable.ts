import { useMemo } from 'react';
import { useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import type { Organisation } from '#shared/model/structure.ts';

/** Those whose sheets may be written now. */
export function useWritable(): readonly Organisation[] {
  const { structure, session } = useReport();
  // Rights and connections decide, and both are told through the state of saving.
  const saveKind = useSaveState().kind;
  return useMemo(
    () => structure.organisations.filter(({ id }) => saveKind !== 'loading' && session.canWrite(id).allowed),
    [structure, session, saveKind],
  );
}
