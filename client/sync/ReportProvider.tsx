import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { openReportSession } from './openReportSession.ts';
import { ReportContext } from './ReportContext.tsx';
import type { ReportSession } from './ReportSession.ts';

type Props = { structure: ReportStructure; actor: Actor; children: ReactNode };

/** Opens the report for as long as it is shown. Mount it anew (by `key`) for another report or person. */
export function ReportProvider({ structure, actor, children }: Props) {
  const [session, setSession] = useState<ReportSession | null>(null);

  const first = useRef({ structure, actor });

  useEffect(() => {
    const opened = openReportSession(first.current.structure, first.current.actor);
    setSession(opened);
    return () => {
      opened.close();
      setSession(null);
    };
  }, []);

  useEffect(() => session?.update(structure, actor), [session, structure, actor]);

  const open = useMemo(
    () => (session === null ? null : { structure, actor, rows: session.rows, session }),
    [structure, actor, session],
  );
  return open === null ? null : <ReportContext value={open}>{children}</ReportContext>;
}
