import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from './FailurePage.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { pagePaths } from './links.ts';
import { Shell } from './Shell.tsx';

/** Pages outside a report. Somebody who is not signed in is sent to sign in, and comes back after it. */
export function PlainLayout() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <LoadingPage />;
  if (session.isLoadingError)
    return <FailurePage error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.setupNeeded) return <Navigate to={pagePaths.setup} replace />;
  if (session.data.actor === null) {
    return <Navigate to={pagePaths.signIn} replace state={{ from: location.pathname + location.search }} />;
  }
  if (session.data.secondFactorNeeded) {
    return <Navigate to={pagePaths.secure} replace state={{ from: location.pathname + location.search }} />;
  }
  return (
    <Shell actor={session.data.actor}>
      <Suspense fallback={<LoadingPage />}>
        <Outlet />
      </Suspense>
    </Shell>
  );
}
