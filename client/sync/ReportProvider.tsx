import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useThreadNews } from '#client/api/comments.ts';
import { noticesKey } from '#client/api/notices.ts';
import { structureKey } from '#client/api/useReports.ts';
import { sessionKey } from '#client/api/useSession.ts';
import { pagePaths } from '#client/app/links.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { clearOthers } from './clearLocalData.ts';
import { createFindingFeed } from './FindingFeed.ts';
import { openReportSession, type ReportEvents } from './openReportSession.ts';
import { type OpenReport, ReportContext } from './ReportContext.tsx';
import { createBrowserEnvironment } from './SyncEnvironment.ts';
import { onSignedOutElsewhere } from './signOutChannel.ts';

type Props = {
  structure: ReportStructure;
  actor: Actor;
  /** Shows the person what the server would not take, or why it waits. */
  onRejected: ReportEvents['onRejected'];
  onTrouble: ReportEvents['onTrouble'];
  onFinalising: ReportEvents['onFinalising'];
  children: ReactNode;
};

/** Opens the report for as long as it is shown. Mount it anew (by `key`) for another report or person. */
export function ReportProvider({ structure, actor, onRejected, onTrouble, onFinalising, children }: Props) {
  const queries = useQueryClient();
  const threadNews = useThreadNews();
  const [opened, setOpened] = useState<Pick<OpenReport, 'session' | 'findings'> | null>(null);
  const first = useRef({ structure, actor });
  const tell = useRef({ onRejected, onTrouble, onFinalising });
  tell.current = { onRejected, onTrouble, onFinalising };

  useEffect(() => {
    const { report } = first.current.structure;
    const refetch = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    const session = openReportSession(
      first.current.structure,
      first.current.actor,
      {
        onStructureChanged: () => refetch(structureKey(report.id)),
        onRightsChanged: () => {
          refetch(sessionKey);
          refetch(structureKey(report.id));
        },
        onCommentsChanged: (threadId) => threadNews(report.id, threadId),
        onNoticesChanged: () => refetch(noticesKey),
        onFinalising: (by) => tell.current.onFinalising(by),
        onSession: (answer) => queries.setQueryData(sessionKey, answer),
        onRejected: (edits) => tell.current.onRejected(edits),
        onTrouble: (code, parameters) => tell.current.onTrouble(code, parameters),
      },
      createBrowserEnvironment(),
    );
    const findings = createFindingFeed(first.current.structure, session.rows, session.totals);
    setOpened({ session, findings });
    void clearOthers(first.current.actor.userId);
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      if (session.pendingCount() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', askBeforeLeaving);
    const stopListening = onSignedOutElsewhere(() => {
      // The tab that signed out has asked about unsent changes, and taken the copies away.
      window.removeEventListener('beforeunload', askBeforeLeaving);
      location.assign(pagePaths.signIn);
    });
    return () => {
      stopListening();
      window.removeEventListener('beforeunload', askBeforeLeaving);
      findings.stop();
      session.close();
      setOpened(null);
    };
  }, [queries, threadNews]);

  useEffect(() => {
    if (opened === null) return;
    // Not before the page is drawn, which fifty sheets would put off.
    const timer = setTimeout(() => opened.session.start());
    return () => clearTimeout(timer);
  }, [opened]);
  useEffect(() => opened?.session.update(structure, actor), [opened, structure, actor]);
  useEffect(() => opened?.findings.setStructure(structure), [opened, structure]);

  const open = useMemo(
    () => (opened === null ? null : { structure, actor, rows: opened.session.rows, ...opened }),
    [structure, actor, opened],
  );
  return open === null ? null : <ReportContext value={open}>{children}</ReportContext>;
}
