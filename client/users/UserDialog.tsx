import { Button, Checkbox, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { sessionKey } from '#client/api/useSession.ts';
import { FormActions } from '#client/ui/FormActions.tsx';
import { apiPaths, UserCreateRequest, UserInfo } from '#shared/api/contract.ts';
import { LinkAnswer } from '#shared/api/links.ts';
import { createId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { DaysSelect, usualDays } from './DaysSelect.tsx';
import { GrantFields } from './GrantFields.tsx';
import { buildMemberships, type Grant, isIncomplete, readGrants } from './grants.ts';
import { NewLink } from './NewLink.tsx';
import { useRightsText } from './useRightsText.ts';
import { usersKey } from './usersKey.ts';

type Values = {
  name: string;
  login: string;
  /** Of a new person: whether they set their own password by a link. */
  isInvited: boolean;
  days: number;
  /** Empty when an existing user keeps theirs. */
  password: string;
  isAdministrator: boolean;
  isDisabled: boolean;
  grants: Grant[];
};

type Props = {
  /** Null for a new one. */
  user: UserInfo | null;
  structures: readonly ReportStructure[];
  onClose: () => void;
};

/** Makes an account or changes one. */
export function UserDialog({ user, structures, onClose }: Props) {
  const { t } = useTranslation(['users', 'access', 'provider']);
  const rightsText = useRightsText(structures);
  const queries = useQueryClient();
  const { shape } = UserCreateRequest;
  const form = useForm<Values>({
    initialValues: {
      name: user?.name ?? '',
      login: user?.login ?? '',
      isInvited: user === null,
      days: usualDays,
      password: '',
      isAdministrator: user?.isAdministrator ?? false,
      isDisabled: user?.isDisabled ?? false,
      grants: readGrants(
        user?.memberships ?? [],
        structures.map(({ report }) => report.id),
      ),
    },
    validate: {
      name: (value) => (shape.name.safeParse(value).success ? null : t('form.nameMissing')),
      login: (value) => (shape.login.safeParse(value).success ? null : t('form.loginShort')),
      password: (value, { isInvited }) =>
        isInvited || (user !== null && value === '') || shape.password.safeParse(value).success
          ? null
          : t('form.passwordShort'),
      grants: (value) => (value.some(isIncomplete) ? t('form.organisationsMissing') : null),
    },
  });
  const save = useMutation({
    mutationFn: (values: Values) => saveUser(user, values),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: usersKey });
      await queries.invalidateQueries({ queryKey: sessionKey });
      if (made === null) onClose();
    },
  });

  const made = save.data ?? null;
  if (made !== null) {
    return (
      <Modal opened onClose={onClose} size="lg" title={t('access:made.title', { name: made.user.name })}>
        <NewLink made={made} onDone={onClose} />
      </Modal>
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={user === null ? t('form.create') : t('form.edit', { name: user.name })}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack gap="md">
          <TextInput
            {...form.getInputProps('name')}
            label={t('form.name')}
            autoComplete="off"
            data-autofocus
          />
          {user === null && (
            <TextInput
              {...form.getInputProps('login')}
              label={t('form.login')}
              description={t('form.loginHint')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
          {user === null && (
            <Radio.Group
              label={t('access:way.label')}
              value={form.values.isInvited ? 'link' : 'password'}
              onChange={(value) => form.setFieldValue('isInvited', value === 'link')}
            >
              <Stack gap="xs" mt={4}>
                <Radio value="link" label={t('access:way.link')} description={t('access:way.linkHint')} />
                <Radio value="password" label={t('access:way.password')} />
              </Stack>
            </Radio.Group>
          )}
          {form.values.isInvited ? (
            <DaysSelect days={form.values.days} onChange={(days) => form.setFieldValue('days', days)} />
          ) : (
            <Group align="end" gap="sm" wrap="nowrap">
              <TextInput
                {...form.getInputProps('password')}
                flex={1}
                label={user === null ? t('form.password') : t('form.newPassword')}
                description={user === null ? t('form.passwordHint') : t('form.newPasswordHint')}
                autoComplete="off"
                spellCheck={false}
              />
              <Button variant="default" onClick={() => form.setFieldValue('password', createId())}>
                {t('form.generate')}
              </Button>
            </Group>
          )}
          <Checkbox
            {...form.getInputProps('isAdministrator', { type: 'checkbox' })}
            label={t('form.administrator')}
            description={t('form.administratorHint')}
          />
          {user !== null && (
            <Checkbox
              {...form.getInputProps('isDisabled', { type: 'checkbox' })}
              label={t('form.disabled')}
              description={t('form.disabledHint')}
            />
          )}
          <div>
            <Text fw={600} size="sm" mb={4}>
              {t('form.reports')}
            </Text>
            {user?.claimed != null && (
              <Text size="sm" mb="xs">
                {t('provider:ofUser.claimed', { rights: rightsText(user.claimed) })}
              </Text>
            )}
            {structures.length === 0 && <Text size="sm">{t('form.noReports')}</Text>}
            {form.values.grants.map((grant, index) => {
              const structure = structures.find(({ report }) => report.id === grant.reportId);
              return (
                structure && (
                  <GrantFields
                    key={grant.reportId}
                    grant={grant}
                    structure={structure}
                    error={form.errors.grants && isIncomplete(grant) ? t('form.organisationsMissing') : null}
                    onChange={(next) => form.setFieldValue(`grants.${index}`, next)}
                  />
                )
              );
            })}
          </div>
          <FormActions
            submit={t('form.save')}
            error={save.error}
            isSending={save.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}

/** The link to hand over, when the person was invited by one. */
async function saveUser(user: UserInfo | null, values: Values): Promise<LinkAnswer | null> {
  const { login, name, isAdministrator, isDisabled, isInvited, days, password } = values;
  const memberships = buildMemberships(values.grants, user?.memberships);
  const common = { name, isAdministrator, memberships };
  if (user !== null) {
    const body = { ...common, isDisabled, ...(password !== '' && { password }) };
    await apiFetch(buildPath(apiPaths.user, { userId: user.id }), UserInfo, { method: 'PATCH', body });
    return null;
  }
  if (isInvited) {
    return apiFetch(apiPaths.invitations, LinkAnswer, {
      method: 'POST',
      body: { ...common, login, days },
      isAdding: true,
    });
  }
  await apiFetch(apiPaths.users, UserInfo, {
    method: 'POST',
    body: { ...common, login, password },
    isAdding: true,
  });
  return null;
}
