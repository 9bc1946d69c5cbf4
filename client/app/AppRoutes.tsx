import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { LoadingPage } from './LoadingPage.tsx';
import { type ReportTab, reportTabs } from './links.ts';
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
const importTablePage = () =>
  import('#client/grid/TablePage.tsx').then((page) => ({ default: page.TablePage }));
const importControlPage = () =>
  import('#client/control/ControlPage.tsx').then((page) => ({ default: page.ControlPage }));
const importReportPage = () =>
  import('#client/report/ReportPage.tsx').then((page) => ({ default: page.ReportPage }));
const TablePage = lazy(importTablePage);
const ControlPage = lazy(importControlPage);
const ReportPage = lazy(importReportPage);
const ProfilePage = lazy(() =>
  import('#client/profile/ProfilePage.tsx').then((page) => ({ default: page.ProfilePage })),
);
const UsersPage = lazy(() =>
  import('#client/users/UsersPage.tsx').then((page) => ({ default: page.UsersPage })),
);

const reportPages: Record<ReportTab, () => Promise<unknown>> = {
  activities: importTablePage,
  expenditures: importTablePage,
  control: importControlPage,
  report: importReportPage,
};

/** Fetches the code of the page that this address shows, while the session and the report are asked for. */
export function preloadReportPage(path: string): void {
  const tab = reportTabs.find((candidate) => path.endsWith(`/${candidate}`));
  // A page that does not arrive is told by whoever shows it.
  if (tab !== undefined) reportPages[tab]().catch(() => undefined);
}

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
          <Route path="activities" element={<TablePage key="activity" table="activity" />} />
          <Route path="expenditures" element={<TablePage key="expenditure" table="expenditure" />} />
          <Route path="control" element={<ControlPage />} />
          <Route path="report" element={<ReportPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
