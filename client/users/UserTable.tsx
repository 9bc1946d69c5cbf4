import { Button, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserInfo } from '#shared/api/contract.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { UserState } from './UserState.tsx';
import classes from './UsersPage.module.css';
import { useRightsText } from './useRightsText.ts';

type Props = {
  users: readonly UserInfo[];
  structures: readonly ReportStructure[];
  onEdit: (user: UserInfo) => void;
  onOpenAccess: (user: UserInfo) => void;
};

export function UserTable({ users, structures, onEdit, onOpenAccess }: Props) {
  const { t } = useTranslation('users');
  const { t: tAccess } = useTranslation('access');
  const rightsText = useRightsText(structures);
  return (
    <Table verticalSpacing="xs" highlightOnHover className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.name')}</Table.Th>
          <Table.Th>{t('columns.rights')}</Table.Th>
          <Table.Th>{t('columns.state')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('columns.actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td>
              {user.name}
              <div className={classes.detail}>{user.login}</div>
            </Table.Td>
            <Table.Td>{rightsText(user)}</Table.Td>
            <Table.Td>
              <UserState user={user} />
            </Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end" wrap="nowrap" className={classes.actions}>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={tAccess('openFor', { name: user.name })}
                  onClick={() => onOpenAccess(user)}
                >
                  {tAccess('open')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('editThis', { name: user.name })}
                  onClick={() => onEdit(user)}
                >
                  {t('edit')}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
