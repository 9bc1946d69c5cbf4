import { Button, Stack, Text, Title } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { CodeInput } from './CodeInput.tsx';
import { FormError } from './FormError.tsx';

type Props = {
  /** What was right before: the password, or the word of a provider. */
  by?: 'password' | 'provider';
  code: string;
  isPending: boolean;
  error: unknown;
  onChange: (code: string) => void;
  onSubmit: (event: FormEvent) => void;
  onBack: () => void;
};

/** The second step of signing in, of who has a second factor. */
export function CodeStep({ by = 'password', code, isPending, error, onChange, onSubmit, onBack }: Props) {
  const { t } = useTranslation('factor');
  // That a code is asked for is what this page says, and no error of its own.
  const isAsked = error instanceof ApiProblem && error.code === 'session.code-required';
  return (
    <form onSubmit={onSubmit} noValidate>
      <title>{t('signIn.title')}</title>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            {t('signIn.title')}
          </Title>
          <Text size="sm" mt={4} role="status">
            {t(by === 'password' ? 'signIn.text' : 'signIn.textOfProvider')}
          </Text>
        </div>
        <CodeInput label={t('code')} value={code} onChange={onChange} autoFocus />
        <FormError error={isAsked ? null : error} />
        <Button type="submit" loading={isPending}>
          {t('signIn.submit')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </Stack>
    </form>
  );
}
