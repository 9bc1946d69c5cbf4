import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReaders } from '#client/api/comments.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type CommentRequest, commentLengthLimit } from '#shared/api/comments.ts';
import { readMentions } from '#shared/comments/readMentions.ts';
import type { UserId } from '#shared/model/ids.ts';
import classes from './comments.module.css';
import { forgetKey, keyOfDraft, useDraft } from './drafts.ts';
import { MentionField } from './MentionField.tsx';

type Props = {
  /** What is typed here is kept under this name until it is sent. */
  draft: string;
  label: string;
  button: string;
  initial?: string;
  autoFocus?: boolean;
  onSend(request: CommentRequest): Promise<unknown>;
  onCancel?: () => void;
};

/** A field for a comment. What is refused is said here, and what was typed stays. */
export function CommentForm({
  draft,
  label,
  button,
  initial = '',
  autoFocus = false,
  onSend,
  onCancel,
}: Props) {
  const { t } = useTranslation(['comments', 'common']);
  const { structure } = useReport();
  const readers = useReaders(structure.report.id);
  const [text, setText] = useDraft(draft, initial);
  const chosen = useRef(new Set<UserId>());
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const isTooLong = text.trim().length > commentLengthLimit;
  const isEmpty = text.trim() === '';

  const send = async () => {
    if (isEmpty || isTooLong || isSending) return;
    setSending(true);
    setError(null);
    try {
      await onSend({
        text,
        mentions: readMentions(text, readers, chosen.current),
        key: keyOfDraft(draft),
      });
      forgetKey(draft);
      setText('');
      chosen.current.clear();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.code === 'Escape' && onCancel !== undefined) {
      event.preventDefault();
      onCancel();
    }
  };

  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={handleKey}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <MentionField
        label={label}
        value={text}
        readers={readers}
        autoFocus={autoFocus}
        error={isTooLong ? t('form.tooLong', { limit: commentLengthLimit }) : null}
        onChange={setText}
        onChoose={(userId) => chosen.current.add(userId)}
      />
      <Problem error={error} />
      {(!isEmpty || onCancel !== undefined) && (
        <div className={classes.actions}>
          <Button type="submit" size="compact-sm" loading={isSending} disabled={isEmpty || isTooLong}>
            {button}
          </Button>
          {onCancel !== undefined && (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
          )}
          <span className={classes.time}>{t('form.hint')}</span>
        </div>
      )}
    </form>
  );
}
