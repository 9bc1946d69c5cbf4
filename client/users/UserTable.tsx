import { Button, Table } from '@mantine/core';
import { IconBan, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UserInfo } from '#shared/api/contract.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import classes from './UsersPage.module.css';
import { useRightsText } from './useRightsText.ts';

type Props = {
  users: readonly UserInfo[];
  structures: readonly ReportStructure[];
  onEdit: (user: UserInfo) => void;
};

export function UserTable({ users, structures, onEdit }: Props) {
  const { t } = useTranslation('users');
  const rightsText = useRightsText(structures);
  return (
    <Table verticalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.name')}</Table.Th>
          <Table.Th>{t('columns.login')}</Table.Th>
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
            <Table.Td>{user.name}</Table.Td>
            <Table.Td className={classes.muted}>{user.login}</Table.Td>
            <Table.Td>{rightsText(user)}</Table.Td>
            <Table.Td>
              {user.isDisabled ? (
                <span className={`${classes.state} ${classes.muted}`}>
                  <IconBan size={14} aria-hidden /> {t('disabled')}
                </span>
              ) : (
                <span className={`${classes.state} ${classes.active}`}>
                  <IconCheck size={14} aria-hidden /> {t('active')}
                </span>
              )}
            </Table.Td>
            <Table.Td ta="right">
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('editThis', { name: user.name })}
                onClick={() => onEdit(user)}
              >
                {t('edit')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
