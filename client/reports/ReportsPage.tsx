import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { reportsKey, useReports } from '#client/api/useReports.ts';
import { sessionKey, useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { pagePaths, reportLink } from '#client/app/links.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { can } from '#shared/access/can.ts';
import { apiPaths, ExampleAnswer, type ReportList } from '#shared/api/contract.ts';
import type { Actor } from '#shared/model/user.ts';
import { findRoles } from './findRoles.ts';
import classes from './ReportsPage.module.css';

/** The reports a person may read; with only one of them there is nothing to choose. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const reports = useReports();
  const actor = useSession().data?.actor ?? null;
  if (reports.isPending || actor === null) return <LoadingPage />;
  if (reports.isLoadingError)
    return <FailurePage error={reports.error} onRetry={() => void reports.refetch()} />;
  const list = reports.data.reports;
  const [only] = list;
  if (only && list.length === 1) return <Navigate to={reportLink(only.report.id, 'activities')} replace />;
  return (
    <div className={classes.page}>
      <title>{t('title')}</title>
      <h1 className="page-title">{list.length === 0 ? t('empty.title') : t('title')}</h1>
      {list.length === 0 ? <NoReports actor={actor} /> : <ReportTable list={list} actor={actor} />}
    </div>
  );
}

function ReportTable({ list, actor }: { list: ReportList['reports']; actor: Actor }) {
  const { t } = useTranslation(['reports', 'common']);
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={90}>{t('year')}</Table.Th>
          <Table.Th>{t('report')}</Table.Th>
          <Table.Th w={180}>{t('role')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map(({ report, programme }) => {
          const roles = findRoles(actor, report.id);
          return (
            <Table.Tr key={report.id}>
              <Table.Td className={classes.year}>{report.year}</Table.Td>
              <Table.Td>
                <Link className={classes.report} to={reportLink(report.id, 'activities')}>
                  {report.title}
                </Link>
                <div className={classes.programme}>
                  {programme.title}
                  {report.isExample && ` · ${t('example')}`}
                </div>
              </Table.Td>
              <Table.Td>
                {roles.length === 0 ? t('reader') : roles.map((role) => t(`common:role.${role}`)).join(', ')}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function NoReports({ actor }: { actor: Actor }) {
  const { t } = useTranslation('reports');
  const { t: tStructure } = useTranslation('structure');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const load = useMutation({
    mutationFn: () => apiFetch(apiPaths.example, ExampleAnswer, { method: 'POST' }),
    onSuccess: async ({ reportId }) => {
      // Loading it makes the administrator its coordinator.
      await queries.invalidateQueries({ queryKey: sessionKey });
      // Before the list knows the report: with only one in it, the list would lead elsewhere.
      await navigate(reportLink(reportId, 'control'));
      await queries.invalidateQueries({ queryKey: reportsKey });
    },
  });
  if (!can(actor, { action: 'reports.create' }).allowed) return <Text>{t('empty.text')}</Text>;
  return (
    <Stack align="flex-start" gap="md">
      <Text>{t('empty.administrator')}</Text>
      <FormError error={load.error} />
      <Group gap="sm">
        <Button component={Link} to={pagePaths.newReport}>
          {tStructure('create.open')}
        </Button>
        <Button variant="default" onClick={() => load.mutate()} loading={load.isPending}>
          {t('empty.load')}
        </Button>
      </Group>
    </Stack>
  );
}
