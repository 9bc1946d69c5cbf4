import { Button, Group, Table, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch, apiSend, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, TokenAnswer, TokenList, TokenRequest } from '#shared/api/contract.ts';
import { NewToken } from './NewToken.tsx';
import classes from './ProfilePage.module.css';

const tokensKey = ['profile', 'tokens'] as const;

/** API tokens: made here, shown once, revoked here. */
export function TokensSection() {
  const { t } = useTranslation('profile');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: tokensKey });
  const create = useMutation({
    mutationFn: (body: TokenRequest) =>
      apiFetch(apiPaths.tokens, TokenAnswer, { method: 'POST', body, isAdding: true }),
    onSuccess: () => setName(''),
    onSettled: refresh,
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) => apiSend(buildPath(apiPaths.token, { tokenId }), { method: 'DELETE' }),
    onSettled: refresh,
  });
  const body = TokenRequest.safeParse({ name });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.success && !create.isPending) create.mutate(body.data);
  };
  return (
    <Section title={t('tokens.title')}>
      <p className={classes.text}>{t('tokens.text')}</p>
      {create.data && <NewToken token={create.data.token} onHide={create.reset} />}
      <form onSubmit={submit}>
        <Group align="end" gap="sm" mb="md">
          <TextInput
            label={t('tokens.name')}
            placeholder={t('tokens.placeholder')}
            maxLength={100}
            w={360}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!body.success} loading={create.isPending}>
            {t('tokens.create')}
          </Button>
        </Group>
      </form>
      <FormError error={create.error ?? revoke.error} />
      <TokenTable
        pending={revoke.isPending ? revoke.variables : null}
        onRevoke={(tokenId) => revoke.mutate(tokenId)}
      />
    </Section>
  );
}

function TokenTable({ pending, onRevoke }: { pending: string | null; onRevoke: (tokenId: string) => void }) {
  const { t } = useTranslation('profile');
  const formatTime = useFormatTime();
  const tokens = useQuery({ queryKey: tokensKey, queryFn: () => apiFetch(apiPaths.tokens, TokenList) });
  if (tokens.isLoadingError) return <FormError error={tokens.error} />;
  const list = tokens.data?.tokens ?? [];
  if (list.length === 0) return <p className={classes.muted}>{tokens.isSuccess && t('tokens.none')}</p>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('tokens.name')}</Table.Th>
          <Table.Th w={170}>{t('tokens.createdAt')}</Table.Th>
          <Table.Th w={190}>{t('tokens.used')}</Table.Th>
          <Table.Th w={130}>
            <span className="visually-hidden">{t('tokens.revoke')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map(({ id, name, createdAt, lastUsedAt }) => (
          <Table.Tr key={id}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{formatTime(createdAt)}</Table.Td>
            <Table.Td>{lastUsedAt === null ? t('tokens.never') : formatTime(lastUsedAt)}</Table.Td>
            <Table.Td ta="right">
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('tokens.revokeThis', { name })}
                loading={pending === id}
                onClick={() => onRevoke(id)}
              >
                {t('tokens.revoke')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
