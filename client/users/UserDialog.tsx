import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { sessionKey } from '#client/api/useSession.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, UserCreateRequest, UserInfo } from '#shared/api/contract.ts';
import { createId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { GrantFields } from './GrantFields.tsx';
import { buildMemberships, type Grant, isIncomplete, readGrants } from './grants.ts';
import { usersKey } from './usersKey.ts';

type Values = {
  name: string;
  login: string;
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
  const { t } = useTranslation(['users', 'common']);
  const queries = useQueryClient();
  const { shape } = UserCreateRequest;
  const form = useForm<Values>({
    initialValues: {
      name: user?.name ?? '',
      login: user?.login ?? '',
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
      password: (value) =>
        (user !== null && value === '') || shape.password.safeParse(value).success
          ? null
          : t('form.passwordShort'),
      grants: (value) => (value.some(isIncomplete) ? t('form.organisationsMissing') : null),
    },
  });
  const save = useMutation({
    mutationFn: (values: Values) => saveUser(user, values),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: usersKey });
      await queries.invalidateQueries({ queryKey: sessionKey });
      onClose();
    },
  });

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
          <FormError error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function saveUser(user: UserInfo | null, { login, grants, isDisabled, password, ...values }: Values) {
  const memberships = buildMemberships(grants, user?.memberships);
  if (user === null) {
    const body = { ...values, login, password, memberships };
    return apiFetch(apiPaths.users, UserInfo, { method: 'POST', body });
  }
  const body = { ...values, isDisabled, memberships, ...(password !== '' && { password }) };
  return apiFetch(buildPath(apiPaths.user, { userId: user.id }), UserInfo, { method: 'PATCH', body });
}
