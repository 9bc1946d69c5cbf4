import { IconBan, IconCheck, IconMail, IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { UserInfo } from '#shared/api/contract.ts';
import classes from './UsersPage.module.css';

/** Whether a person can sign in, and when they were here last. */
export function UserState({ user }: { user: UserInfo }) {
  const { t } = useTranslation(['access', 'provider']);
  const formatTime = useFormatTime();
  const { hasPassword, identity, isDisabled, lastSeenAt, link } = user;
  return (
    <>
      <Mark user={user} />
      {link !== null && hasPassword && (
        <div className={classes.detail}>{t('state.reset', { time: formatTime(link.expiresAt) })}</div>
      )}
      {identity !== null && !isDisabled && <div className={classes.detail}>{t('provider:state')}</div>}
      {(hasPassword || identity !== null || lastSeenAt !== null) && !isDisabled && (
        <div className={classes.detail}>
          {lastSeenAt === null ? t('state.neverSeen') : t('state.seen', { time: formatTime(lastSeenAt) })}
        </div>
      )}
    </>
  );
}

function Mark({ user: { hasPassword, identity, isDisabled, link } }: { user: UserInfo }) {
  const { t } = useTranslation(['users', 'access']);
  const formatTime = useFormatTime();
  if (isDisabled) {
    return (
      <span className={`${classes.state} ${classes.muted}`}>
        <IconBan size={14} aria-hidden /> {t('disabled')}
      </span>
    );
  }
  if (hasPassword || identity !== null) {
    return (
      <span className={`${classes.state} ${classes.active}`}>
        <IconCheck size={14} aria-hidden /> {t('active')}
      </span>
    );
  }
  if (link !== null) {
    return (
      <span className={classes.state}>
        <IconMail size={14} aria-hidden /> {t('access:state.invited', { time: formatTime(link.expiresAt) })}
      </span>
    );
  }
  return (
    <span className={`${classes.state} ${classes.waiting}`}>
      <IconMailOff size={14} aria-hidden /> {t('access:state.lapsed')}
    </span>
  );
}
