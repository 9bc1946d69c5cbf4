import { Button } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { OidcStartAnswer } from '#shared/api/oidc.ts';
import { FormError } from './FormError.tsx';

type Props = { name: string; returnPath: string };

/** Leads to the provider that is configured; what went wrong on the way is told here. */
export function ProviderButton({ name, returnPath }: Props) {
  const { t } = useTranslation('provider');
  const start = useMutation({
    mutationFn: () => apiFetch(apiPaths.oidcStart, OidcStartAnswer, { method: 'POST', body: { returnPath } }),
    onSuccess: ({ address }) => location.assign(address),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBuildingCommunity size={18} aria-hidden />}
        // It stays so until the other page is there.
        loading={start.isPending || start.isSuccess}
        onClick={() => start.mutate()}
      >
        {name === '' ? t('signIn') : t('signInBy', { name })}
      </Button>
      <FormError error={start.error} />
    </>
  );
}
