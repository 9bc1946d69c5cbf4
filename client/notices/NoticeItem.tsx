import { ActionIcon } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { DeadlineNote } from '#client/submission/DeadlineNote.tsx';
import type { NoticeAnswer } from '#shared/api/notices.ts';
import { noticePath } from '#shared/notices/noticePath.ts';
import classes from './notices.module.css';

type Props = { notice: NoticeAnswer; onRead(isRead: boolean): void; onGo(): void };

/** One thing that a person is told, with the way to it. */
export function NoticeItem({ notice, onRead, onGo }: Props) {
  const { t } = useTranslation('notices');
  const formatTime = useFormatTime();
  const { kind, by, organisation, year, subject, at, isRead } = notice;
  const name = by?.name ?? t('nameless');
  return (
    <li className={classes.item} data-unread={!isRead || undefined}>
      <Link className={classes.link ?? ''} to={noticePath(notice)} onClick={onGo}>
        <span>
          {!isRead && <span className="visually-hidden">{t('unreadOne')} </span>}
          {t(`kind.${kind}`, { name, organisation: organisation ?? t('place.text') })}
        </span>
        {subject.words !== '' &&
          (kind === 'deadline' ? (
            <DeadlineNote deadline={subject.words} />
          ) : (
            <q className={classes.words}>{subject.words}</q>
          ))}
        <span className={classes.time}>
          {t('report', { year })} · <time dateTime={at}>{formatTime(at)}</time>
        </span>
      </Link>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={isRead ? t('markUnread') : t('markRead')}
        title={isRead ? t('markUnread') : t('markRead')}
        onClick={() => onRead(!isRead)}
      >
        {isRead ? <IconMailOpened size={16} aria-hidden /> : <IconMail size={16} aria-hidden />}
      </ActionIcon>
    </li>
  );
}
