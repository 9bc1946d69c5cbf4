import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What the line is about, for who hears the button. */
  name: string;
  onEdit?: () => void;
  /** Absent where the line stands first or last. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  removeText: string;
  onRemove: () => void;
};

/** What can be done with one line of a list. */
export function LineMenu({ name, onEdit, onUp, onDown, removeText, onRemove }: Props) {
  const { t } = useTranslation('structure');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onEdit && (
          <Menu.Item onClick={onEdit} leftSection={<IconPencil size={14} aria-hidden />}>
            {t('edit')}
          </Menu.Item>
        )}
        {onUp && (
          <Menu.Item onClick={onUp} leftSection={<IconArrowUp size={14} aria-hidden />}>
            {t('up')}
          </Menu.Item>
        )}
        {onDown && (
          <Menu.Item onClick={onDown} leftSection={<IconArrowDown size={14} aria-hidden />}>
            {t('down')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={onRemove} leftSection={<IconTrash size={14} aria-hidden />}>
          {removeText}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
