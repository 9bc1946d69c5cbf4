import { Button } from '@mantine/core';
import { IconCheck, IconRotate } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommentActions } from '#client/api/comments.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import type { ThreadAnswer } from '#shared/api/comments.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentItem } from './CommentItem.tsx';
import classes from './comments.module.css';

type Props = {
  thread: ThreadAnswer;
  /** The one that was asked for. */
  isCurrent?: boolean;
  /** Where it is, and what it was about. */
  children: ReactNode;
};

/** A thread with all that was said in it, to be answered and resolved. */
export function ThreadCard({ thread, isCurrent = false, children }: Props) {
  const { t } = useTranslation('comments');
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const actions = useCommentActions(reportId);
  const formatTime = useFormatTime();
  const [error, setError] = useState<unknown>(null);
  const canWrite = can(actor, {
    action: 'comment.write',
    reportId,
    reportStatus: readReportStatus(structure.report),
  }).allowed;
  const { id, resolved, comments } = thread;
  const resolve = (isResolved: boolean) => {
    setError(null);
    actions.resolve(id, isResolved).catch(setError);
  };
  return (
    <article
      className={classes.thread}
      data-thread={id}
      data-current={isCurrent || undefined}
      aria-label={t('thread.label')}
      tabIndex={-1}
    >
      <div className={classes.place}>{children}</div>
      <ol className={classes.comments}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            canChange={canWrite && comment.author.userId === actor.userId}
            onEdit={(request) => actions.edit(id, comment.id, request)}
            onRemove={() => actions.remove(id, comment.id)}
          />
        ))}
      </ol>
      {resolved !== null && (
        <p className={classes.removed}>
          {t('thread.resolvedBy', { name: resolved.by.name ?? t('nameless'), time: formatTime(resolved.at) })}
        </p>
      )}
      <Problem error={error} />
      {canWrite && resolved === null && (
        <CommentForm
          draft={`answer/${id}`}
          label={t('thread.answer')}
          button={t('thread.send')}
          onSend={(request) => actions.answer(id, request)}
        />
      )}
      {canWrite && (
        <div className={classes.actions}>
          {resolved === null ? (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCheck size={14} aria-hidden />}
              onClick={() => resolve(true)}
            >
              {t('thread.resolve')}
            </Button>
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconRotate size={14} aria-hidden />}
              onClick={() => resolve(false)}
            >
              {t('thread.reopen')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
