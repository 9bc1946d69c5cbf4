import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';

type Props = {
  writable: readonly Organisation[];
  onAdd(organisationId: OrganisationId): void;
  maxHeight: number | string;
  /** What opens it. */
  children: ReactNode;
};

/** Asks for whom a row is added. */
export function AddRowMenu({ writable, onAdd, maxHeight, children }: Props) {
  const { t } = useTranslation('grid');
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown mah={maxHeight} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('toolbar.addRowTo')}</Menu.Label>
        {writable.map(({ id, shortName }) => (
          <Menu.Item key={id} onClick={() => onAdd(id)}>
            {shortName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
