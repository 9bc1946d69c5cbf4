import { useEffect, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { AppError } from '#shared/errors/AppError.ts';
import type { Editing } from '../editors/Editing.ts';
import type { GridWords } from '../GridWords.ts';
import { CellWatch } from './CellWatch.ts';

/** Watches the cell for as long as its editor is shown. */
export function useCellWatch({ row, spec }: Editing, words: GridWords): CellWatch {
  const { session } = useReport();
  const readLock = (): AppError | null => {
    const decision = session.canWrite(row.organisationId);
    if (decision.allowed) return null;
    return new AppError(decision.reason, { organisation: words.texts.organisation(row.organisationId) });
  };
  const latest = useRef(readLock);
  latest.current = readLock;
  const [watch] = useState(
    () => new CellWatch({ session, start: row, field: spec.field, readLock: () => latest.current() }),
  );
  useEffect(() => watch.start(), [watch]);
  // At every drawing: the person's rights or the report may be what has changed.
  useEffect(() => watch.look());
  return watch;
}
