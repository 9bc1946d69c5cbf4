import {
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useStructureEdit } from '#client/structure/useStructureEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { FormActions } from '#client/ui/FormActions.tsx';
import type { Correction } from '#shared/model/correction.ts';
import { Fund } from '#shared/model/rows.ts';
import { readCorrectionFields } from '#shared/structure/applyCorrectionEdit.ts';
import { isCorrectable } from '#shared/totals/indicatorRows.ts';
import {
  buildCorrectionForm,
  type CorrectionForm,
  type CorrectionProblem,
  readCorrectionForm,
} from './correctionForm.ts';

type Props = {
  /** Null for a new one. */
  correction: Correction | null;
  onClose: () => void;
};

export function CorrectionDialog({ correction, onClose }: Props) {
  const { t } = useTranslation(['structure', 'grid']);
  const errorText = useErrorText();
  const { structure } = useReport();
  const { directions, organisations } = structure;
  const indicators = structure.indicators.filter(({ aggregation }) => isCorrectable(aggregation));
  const save = useStructureEdit(onClose);
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => correction && readCorrectionFields(correction));
  const textOf = (field: keyof CorrectionForm, problem: CorrectionProblem): string =>
    problem === 'wrong' ? t(`correction.wrong.${field}`) : errorText(problem);
  const form = useForm<CorrectionForm>({
    initialValues: buildCorrectionForm(from),
    validate: (values) => {
      const read = readCorrectionForm(values, indicators);
      const problems = 'problems' in read ? Object.entries(read.problems) : [];
      return Object.fromEntries(
        problems.map(([field, problem]) => [field, textOf(field as keyof CorrectionForm, problem)]),
      );
    },
  });
  const submit = form.onSubmit((values) => {
    const read = readCorrectionForm(values, indicators);
    if ('problems' in read) return;
    save.mutate(
      correction === null || from === null
        ? { kind: 'correction.add', fields: read.fields }
        : { kind: 'correction.change', correctionId: correction.id, from, to: read.fields },
    );
  });
  const { of } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(from === null ? 'correction.create' : 'correction.change')}
      size="lg"
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SegmentedControl
            {...form.getInputProps('of')}
            aria-label={t('correction.of')}
            data={[
              { value: 'indicator', label: t('correction.indicator') },
              { value: 'money', label: t('correction.money') },
            ]}
          />
          {of === 'indicator' ? (
            <>
              <Select
                {...form.getInputProps('indicatorId')}
                label={t('correction.indicator')}
                description={t('correction.indicatorHint')}
                data={directions.map(({ id, number, title }) => ({
                  group: `${number}. ${title}`,
                  items: indicators
                    .filter(({ directionId }) => directionId === id)
                    .map((indicator) => ({ value: indicator.id, label: indicator.title })),
                }))}
                searchable
                data-autofocus
              />
              <TextInput
                {...form.getInputProps('quantity')}
                label={t('correction.quantity')}
                description={t('correction.signHint')}
                inputMode="numeric"
              />
            </>
          ) : (
            <>
              <Select
                {...form.getInputProps('directionId')}
                label={t('correction.direction')}
                data={directions.map(({ id, number, title }) => ({
                  value: id,
                  label: `${number}. ${title}`,
                }))}
                searchable
              />
              <Group grow align="flex-start">
                <TextInput
                  {...form.getInputProps('planned')}
                  label={t('correction.planned')}
                  description={t('correction.moneyHint')}
                />
                <TextInput
                  {...form.getInputProps('actual')}
                  label={t('correction.actual')}
                  description={t('correction.moneyHint')}
                />
              </Group>
              <Group grow align="flex-start">
                <Select
                  {...form.getInputProps('fund')}
                  label={t('correction.fund')}
                  data={Fund.options.map((value) => ({ value, label: t(`grid:choice.fund.${value}`) }))}
                  clearable
                />
                <TextInput
                  {...form.getInputProps('kpkvk')}
                  label={t('grid:columns.kpkvk')}
                  inputMode="numeric"
                />
                <TextInput
                  {...form.getInputProps('kekv')}
                  label={t('grid:columns.kekv')}
                  inputMode="numeric"
                />
              </Group>
            </>
          )}
          <Textarea
            {...form.getInputProps('reason')}
            label={t('correction.reason')}
            description={t('correction.reasonHint')}
            autosize
            minRows={2}
            maxRows={8}
          />
          <MultiSelect
            {...form.getInputProps('organisationIds')}
            label={t('correction.organisations')}
            data={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
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
