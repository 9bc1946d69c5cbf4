import { Button, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { AddRowMenu } from './AddRowMenu.tsx';

type Props = { writable: readonly Organisation[]; onAdd(organisationId: OrganisationId): void };

/** Adds a row; asks for whom when it can be for several. */
export function AddRow({ writable, onAdd }: Props) {
  const { t } = useTranslation('grid');
  const [only, ...others] = writable;
  const icon = <IconPlus size={16} aria-hidden />;
  if (only !== undefined && others.length === 0) {
    return (
      <Tooltip label={t('toolbar.addRowHint')}>
        <Button size="xs" leftSection={icon} onClick={() => onAdd(only.id)}>
          {t('toolbar.addRow')}
        </Button>
      </Tooltip>
    );
  }
  return (
    <AddRowMenu writable={writable} onAdd={onAdd} maxHeight={420}>
      <Button size="xs" leftSection={icon}>
        {t('toolbar.addRow')}
      </Button>
    </AddRowMenu>
  );
}
