import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LineMenu } from '#client/structure/LineMenu.tsx';
import type { Organisation } from '#shared/model/structure.ts';
import classes from './OrganisationsPage.module.css';

/** More lines than anybody reads; the search finds the others. */
const maxShown = 200;

type Props = {
  found: readonly Organisation[];
  onEdit: (organisation: Organisation) => void;
  onRemove: (organisation: Organisation) => void;
};

export function OrganisationTable({ found, onEdit, onRemove }: Props) {
  const { t } = useTranslation('structure');
  if (found.length === 0) return <p className={classes.muted}>{t('city.notFound')}</p>;
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('city.columns.name')}</Table.Th>
              <Table.Th>{t('city.columns.shortName')}</Table.Th>
              <Table.Th>{t('city.columns.kind')}</Table.Th>
              <Table.Th>{t('city.columns.edrpou')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('city.columns.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, maxShown).map((organisation) => (
              <Table.Tr key={organisation.id}>
                <Table.Td>{organisation.name}</Table.Td>
                <Table.Td>{organisation.shortName}</Table.Td>
                <Table.Td>{t(`kind.${organisation.kind}`)}</Table.Td>
                <Table.Td className={classes.code}>{organisation.edrpou ?? '—'}</Table.Td>
                <Table.Td ta="right">
                  <LineMenu
                    name={organisation.shortName}
                    onEdit={() => onEdit(organisation)}
                    removeText={t('remove')}
                    onRemove={() => onRemove(organisation)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {found.length > maxShown && (
        <p className={classes.muted}>{t('city.shown', { number: maxShown, total: found.length })}</p>
      )}
    </>
  );
}
