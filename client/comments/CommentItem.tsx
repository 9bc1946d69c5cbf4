import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { Problem } from '#client/submission/Problem.tsx';
import type { CommentAnswer, CommentRequest } from '#shared/api/comments.ts';
import { splitMentions } from '#shared/comments/readMentions.ts';
import { CommentForm } from './CommentForm.tsx';
import classes from './comments.module.css';

type Props = {
  comment: CommentAnswer;
  canChange: boolean;
  onEdit(request: CommentRequest): Promise<unknown>;
  onRemove(): Promise<unknown>;
};

/** What one person said: plain text, whatever stands in it. */
export function CommentItem({ comment, canChange, onEdit, onRemove }: Props) {
  const { t } = useTranslation(['comments', 'common']);
  const formatTime = useFormatTime();
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { id, author, at, editedAt, deletedAt, text, mentions } = comment;
  return (
    <li className={classes.comment}>
      <div className={classes.who}>
        <strong>{author.name ?? t('nameless')}</strong>
        <time className={classes.time} dateTime={at}>
          {formatTime(at)}
        </time>
        {editedAt !== null && deletedAt === null && (
          <span className={classes.time} title={formatTime(editedAt)}>
            {t('comment.edited')}
          </span>
        )}
      </div>
      {deletedAt !== null ? (
        <p className={classes.removed}>{t('comment.deleted', { time: formatTime(deletedAt) })}</p>
      ) : doing === 'edit' ? (
        <CommentForm
          draft={`edit/${id}`}
          initial={text}
          label={t('comment.edit')}
          button={t('comment.save')}
          autoFocus
          onSend={async (request) => {
            await onEdit(request);
            setDoing(null);
          }}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <p className={classes.text}>
          {splitMentions(text, mentions).map(({ text: piece, isMention }, index) =>
            isMention ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
              <span key={index} className={classes.mention}>
                {piece}
              </span>
            ) : (
              piece
            ),
          )}
        </p>
      )}
      <Problem error={error} />
      {canChange && deletedAt === null && doing !== 'edit' && (
        <div className={classes.actions}>
          {doing === 'remove' ? (
            <>
              <span>{t('comment.removeAsk')}</span>
              <Button
                size="compact-xs"
                color="red"
                variant="light"
                onClick={() => {
                  setDoing(null);
                  onRemove().catch(setError);
                }}
              >
                {t('comment.remove')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setDoing(null)}>
                {t('common:cancel')}
              </Button>
            </>
          ) : (
            <>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDoing('edit')}>
                {t('comment.edit')}
              </Button>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDoing('remove')}>
                {t('comment.remove')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
