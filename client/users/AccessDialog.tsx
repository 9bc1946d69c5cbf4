import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { buildPath } from '#client/api/client.ts';
import { MailAddress } from '#client/mail/MailAddress.tsx';
import type { UserInfo } from '#shared/api/contract.ts';
import { mailPaths } from '#shared/api/mail.ts';
import classes from './AccessDialog.module.css';
import { PasswordLink } from './PasswordLink.tsx';
import { UserFactor } from './UserFactor.tsx';
import { UserIdentity } from './UserIdentity.tsx';
import { UserSessions } from './UserSessions.tsx';

/** How somebody signs in, and where they are signed in. */
export function AccessDialog({ user, onClose }: { user: UserInfo; onClose: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Modal opened onClose={onClose} size="lg" title={t('title', { name: user.name })}>
      <div className={classes.parts}>
        <PasswordLink user={user} />
        <MailAddress path={buildPath(mailPaths.userSettings, { userId: user.id })} />
        <UserIdentity user={user} />
        <UserFactor user={user} />
        <UserSessions user={user} />
      </div>
    </Modal>
  );
}
