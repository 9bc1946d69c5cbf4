import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { askFirstTotals } from '#client/api/firstTotals.ts';
import { structureQuery } from '#client/api/useReports.ts';
import { sessionQuery } from '#client/api/useSession.ts';
import { preloadTableLayout } from '#client/grid/tableLayouts.ts';
import { ReportId } from '#shared/model/ids.ts';
import { LoadingPage } from './LoadingPage.tsx';
import { lazyPage } from './lazyPage.tsx';
import { pagePaths, type ReportTab, reportTabs } from './links.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PlainLayout } from './PlainLayout.tsx';
import { queryClient } from './queryClient.ts';
import { ReportLayout } from './ReportLayout.tsx';

const signInPage = lazyPage(async () => (await import('#client/signin/SignInPage.tsx')).SignInPage);
const joinPage = lazyPage(async () => (await import('#client/signin/JoinPage.tsx')).JoinPage);
const securePage = lazyPage(async () => (await import('#client/signin/SecurePage.tsx')).SecurePage);
const mailLinkPage = lazyPage(async () => (await import('#client/mail/MailLinkPage.tsx')).MailLinkPage);
const setupPage = lazyPage(async () => (await import('#client/setup/SetupPage.tsx')).SetupPage);
const reportsPage = lazyPage(async () => (await import('#client/reports/ReportsPage.tsx')).ReportsPage);
const tablePage = lazyPage(async () => {
  const [{ TablePage }] = await Promise.all([import('#client/grid/TablePage.tsx'), preloadTableLayout()]);
  return TablePage;
});
const controlPage = lazyPage(async () => (await import('#client/control/ControlPage.tsx')).ControlPage);
const reportPage = lazyPage(async () => (await import('#client/report/ReportPage.tsx')).ReportPage);
const exportPage = lazyPage(async () => (await import('#client/exports/ExportPage.tsx')).ExportPage);
const commentsPage = lazyPage(async () => (await import('#client/comments/CommentsPage.tsx')).CommentsPage);
const profilePage = lazyPage(async () => (await import('#client/profile/ProfilePage.tsx')).ProfilePage);
const propertiesPage = lazyPage(
  async () => (await import('#client/properties/PropertiesPage.tsx')).PropertiesPage,
);
const structurePage = lazyPage(
  async () => (await import('#client/structure/StructurePage.tsx')).StructurePage,
);
const budgetPage = lazyPage(async () => (await import('#client/budget/BudgetPage.tsx')).BudgetPage);
const organisationsPage = lazyPage(
  async () => (await import('#client/organisations/OrganisationsPage.tsx')).OrganisationsPage,
);
const programmesPage = lazyPage(
  async () => (await import('#client/programmes/ProgrammesPage.tsx')).ProgrammesPage,
);
const newReportPage = lazyPage(
  async () => (await import('#client/newReport/NewReportPage.tsx')).NewReportPage,
);
const comparePage = lazyPage(async () => (await import('#client/compare/ComparePage.tsx')).ComparePage);
const finalisingPage = lazyPage(
  async () => (await import('#client/finalising/FinalisingPage.tsx')).FinalisingPage,
);
const historyPage = lazyPage(async () => (await import('#client/history/HistoryPage.tsx')).HistoryPage);
const newsPage = lazyPage(async () => (await import('#client/news/NewsPage.tsx')).NewsPage);
const pastPage = lazyPage(async () => (await import('#client/history/PastPage.tsx')).PastPage);
const usersPage = lazyPage(async () => (await import('#client/users/UsersPage.tsx')).UsersPage);

const reportPages: Record<ReportTab, { preload(): Promise<unknown> }> = {
  activities: tablePage,
  expenditures: tablePage,
  control: controlPage,
  report: reportPage,
};

/** Fetches the code and the data of the page that this address shows, before anything else is there. */
export function preloadReportPage(path: string): void {
  const tab = reportTabs.find((candidate) => path.endsWith(`/${candidate}`));
  if (tab === undefined) return;
  // A page that does not arrive is told by whoever shows it.
  reportPages[tab].preload().catch(() => undefined);
  const reportId = ReportId.safeParse(path.split('/')[2]);
  if (!reportId.success) return;
  void queryClient.prefetchQuery(sessionQuery);
  void queryClient.prefetchQuery(structureQuery(reportId.data));
  if (tab === 'control' || tab === 'report') askFirstTotals(reportId.data);
}

/** The pages. Those under a layout are for signed-in people only. */
export function AppRoutes() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route path="/sign-in" element={<signInPage.Page />} />
        <Route path="/setup" element={<setupPage.Page />} />
        <Route path="/join" element={<joinPage.Page />} />
        <Route path="/secure" element={<securePage.Page />} />
        <Route path={pagePaths.mailConfirm} element={<mailLinkPage.Page purpose="confirm" />} />
        <Route path={pagePaths.mailStop} element={<mailLinkPage.Page purpose="stop" />} />
        <Route element={<PlainLayout />}>
          <Route path="/" element={<reportsPage.Page />} />
          <Route path="/profile" element={<profilePage.Page />} />
          <Route path="/users" element={<usersPage.Page />} />
          <Route path="/organisations" element={<organisationsPage.Page />} />
          <Route path="/programmes" element={<programmesPage.Page />} />
          <Route path="/reports/new" element={<newReportPage.Page />} />
        </Route>
        <Route path="/reports/:reportId" element={<ReportLayout />}>
          <Route index element={<Navigate to="activities" replace />} />
          <Route path="activities" element={<tablePage.Page key="activity" table="activity" />} />
          <Route path="expenditures" element={<tablePage.Page key="expenditure" table="expenditure" />} />
          <Route path="control" element={<controlPage.Page />} />
          <Route path="export" element={<exportPage.Page />} />
          <Route path="report" element={<reportPage.Page />} />
          <Route path="compare" element={<comparePage.Page />} />
          <Route path="comments" element={<commentsPage.Page />} />
          <Route path="finalising" element={<finalisingPage.Page />} />
          <Route path="history" element={<historyPage.Page />} />
          <Route path="news" element={<newsPage.Page />} />
          <Route path="past" element={<pastPage.Page />} />
          <Route path="properties" element={<propertiesPage.Page />} />
          <Route path="structure" element={<structurePage.Page />} />
          <Route path="plan" element={<budgetPage.Page />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
