import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { clearOnSignOut } from '#client/sync/clearLocalData.ts';
import { countPending } from '#client/sync/PendingLedger.ts';
import { announceSignOut } from '#client/sync/signOutChannel.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { SignOutAnswer } from '#shared/api/oidc.ts';
import type { Actor } from '#shared/model/user.ts';
import { pagePaths } from './links.ts';
import { forgetOfflineAnswers } from './registerOfflineShell.ts';

export type SignOut = {
  /** Asks first when something is unsent: `unsent` is then the number to tell. */
  start(): void;
  /** Null unless the person has to be asked. */
  unsent: number | null;
  confirm(): void;
  cancel(): void;
};

/** Ends the session and takes this browser's copies away: office computers are shared. */
export function useSignOut(actor: Actor): SignOut {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [unsent, setUnsent] = useState<number | null>(null);

  const leave = async () => {
    setUnsent(null);
    let continueAt: string | null;
    try {
      ({ continueAt } = await apiFetch(apiPaths.session, SignOutAnswer, { method: 'DELETE' }));
    } catch (error) {
      notifications.show({ color: 'red', title: t('error.title'), message: errorText(error) });
      return;
    }
    announceSignOut();
    forgetOfflineAnswers();
    await navigate(pagePaths.signIn);
    queries.clear();
    await clearOnSignOut(actor.userId);
    // There the provider ends its own session: it would let the next person at this computer in as this one.
    if (continueAt !== null) location.assign(continueAt);
  };

  return {
    unsent,
    start() {
      const count = countPending(localStorage, actor.userId);
      if (count > 0) setUnsent(count);
      else void leave();
    },
    confirm: () => void leave(),
    cancel: () => setUnsent(null),
  };
}
