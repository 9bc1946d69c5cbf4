import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from './Problem.tsx';
import classes from './submission.module.css';

type Props = { organisation: string; onWithdraw(): Promise<unknown>; onClose(): void };

/** Asks before a sheet is taken back from the coordinator, who may be reading it. */
export function WithdrawDialog({ organisation, onWithdraw, onClose }: Props) {
  const { t } = useTranslation(['submission', 'common']);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    setError(null);
    try {
      await onWithdraw();
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSending(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('withdraw.title')}>
      <p className={classes.lead}>{t('withdraw.text', { organisation })}</p>
      <Problem error={error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button onClick={() => void send()} loading={isSending} data-autofocus>
          {t('withdraw.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
