import { ActionIcon, Button, CloseButton, Indicator, Menu, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDotsVertical,
  IconFilter,
  IconListCheck,
  IconPlus,
  IconSearch,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import { useSignal } from '#client/sync/useSignal.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { useHistory } from '../history/useHistory.tsx';
import { AddRowMenu } from '../toolbar/AddRowMenu.tsx';
import classes from './small.module.css';

type Props = {
  search: string;
  onSearch(text: string): void;
  /** How many parts the filter has. */
  filterCount: number;
  onFilter(): void;
  onFindings(): void;
  /** Undo or redo has changed this row of the table. */
  onChanged(row: RowKey): void;
  table: TableKind;
  /** Those whose sheets may be written now. */
  writable: readonly Organisation[];
  onAdd(organisationId: OrganisationId): void;
};

/** Search, filters, a new row; what is needed less stands in a menu. */
export function SmallToolbar(props: Props) {
  const { search, onSearch, filterCount, onFilter, onFindings, onChanged, table, writable, onAdd } = props;
  const { t } = useTranslation(['grid', 'small', 'findings']);
  const { session } = useReport();
  const { canUndo, canRedo } = useSignal(session.history);
  const { undo, redo } = useHistory(table, onChanged);
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <TextInput
        className={classes.search ?? ''}
        type="search"
        enterKeyHint="search"
        aria-label={t('toolbar.search')}
        placeholder={t('toolbar.search')}
        value={search}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          search !== '' && <CloseButton aria-label={t('toolbar.clearSearch')} onClick={() => onSearch('')} />
        }
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <Indicator label={filterCount} size={16} offset={6} disabled={filterCount === 0}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('small:filter.open', { count: filterCount })}
          aria-haspopup="dialog"
          onClick={onFilter}
        >
          <IconFilter size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Indicator>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('small:more')}>
            <IconDotsVertical size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown maw={320}>
          <Menu.Item leftSection={<IconListCheck size={18} stroke={1.7} aria-hidden />} onClick={onFindings}>
            {t('findings:list.title')}
          </Menu.Item>
          <Menu.Item
            disabled={!canUndo}
            leftSection={<IconArrowBackUp size={18} stroke={1.7} aria-hidden />}
            onClick={undo}
          >
            {t('small:undo')}
          </Menu.Item>
          <Menu.Item
            disabled={!canRedo}
            leftSection={<IconArrowForwardUp size={18} stroke={1.7} aria-hidden />}
            onClick={redo}
          >
            {t('small:redo')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('small:wide')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {writable.length > 0 && <AddRow writable={writable} onAdd={onAdd} />}
    </div>
  );
}

function AddRow({ writable, onAdd }: Pick<Props, 'writable' | 'onAdd'>) {
  const { t } = useTranslation('grid');
  const [only, ...others] = writable;
  const button = (onClick?: () => void) => (
    <Button px={10} aria-label={t('toolbar.addRow')} {...(onClick && { onClick })}>
      <IconPlus size={18} aria-hidden />
    </Button>
  );
  if (only !== undefined && others.length === 0) return button(() => onAdd(only.id));
  return (
    <AddRowMenu writable={writable} onAdd={onAdd} maxHeight="60dvh">
      {button()}
    </AddRowMenu>
  );
}
