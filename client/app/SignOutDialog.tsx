import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignOut } from './useSignOut.ts';

export function SignOutDialog({ signOut }: { signOut: SignOut }) {
  const { t } = useTranslation('common');
  return (
    <Modal opened={signOut.unsent !== null} onClose={signOut.cancel} title={t('signOut.title')}>
      <Text size="sm">{t('signOut.text', { count: signOut.unsent ?? 0 })}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" color="red" onClick={signOut.confirm}>
          {t('signOut.leave')}
        </Button>
        <Button onClick={signOut.cancel} data-autofocus>
          {t('signOut.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
