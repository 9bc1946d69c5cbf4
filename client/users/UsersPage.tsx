import { Button, Group, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { MailQueueSection } from '#client/mail/MailQueueSection.tsx';
import { can } from '#shared/access/can.ts';
import { apiPaths, type UserInfo, UserList } from '#shared/api/contract.ts';
import { AccessDialog } from './AccessDialog.tsx';
import { PeopleImport } from './PeopleImport.tsx';
import { UserDialog } from './UserDialog.tsx';
import classes from './UsersPage.module.css';
import { UserTable } from './UserTable.tsx';
import { useReportStructures } from './useReportStructures.ts';
import { usersKey } from './usersKey.ts';

/** All accounts and their rights; for the administrator. */
export function UsersPage() {
  const { t } = useTranslation('users');
  const actor = useSession().data?.actor ?? null;
  if (actor === null) return <LoadingPage />;
  if (!can(actor, { action: 'users.manage' }).allowed) {
    return (
      <div className={classes.page}>
        <h1 className="page-title">{t('title')}</h1>
        <Text mt="sm">{t('forbidden')}</Text>
      </div>
    );
  }
  return <Users />;
}

function Users() {
  const { t } = useTranslation(['users', 'structure']);
  const [isImporting, setImporting] = useState(false);
  const users = useQuery({ queryKey: usersKey, queryFn: () => apiFetch(apiPaths.users, UserList) });
  const { structures, error } = useReportStructures();
  const [opened, setOpened] = useState<UserInfo | 'new' | null>(null);
  const [accessOf, setAccessOf] = useState<UserInfo['id'] | null>(null);
  if (users.isLoadingError || error !== null) {
    return <FailurePage error={users.error ?? error} onRetry={() => void users.refetch()} />;
  }
  if (users.isPending || structures === undefined) return <LoadingPage />;
  const shown = users.data.users.find(({ id }) => id === accessOf);
  return (
    <div className={classes.page}>
      <title>{t('title')}</title>
      <Group justify="space-between" mb="md">
        <h1 className="page-title">{t('title')}</h1>
        <Group gap="sm">
          {structures.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={() => setImporting(true)}
            >
              {t('structure:import.open')}
            </Button>
          )}
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened('new')}>
            {t('add')}
          </Button>
        </Group>
      </Group>
      <UserTable
        users={users.data.users}
        structures={structures}
        onEdit={setOpened}
        onOpenAccess={({ id }) => setAccessOf(id)}
      />
      <div className={classes.mail}>
        <MailQueueSection />
      </div>
      {isImporting && <PeopleImport structures={structures} onClose={() => setImporting(false)} />}
      {shown !== undefined && <AccessDialog user={shown} onClose={() => setAccessOf(null)} />}
      {opened !== null && (
        <UserDialog
          user={opened === 'new' ? null : opened}
          structures={structures}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
