import { ActionIcon, Button, Chip, CloseButton, Group, Menu, Pill, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBaselineDensitySmall,
  IconFileImport,
  IconPlus,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isNarrowing, noFilter, type RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useSignal } from '#client/sync/useSignal.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { ActivityState, Fund, type TableKind } from '#shared/model/rows.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { ChoiceLabel } from './CellTexts.ts';
import { FilterSelect } from './FilterSelect.tsx';
import classes from './GridPage.module.css';
import type { Density } from './gridTheme.ts';

type Props = {
  table: TableKind;
  filter: RowFilter;
  onFilter(change: Partial<RowFilter>): void;
  search: string;
  onSearch(text: string): void;
  searchInput: RefObject<HTMLInputElement | null>;
  choiceLabel: ChoiceLabel;
  /** Those whose sheets may be written now. */
  writable: readonly Organisation[];
  onAdd(organisationId: OrganisationId): void;
  canDelete: boolean;
  onDelete(): void;
  density: Density;
  onDensity(density: Density): void;
  onEnterGrid(): void;
  onImport(): void;
  /** Before the tools at the end. */
  children?: ReactNode;
};

export function GridToolbar(props: Props) {
  const { table, filter, onFilter, search, onSearch, searchInput, choiceLabel, writable } = props;
  const { t } = useTranslation(['grid', 'imports']);
  const { structure, session } = useReport();
  const { canUndo, canRedo } = useSignal(session.history);
  const directions = [
    ...structure.directions.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
    { value: 'none' as const, label: t('toolbar.noDirection') },
  ];
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <FilterSelect
        label={t('toolbar.direction')}
        allLabel={t('toolbar.allDirections')}
        options={directions}
        chosen={filter.directions}
        onChange={(chosen) => onFilter({ directions: chosen })}
        width={148}
      />
      <FilterSelect
        label={t('toolbar.organisation')}
        allLabel={t('toolbar.allOrganisations')}
        options={structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        chosen={filter.organisations}
        onChange={(chosen) => onFilter({ organisations: chosen })}
        width={148}
      />
      {table === 'activity' ? (
        <FilterSelect
          label={t('toolbar.state')}
          allLabel={t('toolbar.allStates')}
          options={ActivityState.options.map((value) => ({ value, label: choiceLabel('state', value) }))}
          chosen={filter.states}
          onChange={(chosen) => onFilter({ states: chosen })}
          width={124}
        />
      ) : (
        <FilterSelect
          label={t('toolbar.fund')}
          allLabel={t('toolbar.allFunds')}
          options={Fund.options.map((value) => ({ value, label: choiceLabel('fund', value) }))}
          chosen={filter.funds}
          onChange={(chosen) => onFilter({ funds: chosen })}
          width={128}
        />
      )}
      <Chip size="xs" radius="sm" checked={filter.isMine} onChange={(isMine) => onFilter({ isMine })}>
        {t('toolbar.mine')}
      </Chip>
      <TextInput
        ref={searchInput}
        size="xs"
        w={164}
        type="search"
        aria-label={t('toolbar.search')}
        placeholder={t('toolbar.search')}
        value={search}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton size="xs" aria-label={t('toolbar.clearSearch')} onClick={() => onSearch('')} />
          )
        }
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code === 'Escape' && search !== '') {
            event.preventDefault();
            onSearch('');
          } else if (event.code === 'ArrowDown' || event.code === 'Enter' || event.code === 'Escape') {
            event.preventDefault();
            props.onEnterGrid();
          }
        }}
      />
      <ExtraFilters filter={filter} onFilter={onFilter} />
      {(isNarrowing(filter) || search !== '') && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            onFilter(noFilter);
            onSearch('');
          }}
        >
          {t('toolbar.clear')}
        </Button>
      )}
      <div className={classes.toolbarEnd}>
        {props.children}
        <ToolIcon label={t('toolbar.undo')} isDisabled={!canUndo} onClick={() => session.undo()}>
          <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
        </ToolIcon>
        <ToolIcon label={t('toolbar.redo')} isDisabled={!canRedo} onClick={() => session.redo()}>
          <IconArrowForwardUp size={18} stroke={1.7} aria-hidden />
        </ToolIcon>
        <Tooltip label={t('toolbar.compact')}>
          <ActionIcon
            variant={props.density === 'compact' ? 'light' : 'subtle'}
            color={props.density === 'compact' ? 'accent' : 'gray'}
            aria-label={t('toolbar.compact')}
            aria-pressed={props.density === 'compact'}
            onClick={() => props.onDensity(props.density === 'compact' ? 'normal' : 'compact')}
          >
            <IconBaselineDensitySmall size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {writable.length > 0 && (
          <>
            <ToolIcon label={t('toolbar.deleteRow')} isDisabled={!props.canDelete} onClick={props.onDelete}>
              <IconTrash size={18} stroke={1.7} aria-hidden />
            </ToolIcon>
            <AddRow writable={writable} onAdd={props.onAdd} />
            <Tooltip label={t('imports:openHint')}>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
                onClick={props.onImport}
              >
                {t('imports:open')}
              </Button>
            </Tooltip>
          </>
        )}
      </div>
    </div>
  );
}

type ToolIconProps = { label: string; isDisabled: boolean; onClick(): void; children: ReactNode };

function ToolIcon({ label, isDisabled, onClick, children }: ToolIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={isDisabled}
        className={isDisabled ? classes.toolOff : ''}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function AddRow({ writable, onAdd }: { writable: readonly Organisation[]; onAdd(id: OrganisationId): void }) {
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
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button size="xs" leftSection={icon}>
          {t('toolbar.addRow')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
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

/** What a link narrowed the table by, beyond the lists above: seen, and taken off one by one. */
function ExtraFilters({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  const indicator = structure.indicators.find(({ id }) => id === filter.indicator)?.title ?? filter.indicator;
  const parts: { text: string; off: Partial<RowFilter> }[] = [];
  if (indicator !== null)
    parts.push({ text: t('filter.indicator', { value: indicator }), off: { indicator: null } });
  if (filter.kpkvk !== null)
    parts.push({ text: t('filter.kpkvk', { value: filter.kpkvk }), off: { kpkvk: null } });
  if (filter.kekv !== null)
    parts.push({ text: t('filter.kekv', { value: filter.kekv }), off: { kekv: null } });
  if (filter.isCounted) parts.push({ text: t('filter.counted'), off: { isCounted: false } });
  if (filter.rows.length > 0)
    parts.push({ text: t('filter.rows', { count: filter.rows.length }), off: { rows: [] } });
  if (parts.length === 0) return null;
  return (
    <Group gap={4} role="group" aria-label={t('toolbar.extra')}>
      {parts.map(({ text, off }) => (
        <Pill
          key={text}
          withRemoveButton
          removeButtonProps={{
            'aria-label': `${t('toolbar.clear')}: ${text}`,
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => onFilter(off)}
        >
          {text}
        </Pill>
      ))}
    </Group>
  );
}
