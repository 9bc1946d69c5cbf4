import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { View } from '#shared/model/view.ts';

type Props = { view: View; onDelete(): void; onClose(): void };

/** Asks before a view goes: it cannot be brought back. */
export function ViewDeleteDialog({ view, onDelete, onClose }: Props) {
  const { t } = useTranslation('views');
  const { t: tCommon } = useTranslation('common');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('delete.title', { name: view.name })}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Text size="sm">{t(view.isPublished ? 'delete.textForAll' : 'delete.text')}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('dialog.cancel')}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onDelete();
            onClose();
          }}
        >
          {t('delete.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
