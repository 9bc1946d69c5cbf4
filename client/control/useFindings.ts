import { useEffect, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { Finding } from '#shared/checks/Finding.ts';
import { computeFindings } from '#shared/checks/findings.ts';

/** Checks read every row, so unlike totals they follow changes once in this time, not with each. */
const intervalMs = 1_000;

/** What the checks say about the report now, at most a second old. */
export function useFindings(): readonly Finding[] {
  const { structure, rows, session } = useReport();
  const [findings, setFindings] = useState<readonly Finding[]>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      timer = undefined;
      setFindings(computeFindings(structure, [...rows.all()], session.totals.get()));
    };
    check();
    const stop = session.totals.subscribe(() => {
      timer ??= setTimeout(check, intervalMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [structure, rows, session]);

  return findings;
}
