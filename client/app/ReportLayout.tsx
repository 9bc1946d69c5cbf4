import { Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { buildPath } from '#client/api/client.ts';
import { useReportStructure } from '#client/api/useReports.ts';
import { useSession } from '#client/api/useSession.ts';
import { ReportProvider } from '#client/sync/ReportProvider.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { ReportId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import { FailurePage } from './FailurePage.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { pagePaths } from './links.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { ReportShell } from './ReportShell.tsx';
import { keepForOffline } from './registerOfflineShell.ts';
import { useReportNotices } from './useReportNotices.tsx';

/** Everything under `/reports/:reportId`. */
export function ReportLayout() {
  const reportId = ReportId.safeParse(useParams().reportId);
  return reportId.success ? (
    <OpenReportLayout key={reportId.data} reportId={reportId.data} />
  ) : (
    <NotFoundPage />
  );
}

function OpenReportLayout({ reportId }: { reportId: ReportId }) {
  const session = useSession();
  const structure = useReportStructure(reportId);
  const notices = useReportNotices(structure.data);
  const location = useLocation();
  // A session that ends in mid-edit must not close the report: the person it was opened for stays its
  // owner here, and a dialog says what to do.
  const [owner, setOwner] = useState<Actor | null>(null);
  const current = session.data?.actor ?? null;
  if (current !== null && current !== owner && (owner === null || owner.userId === current.userId)) {
    setOwner(current);
  }

  const ownerId = owner?.userId;
  useEffect(() => {
    if (ownerId === undefined) return;
    const ofReport = [apiPaths.report, apiPaths.views].map((path) => buildPath(path, { reportId }));
    void keepForOffline([apiPaths.session, apiPaths.reports, ...ofReport]);
  }, [ownerId, reportId]);

  if (owner === null) {
    if (session.isError) return <FailurePage error={session.error} onRetry={() => void session.refetch()} />;
    if (session.isPending || current !== null) return <LoadingPage />;
    if (session.data.setupNeeded) return <Navigate to={pagePaths.setup} replace />;
    return <Navigate to={pagePaths.signIn} replace state={{ from: location.pathname + location.search }} />;
  }
  if (session.data?.secondFactorNeeded === true) {
    return <Navigate to={pagePaths.secure} replace state={{ from: location.pathname + location.search }} />;
  }
  if (structure.data === undefined) {
    if (structure.isError) {
      return <FailurePage error={structure.error} onRetry={() => void structure.refetch()} />;
    }
    return <LoadingPage />;
  }
  return (
    <ReportProvider key={owner.userId} structure={structure.data} actor={owner} {...notices}>
      <ReportShell onSwitchUser={() => setOwner(current)}>
        <Suspense fallback={<LoadingPage />}>
          <Outlet />
        </Suspense>
      </ReportShell>
    </ReportProvider>
  );
}
