import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '#client/api/ApiProblem.ts';
import { FormError } from '#client/signin/FormError.tsx';

type Props = {
  title: string;
  hint: string;
  removeText: string;
  isRemoving: boolean;
  error: unknown;
  onRemove: () => void;
  onClose: () => void;
};

/** Asks before something goes, and says what holds it. */
export function RemoveDialog({ title, hint, removeText, isRemoving, error, onRemove, onClose }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="md">
        <Text size="sm">{hint}</Text>
        <FormError error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={onRemove} loading={isRemoving} disabled={isRefusal(error)}>
            {removeText}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
