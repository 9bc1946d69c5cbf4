import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiSend } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, PasswordRequest } from '#shared/api/contract.ts';
import { identityQuery } from './identityQuery.ts';
import classes from './ProfilePage.module.css';
import { sessionsKey } from './SessionsSection.tsx';

/** Changing one's password, of who has one. */
export function PasswordSection() {
  const { t } = useTranslation(['profile', 'provider']);
  const hasPassword = useQuery(identityQuery).data?.hasPassword ?? true;
  return (
    <Section title={t('password.title')}>
      {hasPassword ? <PasswordForm /> : <p className={classes.text}>{t('provider:noPassword')}</p>}
    </Section>
  );
}

function PasswordForm() {
  const { t } = useTranslation(['profile', 'signin']);
  const queries = useQueryClient();
  const form = useForm<PasswordRequest>({
    mode: 'uncontrolled',
    initialValues: { current: '', next: '' },
    validate: {
      current: (value) =>
        PasswordRequest.shape.current.safeParse(value).success ? null : t('password.missing'),
      next: (value) => (PasswordRequest.shape.next.safeParse(value).success ? null : t('password.short')),
    },
  });
  const change = useMutation({
    mutationFn: (body: PasswordRequest) => apiSend(apiPaths.password, { body }),
    onSuccess: async () => {
      form.reset();
      await queries.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  const toggle = { 'aria-label': t('signin:showPassword'), 'aria-hidden': false, tabIndex: 0 };
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack gap="sm" align="stretch">
        <PasswordInput
          key={form.key('current')}
          {...form.getInputProps('current')}
          label={t('password.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          key={form.key('next')}
          {...form.getInputProps('next')}
          label={t('password.next')}
          description={t('password.hint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
        />
        <FormError error={change.error} />
        <p role="status" className={classes.status}>
          {change.isSuccess && t('password.done')}
        </p>
        <Button type="submit" variant="default" style={{ alignSelf: 'start' }} loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
