import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiSend } from '#client/api/client.ts';
import { CodeInput } from '#client/signin/CodeInput.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths } from '#shared/api/contract.ts';

/** Off by a code of the phone, so that who found an open browser cannot do it. */
export function FactorRemoval({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('factor');
  const [code, setCode] = useState('');
  const remove = useMutation({
    mutationFn: () => apiSend(apiPaths.secondFactorRemoval, { body: { code } }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '' && !remove.isPending) remove.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm">
        <CodeInput label={t('code')} description={t('codeHint')} value={code} onChange={setCode} />
        <Button type="submit" variant="default" disabled={code === ''} loading={remove.isPending}>
          {t('remove')}
        </Button>
      </Group>
      <FormError error={remove.error} />
    </form>
  );
}
