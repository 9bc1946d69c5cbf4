import { Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { FormActions } from '#client/ui/FormActions.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { OrganisationAnswer } from '#shared/api/structure.ts';
import { type Organisation, OrganisationKind } from '#shared/model/structure.ts';
import { readOrganisationFields } from '#shared/structure/applyOrganisationEdit.ts';
import { type OrganisationEdit, OrganisationFields } from '#shared/structure/OrganisationEdit.ts';
import { organisationsKey } from './useOrganisations.ts';

type Props = {
  /** Null for a new one. */
  organisation: Organisation | null;
  onClose: () => void;
};

export function OrganisationDialog({ organisation, onClose }: Props) {
  const { t } = useTranslation('structure');
  const queries = useQueryClient();
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => organisation && readOrganisationFields(organisation));
  const { shape } = OrganisationFields;
  const isName = (value: string) => (shape.name.safeParse(value).success ? null : t('city.nameWrong'));
  const form = useForm({
    initialValues: {
      name: from?.name ?? '',
      shortName: from?.shortName ?? '',
      kind: from?.kind ?? ('department' as OrganisationKind),
      edrpou: from?.edrpou ?? '',
    },
    validate: {
      name: isName,
      shortName: isName,
      edrpou: (value) =>
        shape.edrpou.safeParse(value.trim() || null).success ? null : t('city.edrpouWrong'),
    },
  });
  const save = useMutation({
    mutationFn: (edit: OrganisationEdit) =>
      apiFetch(apiPaths.organisations, OrganisationAnswer, {
        method: 'PATCH',
        body: edit,
        isAdding: edit.kind === 'add',
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: organisationsKey });
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: organisationsKey }),
  });
  const submit = form.onSubmit((values) => {
    const fields = OrganisationFields.parse({ ...values, edrpou: values.edrpou.trim() || null });
    save.mutate(
      organisation === null || from === null
        ? { kind: 'add', fields }
        : { kind: 'change', organisationId: organisation.id, from, to: fields },
    );
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={from === null ? t('city.create') : t('city.change')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Textarea
            {...form.getInputProps('name')}
            label={t('city.name')}
            autosize
            minRows={1}
            data-autofocus
          />
          <TextInput
            {...form.getInputProps('shortName')}
            label={t('city.shortName')}
            description={t('city.shortNameHint')}
          />
          <Select
            {...form.getInputProps('kind')}
            label={t('city.kindLabel')}
            data={OrganisationKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            allowDeselect={false}
          />
          <TextInput
            {...form.getInputProps('edrpou')}
            label={t('city.edrpou')}
            description={t('city.edrpouHint')}
            inputMode="numeric"
            autoComplete="off"
          />
          <FormActions
            submit={from === null ? t('add') : t('save')}
            error={save.error}
            isSending={save.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
