import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, UserInfo } from '#shared/api/contract.ts';
import classes from './AccessDialog.module.css';
import { usersKey } from './usersKey.ts';

/** Somebody's second factor: seen, and taken off when their phone is lost. */
export function UserFactor({ user }: { user: UserInfo }) {
  const { t } = useTranslation('factor');
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      apiFetch(buildPath(apiPaths.userSecondFactor, { userId: user.id }), UserInfo, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  });
  return (
    <Section title={t('ofUser.title')}>
      <p className={classes.text}>{user.hasSecondFactor ? t('ofUser.on') : t('ofUser.off')}</p>
      {user.hasSecondFactor && (
        <>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('ofUser.remove')}
          </Button>
          <Text size="sm" c="var(--zvit-muted)" mt={4}>
            {t('ofUser.hint')}
          </Text>
        </>
      )}
      <FormError error={remove.error} />
      <p role="status" className={classes.status}>
        {remove.isSuccess && !user.hasSecondFactor && t('ofUser.removed')}
      </p>
    </Section>
  );
}
