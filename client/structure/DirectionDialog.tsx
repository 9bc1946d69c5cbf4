import { Group, Modal, MultiSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { FormActions } from '#client/ui/FormActions.tsx';
import type { Direction } from '#shared/model/structure.ts';
import { DirectionFields } from '#shared/structure/StructureEdit.ts';
import { readDirectionFields } from '#shared/structure/structureFields.ts';
import { useStructureEdit } from './useStructureEdit.ts';

type Props = {
  /** Null for a new one. */
  direction: Direction | null;
  onClose: () => void;
};

export function DirectionDialog({ direction, onClose }: Props) {
  const { t } = useTranslation('structure');
  const { structure } = useReport();
  const save = useStructureEdit(onClose);
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => direction && readDirectionFields(structure, direction));
  const { shape } = DirectionFields;
  const form = useForm<{ number: number | string; title: string; responsible: string[] }>({
    initialValues: from ?? {
      number: Math.max(0, ...structure.directions.map(({ number }) => number)) + 1,
      title: '',
      responsible: [],
    },
    validate: {
      number: (value) => (shape.number.safeParse(value).success ? null : t('direction.numberWrong')),
      title: (value) => (shape.title.safeParse(value).success ? null : t('direction.nameWrong')),
    },
  });
  const submit = form.onSubmit((values) => {
    const fields = DirectionFields.parse(values);
    save.mutate(
      direction === null || from === null
        ? { kind: 'direction.add', fields }
        : { kind: 'direction.change', directionId: direction.id, from, to: fields },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={from === null ? t('direction.create') : t('direction.change', { number: from.number })}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Group align="start" gap="sm" wrap="nowrap">
            <NumberInput
              {...form.getInputProps('number')}
              label={t('direction.number')}
              w={96}
              min={1}
              max={99}
              allowDecimal={false}
            />
            <Textarea
              {...form.getInputProps('title')}
              flex={1}
              label={t('direction.name')}
              autosize
              minRows={1}
              data-autofocus
            />
          </Group>
          <MultiSelect
            {...form.getInputProps('responsible')}
            label={t('direction.responsible')}
            description={t('direction.responsibleHint')}
            data={structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            searchable
            clearable
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
