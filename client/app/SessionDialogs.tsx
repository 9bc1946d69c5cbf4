import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useSaveState } from '#client/sync/ReportContext.tsx';
import { pagePaths } from './links.ts';

/**
 * When the session ends under an open report: what is kept, and how to go on. `onSwitch` opens the
 * report anew for the person who is signed in now.
 */
export function SessionDialogs({ onSwitch }: { onSwitch: () => void }) {
  const { t } = useTranslation('common');
  const state = useSaveState();
  const navigate = useNavigate();
  const location = useLocation();
  const [isPutOff, setPutOff] = useState(false);
  const isSignedOut = state.kind === 'signed-out';
  if (!isSignedOut && isPutOff) setPutOff(false);
  return (
    <>
      <Modal opened={isSignedOut && !isPutOff} onClose={() => setPutOff(true)} title={t('signedOut.title')}>
        <Text size="sm">{t('signedOut.text')}</Text>
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={() => setPutOff(true)}>
            {t('signedOut.later')}
          </Button>
          <Button
            data-autofocus
            onClick={() =>
              void navigate(pagePaths.signIn, { state: { from: location.pathname + location.search } })
            }
          >
            {t('signedOut.signIn')}
          </Button>
        </Group>
      </Modal>
      <Modal opened={state.kind === 'other-user'} onClose={onSwitch} title={t('otherUser.title')}>
        {state.kind === 'other-user' && (
          <>
            <Text size="sm">{t('otherUser.text', { name: state.name })}</Text>
            <Group mt="md" justify="flex-end">
              <Button data-autofocus onClick={onSwitch}>
                {t('otherUser.continue', { name: state.name })}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  );
}
