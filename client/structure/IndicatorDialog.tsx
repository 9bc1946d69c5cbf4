import { Fieldset, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { FormActions } from '#client/ui/FormActions.tsx';
import { Aggregation, type Direction, Indicator, NounForms } from '#shared/model/structure.ts';
import { IndicatorFields } from '#shared/structure/StructureEdit.ts';
import { readIndicatorFields } from '#shared/structure/structureFields.ts';
import { useStructureEdit } from './useStructureEdit.ts';

type Props = {
  direction: Direction;
  /** Null for a new one. */
  indicator: Indicator | null;
  onClose: () => void;
};

type Values = Omit<IndicatorFields, 'overStep' | 'partOf'> & {
  overStep: number | string;
  partOf: string | null;
  key: string;
};

export function IndicatorDialog({ direction, indicator, onClose }: Props) {
  const { t } = useTranslation('structure');
  const { structure } = useReport();
  const save = useStructureEdit(onClose);
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => indicator && readIndicatorFields(indicator));
  const { shape } = IndicatorFields;
  const isForm = (value: string) =>
    NounForms.shape.one.safeParse(value).success ? null : t('indicator.formWrong');
  const form = useForm<Values>({
    initialValues: {
      title: from?.title ?? '',
      forms: from?.forms ?? { one: '', few: '', many: '' },
      aggregation: from?.aggregation ?? 'sum',
      overStep: from?.overStep ?? '',
      partOf: from?.partOf ?? null,
      key: '',
    },
    validate: {
      title: (value) => (shape.title.safeParse(value).success ? null : t('indicator.nameWrong')),
      forms: { one: isForm, few: isForm, many: isForm },
      overStep: (value) =>
        value === '' || shape.overStep.safeParse(value).success ? null : t('indicator.overStepWrong'),
      key: (value) =>
        value === '' || Indicator.shape.key.safeParse(value).success ? null : t('indicator.keyWrong'),
    },
  });
  const submit = form.onSubmit(({ key, overStep, ...values }) => {
    const fields = IndicatorFields.parse({ ...values, overStep: overStep === '' ? null : overStep });
    save.mutate(
      indicator === null || from === null
        ? { kind: 'indicator.add', directionId: direction.id, key: key === '' ? null : key, fields }
        : { kind: 'indicator.change', indicatorId: indicator.id, from, to: fields },
    );
  });
  const wholes = structure.indicators.filter(
    (one) => one.directionId === direction.id && one.id !== indicator?.id,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${from === null ? t('indicator.create') : t('indicator.change')} · ${direction.number}. ${direction.title}`}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            {...form.getInputProps('title')}
            label={t('indicator.name')}
            description={t('indicator.nameHint')}
            data-autofocus
          />
          <Fieldset legend={`${t('indicator.forms')}: ${t('indicator.formExample')}`} variant="unstyled">
            <Group align="start" gap="sm" grow preventGrowOverflow={false}>
              {(['one', 'few', 'many'] as const).map((which) => (
                <TextInput
                  key={which}
                  {...form.getInputProps(`forms.${which}`)}
                  label={t(`indicator.${which}`)}
                  miw={140}
                />
              ))}
            </Group>
          </Fieldset>
          <Select
            {...form.getInputProps('aggregation')}
            label={t('indicator.aggregation')}
            data={Aggregation.options.map((value) => ({
              value,
              label: t(`indicator.aggregations.${value}`),
            }))}
            allowDeselect={false}
          />
          <Select
            {...form.getInputProps('partOf')}
            label={t('indicator.partOf')}
            placeholder={t('indicator.partOfNone')}
            data={wholes.map(({ id, title }) => ({ value: id, label: title }))}
            clearable
            searchable
          />
          <NumberInput
            {...form.getInputProps('overStep')}
            label={t('indicator.overStep')}
            description={t('indicator.overStepHint')}
            allowDecimal={false}
            allowNegative={false}
          />
          {from === null && (
            <TextInput
              {...form.getInputProps('key')}
              label={t('indicator.key')}
              description={t('indicator.keyHint')}
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
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
