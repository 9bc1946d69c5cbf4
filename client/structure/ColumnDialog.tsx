import { Checkbox, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormActions } from '#client/ui/FormActions.tsx';
import type { ExtraColumn } from '#shared/model/columns.ts';
import { ColumnKind } from '#shared/model/extraField.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { readColumnFields } from '#shared/structure/columnFields.ts';
import { ColumnFields } from '#shared/structure/StructureEdit.ts';
import { useStructureEdit } from './useStructureEdit.ts';

type Props = {
  table: TableKind;
  /** Null for a new one. */
  column: ExtraColumn | null;
  onClose: () => void;
};

/** Options as they are typed: one a line. */
type Values = Omit<ColumnFields, 'options'> & { options: string };

function readFields({ options, ...values }: Values): ColumnFields {
  const lines = options.split('\n').map((line) => line.trim());
  return { ...values, options: values.kind === 'choice' ? lines.filter((line) => line !== '') : [] };
}

export function ColumnDialog({ table, column, onClose }: Props) {
  const { t } = useTranslation('structure');
  const save = useStructureEdit(onClose);
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => column && readColumnFields(column));
  const form = useForm<Values>({
    initialValues: {
      title: from?.title ?? '',
      kind: from?.kind ?? 'text',
      options: from?.options.join('\n') ?? '',
      isRequired: from?.isRequired ?? false,
    },
    validate: (values) => {
      const issues = ColumnFields.safeParse(readFields(values)).error?.issues ?? [];
      const isWrong = (field: keyof Values) => issues.some(({ path }) => path[0] === field);
      return {
        ...(isWrong('title') && { title: t('column.nameWrong') }),
        ...(isWrong('options') && { options: t('column.optionsWrong') }),
      };
    },
  });
  const submit = form.onSubmit((values) => {
    const fields = ColumnFields.parse(readFields(values));
    save.mutate(
      column === null || from === null
        ? { kind: 'column.add', table, fields }
        : { kind: 'column.change', columnId: column.id, from, to: fields },
    );
  });
  const { kind } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${from === null ? t('column.create') : t('column.change')} · ${t(`columns.table.${table}`)}`}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            {...form.getInputProps('title')}
            label={t('column.name')}
            description={t('column.nameHint')}
            data-autofocus
          />
          <Select
            {...form.getInputProps('kind')}
            label={t('column.kind')}
            description={from === null ? t(`column.kindHints.${kind}`) : t('column.kindHeld')}
            data={ColumnKind.options.map((value) => ({ value, label: t(`column.kinds.${value}`) }))}
            allowDeselect={false}
          />
          {kind === 'choice' && (
            <Textarea
              {...form.getInputProps('options')}
              label={t('column.options')}
              description={from === null ? t('column.optionsHint') : t('column.optionsChangeHint')}
              autosize
              minRows={4}
              maxRows={12}
            />
          )}
          <Checkbox
            {...form.getInputProps('isRequired', { type: 'checkbox' })}
            label={t('column.required')}
            description={t('column.requiredHint')}
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
