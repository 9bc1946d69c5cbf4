import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, UserInfo } from '#shared/api/contract.ts';
import { LinkAnswer } from '#shared/api/links.ts';
import classes from './AccessDialog.module.css';
import { DaysSelect, usualDays } from './DaysSelect.tsx';
import { NewLink } from './NewLink.tsx';
import { usersKey } from './usersKey.ts';

/** The one-time link of somebody: made, shown once, withdrawn. */
export function PasswordLink({ user }: { user: UserInfo }) {
  const { t } = useTranslation('access');
  const formatTime = useFormatTime();
  const queries = useQueryClient();
  const [days, setDays] = useState(usualDays);
  const path = buildPath(apiPaths.userLink, { userId: user.id });
  const refresh = () => queries.invalidateQueries({ queryKey: usersKey });
  const make = useMutation({
    mutationFn: () => apiFetch(path, LinkAnswer, { method: 'POST', body: { days } }),
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: () => apiFetch(path, UserInfo, { method: 'DELETE' }),
    onSuccess: make.reset,
    onSettled: refresh,
  });
  return (
    <Section title={t('password.title')}>
      <p className={classes.text}>{t(`password.${describePassword(user)}`)}</p>
      {user.link !== null && make.data === undefined && (
        <p className={classes.text}>{t('password.pending', { time: formatTime(user.link.expiresAt) })}</p>
      )}
      {make.data === undefined ? (
        !user.isDisabled && (
          <Group align="end" gap="sm">
            <DaysSelect days={days} onChange={setDays} />
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {user.hasPassword ? t('password.reset') : t('password.invite')}
            </Button>
            {user.link !== null && (
              <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t('password.withdraw')}
              </Button>
            )}
          </Group>
        )
      ) : (
        <NewLink made={make.data} onDone={make.reset} />
      )}
      <FormError error={make.error ?? withdraw.error} />
      <p role="status" className={classes.status}>
        {withdraw.isSuccess && user.link === null && t('password.withdrawn')}
      </p>
    </Section>
  );
}

function describePassword({ hasPassword, identity, isDisabled }: UserInfo) {
  if (isDisabled) return 'disabled';
  if (hasPassword) return 'set';
  return identity === null ? 'none' : 'byProvider';
}
