import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { LoadingPage } from './LoadingPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PlainLayout } from './PlainLayout.tsx';
import { ReportLayout } from './ReportLayout.tsx';

const SignInPage = lazy(() =>
  import('#client/signin/SignInPage.tsx').then((page) => ({ default: page.SignInPage })),
);
const SetupPage = lazy(() =>
  import('#client/setup/SetupPage.tsx').then((page) => ({ default: page.SetupPage })),
);
const ReportsPage = lazy(() =>
  import('#client/reports/ReportsPage.tsx').then((page) => ({ default: page.ReportsPage })),
);
const GridPage = lazy(() => import('#client/grid/GridPage.tsx').then((page) => ({ default: page.GridPage })));
const ControlPage = lazy(() =>
  import('#client/control/ControlPage.tsx').then((page) => ({ default: page.ControlPage })),
);
const ReportPage = lazy(() =>
  import('#client/report/ReportPage.tsx').then((page) => ({ default: page.ReportPage })),
);
const ProfilePage = lazy(() =>
  import('#client/profile/ProfilePage.tsx').then((page) => ({ default: page.ProfilePage })),
);
const UsersPage = lazy(() =>
  import('#client/users/UsersPage.tsx').then((page) => ({ default: page.UsersPage })),
);

/** The pages. Those under a layout other than sign-in and set-up are for signed-in people only. */
export function AppRoutes() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/setup" element={<SetupPage />} />
        <Route element={<PlainLayout />}>
          <Route path="/" element={<ReportsPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/users" element={<UsersPage />} />
        </Route>
        <Route path="/reports/:reportId" element={<ReportLayout />}>
          <Route index element={<Navigate to="activities" replace />} />
          <Route path="activities" element={<GridPage key="activity" table="activity" />} />
          <Route path="expenditures" element={<GridPage key="expenditure" table="expenditure" />} />
          <Route path="control" element={<ControlPage />} />
          <Route path="report" element={<ReportPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
