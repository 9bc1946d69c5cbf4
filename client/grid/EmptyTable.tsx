import { Button, Group, Loader, Popover, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIsSmallScreen } from '#client/ui/screen.ts';
import type { TableKind } from '#shared/model/rows.ts';
import classes from './GridPage.module.css';

type Props = {
  table: TableKind;
  /** Rows of the table, whatever the filter. */
  allCount: number;
  isLoaded: boolean;
  /** Null for readers. */
  onAdd: (() => void) | null;
  onClearFilter(): void;
};

/** What stands where rows would: why there are none, and the next step. */
export function EmptyTable({ table, allCount, isLoaded, onAdd, onClearFilter }: Props) {
  const { t } = useTranslation('grid');
  const isSmall = useIsSmallScreen();
  if (!isLoaded && allCount === 0) {
    return (
      <div className={classes.empty} role="status">
        <Loader size="sm" />
        <Text size="sm">{t('empty.loading')}</Text>
      </div>
    );
  }
  if (allCount > 0) {
    return (
      <div className={classes.empty}>
        <Title order={2} size="h5">
          {t('empty.filteredTitle')}
        </Title>
        <Text size="sm">{t('empty.filteredText')}</Text>
        <Button size="xs" variant="default" onClick={onClearFilter}>
          {t('toolbar.clear')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.empty}>
      <Title order={2} size="h5">
        {t(`empty.title.${table}`)}
      </Title>
      <Text size="sm" maw={460}>
        {onAdd === null ? t('empty.textReadOnly') : t(`empty.text.${table}`)}
      </Text>
      {onAdd !== null && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={onAdd}
          >
            {t('toolbar.addRow')}
          </Button>
          {!isSmall && <PasteFromExcel />}
        </Group>
      )}
    </div>
  );
}

/** A page may not read the clipboard by itself everywhere, so the button says how. */
function PasteFromExcel() {
  const { t } = useTranslation('grid');
  return (
    <Popover width={320} position="bottom" withArrow>
      <Popover.Target>
        <Button size="xs" variant="default">
          {t('empty.paste')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{t('paste.how')}</Text>
      </Popover.Dropdown>
    </Popover>
  );
}
