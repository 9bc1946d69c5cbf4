import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPin, IconPinnedOff, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grouping, type RowDensity, type ViewColumn } from '#shared/model/view.ts';
import classes from './columns.module.css';

type Props = {
  grouping: Grouping;
  onGrouping(grouping: Grouping): void;
  density: RowDensity;
  onDensity(density: RowDensity): void;
  /** Asked when the menu opens. */
  readColumns(): readonly ViewColumn[];
  columnTitle(column: string): string;
  onHidden(column: string, isHidden: boolean): void;
  /** The column one is in, up to which to freeze; null when one is in none. */
  focusedColumn: string | null;
  onFreeze(upTo: string | null): void;
  onReset(): void;
};

/** How the table is laid out: groups, columns, height of the rows. */
export function LayoutMenu(props: Props) {
  const { grouping, density, focusedColumn, columnTitle } = props;
  const { t } = useTranslation('rows');
  const [columns, setColumns] = useState<readonly ViewColumn[]>([]);
  const refresh = () => setColumns(props.readColumns());
  const shownCount = columns.filter(({ isHidden }) => !isHidden).length;
  const isFrozen = columns.some((column) => column.isFrozen);
  return (
    <Menu position="bottom-end" width={290} closeOnItemClick={false} onOpen={refresh}>
      <Menu.Target>
        <Tooltip label={t('layout.open')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('layout.open')}>
            <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>{t('layout.grouping')}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t('layout.grouping')}
          value={grouping}
          onChange={(value) => props.onGrouping(Grouping.parse(value))}
        >
          {Grouping.options.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {t(`grouping.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <div role="group" aria-label={t('layout.columns')}>
          <Menu.Label>{t('layout.columns')}</Menu.Label>
          {columns.map(({ column, isHidden }) => (
            <Menu.CheckboxItem
              key={column}
              checked={!isHidden}
              disabled={!isHidden && shownCount === 1}
              onChange={(isShown) => {
                props.onHidden(column, !isShown);
                refresh();
              }}
            >
              {columnTitle(column)}
            </Menu.CheckboxItem>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPin size={16} aria-hidden />}
          disabled={focusedColumn === null}
          onClick={() => {
            props.onFreeze(focusedColumn);
            refresh();
          }}
        >
          {focusedColumn === null
            ? t('columns.freezeNone')
            : t('columns.freezeTo', { column: columnTitle(focusedColumn) })}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPinnedOff size={16} aria-hidden />}
          disabled={!isFrozen}
          onClick={() => {
            props.onFreeze(null);
            refresh();
          }}
        >
          {t('columns.unfreeze')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRestore size={16} aria-hidden />}
          onClick={() => {
            props.onReset();
            refresh();
          }}
        >
          {t('columns.reset')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={density === 'compact'}
          onChange={(isCompact) => props.onDensity(isCompact ? 'compact' : 'normal')}
        >
          {t('layout.compact')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
