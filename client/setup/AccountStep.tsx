import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SetupRequest } from '#shared/api/contract.ts';

export type Account = { name: string; login: string; password: string };

const { name, login, password } = SetupRequest.shape;

/** Asks for the administrator's account. Rules are shown before, and checked by the request's own schema. */
export function AccountStep({ account, onNext }: { account: Account; onNext: (account: Account) => void }) {
  const { t } = useTranslation(['setup', 'signin']);
  const form = useForm<Account>({
    mode: 'uncontrolled',
    initialValues: account,
    validate: {
      name: (value) => (name.safeParse(value).success ? null : t('account.nameMissing')),
      login: (value) => (login.safeParse(value).success ? null : t('account.loginShort')),
      password: (value) => (password.safeParse(value).success ? null : t('account.passwordShort')),
    },
  });
  return (
    <form
      onSubmit={form.onSubmit(onNext, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
      noValidate
    >
      <Stack gap="md">
        <div>
          <Title order={1} size="h3">
            {t('account.title')}
          </Title>
          <Text size="sm" mt={4}>
            {t('account.text')}
          </Text>
        </div>
        <TextInput
          key={form.key('name')}
          {...form.getInputProps('name')}
          label={t('account.name')}
          description={t('account.nameHint')}
          autoComplete="name"
          autoFocus
        />
        <TextInput
          key={form.key('login')}
          {...form.getInputProps('login')}
          label={t('account.login')}
          description={t('account.loginHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput
          key={form.key('password')}
          {...form.getInputProps('password')}
          label={t('account.password')}
          description={t('account.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{
            'aria-label': t('signin:showPassword'),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        />
        <Button type="submit">{t('account.next')}</Button>
      </Stack>
    </form>
  );
}
