import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#shared/model/structure.ts';
import { Problem } from './Problem.tsx';
import { ReviewList } from './ReviewList.tsx';
import classes from './submission.module.css';

/** Signs that the server takes. */
const limit = 2_000;

type Props = {
  organisation: Organisation;
  onReturn(note: string): Promise<unknown>;
  onClose(): void;
};

/** Asks what is to be corrected. What is refused is said here, and the note stays to be sent again. */
export function ReturnDialog({ organisation, onReturn, onClose }: Props) {
  const { t } = useTranslation(['submission', 'common']);
  const [note, setNote] = useState('');
  const [isBlank, setBlank] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const text = note.trim();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBlank(text === '');
    if (text === '' || text.length > limit) return;
    setSending(true);
    setError(null);
    try {
      await onReturn(text);
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSending(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('give.title')} size={560}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p className={classes.lead}>{t('give.text', { organisation: organisation.shortName })}</p>
        <ReviewList organisationId={organisation.id} />
        <Problem error={error} />
        <Textarea
          label={t('give.note')}
          placeholder={t('give.placeholder')}
          withAsterisk
          required
          autosize
          minRows={3}
          maxRows={10}
          value={note}
          data-autofocus
          error={isBlank ? t('give.blank') : text.length > limit && t('give.tooLong', { limit })}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setBlank(false);
          }}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t('give.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
