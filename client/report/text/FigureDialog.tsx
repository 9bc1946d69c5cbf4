import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  buildSpec,
  type FigureForm,
  type FigureFormat,
  filterFieldsOf,
  formatsOf,
  isMoneySource,
  unitFormats,
} from '#client/report/figures/figureForm.ts';
import { useFigure } from '#client/report/figures/useFigure.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { type FigureSpec, Gender, GrammaticalCase, type RowFilter } from '#shared/figures/FigureSpec.ts';
import { ActivityForm, ActivityState, Fund } from '#shared/model/rows.ts';
import { Aggregation } from '#shared/model/structure.ts';
import classes from './FigureDialog.module.css';
import { useSourceOptions } from './useSourceOptions.ts';

type Props = {
  initial: FigureForm;
  isNew: boolean;
  onDone(spec: FigureSpec): void;
  onClose(): void;
};

const everything = 'all';
const nothing = 'none';

/** Asks what a number in the text shows, and prints it as it would stand there. */
export function FigureDialog({ initial, isNew, onDone, onClose }: Props) {
  const { t } = useTranslation(['text', 'grid']);
  const { structure } = useReport();
  const [form, setForm] = useState(initial);
  const { options, read, write } = useSourceOptions();
  const unit = useMoneyUnit();
  const spec = buildSpec(form);
  const change = (part: Partial<FigureForm>) => setForm((current) => ({ ...current, ...part }));
  const changeFilter = (part: Partial<RowFilter>) =>
    setForm((current) => ({ ...current, filter: { ...current.filter, ...part } }));
  const fields = filterFieldsOf(form.source);
  const formats = formatsOf(form.source);
  const { source } = form;
  const isIndicator = typeof source === 'object';
  const asksWords = form.format === 'words' && formats.includes('words');

  return (
    <Modal opened onClose={onClose} title={t(isNew ? 'dialog.insert' : 'dialog.change')} size="lg">
      <Stack gap="sm">
        <Select
          label={t('dialog.source')}
          data={options}
          value={write(source)}
          onChange={(value) => {
            const next = read(value);
            if (next === null) return;
            const fitting = formatsOf(next);
            const first = isMoneySource(next) ? unitFormats[unit] : (fitting[0] ?? form.format);
            change({ source: next, format: fitting.includes(form.format) ? form.format : first });
          }}
          searchable
          allowDeselect={false}
          maxDropdownHeight={320}
          nothingFoundMessage={t('dialog.nothingFound')}
          openOnFocus={false}
          // Typing opens the list too, and Enter then takes the first that fits.
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          data-autofocus
        />
        <div className={classes.pair}>
          <Select
            label={t('dialog.direction')}
            data={[
              { value: everything, label: t('dialog.everyDirection') },
              ...structure.directions.map(({ id, number, title }) => ({
                value: id,
                label: `${number}. ${title}`,
              })),
              { value: nothing, label: t('dialog.withoutDirection') },
            ]}
            value={form.filter.directionId === null ? nothing : (form.filter.directionId ?? everything)}
            onChange={(value) => {
              const direction = structure.directions.find(({ id }) => id === value);
              changeFilter({ directionId: direction?.id ?? (value === nothing ? null : undefined) });
            }}
            allowDeselect={false}
          />
          <Select
            label={t('dialog.organisation')}
            data={[
              { value: everything, label: t('dialog.everybody') },
              ...structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName })),
            ]}
            value={form.filter.organisationId ?? everything}
            onChange={(value) => {
              const organisation = structure.organisations.find(({ id }) => id === value);
              changeFilter({ organisationId: organisation?.id });
            }}
            searchable
            allowDeselect={false}
          />
        </div>
        {fields.includes('fund') && (
          <Narrowing
            label={t('dialog.fund')}
            every={t('dialog.everyFund')}
            options={Fund.options.map((value) => ({ value, label: t(`grid:choice.fund.${value}`) }))}
            value={form.filter.fund}
            onChange={(fund) => changeFilter({ fund })}
          />
        )}
        {fields.includes('form') && (
          <div className={classes.pair}>
            <Narrowing
              label={t('dialog.form')}
              every={t('dialog.everyForm')}
              options={ActivityForm.options.map((value) => ({
                value,
                label: t(`grid:choice.form.${value}`),
              }))}
              value={form.filter.form}
              onChange={(value) => changeFilter({ form: value })}
            />
            <Narrowing
              label={t('dialog.state')}
              every={t(isIndicator ? 'dialog.carriedOut' : 'dialog.everyState')}
              options={ActivityState.options.map((value) => ({
                value,
                label: t(`grid:choice.state.${value}`),
              }))}
              value={form.filter.state}
              onChange={(state) => changeFilter({ state })}
            />
          </div>
        )}
        {formats.length > 0 && (
          <div className={classes.pair}>
            <Select
              label={t('dialog.format')}
              data={formats.map((value) => ({ value, label: t(`format.${value}`) }))}
              value={formats.includes(form.format) ? form.format : (formats[0] ?? null)}
              onChange={(value) => {
                const format = formats.find((known): known is FigureFormat => known === value);
                if (format !== undefined) change({ format });
              }}
              allowDeselect={false}
            />
            {isIndicator && (
              <Narrowing
                label={t('dialog.aggregation')}
                every={t('dialog.ownAggregation')}
                options={Aggregation.options.map((value) => ({ value, label: t(`aggregation.${value}`) }))}
                value={form.aggregation ?? undefined}
                onChange={(aggregation) => change({ aggregation: aggregation ?? null })}
              />
            )}
            {form.format === 'over' && formats.includes('over') && (
              <NumberInput
                label={t('dialog.step')}
                placeholder={t('dialog.ownStep')}
                value={form.step ?? ''}
                onChange={(value) => change({ step: typeof value === 'number' && value > 0 ? value : null })}
                allowDecimal={false}
                min={1}
                max={1_000_000_000}
              />
            )}
            {asksWords && (
              <Select
                label={t('dialog.case')}
                data={GrammaticalCase.options.map((value) => ({ value, label: t(`case.${value}`) }))}
                value={form.case}
                onChange={(value) => change({ case: GrammaticalCase.catch('nominative').parse(value) })}
                allowDeselect={false}
              />
            )}
            {asksWords && !isMoneySource(source) && (
              <Select
                label={t('dialog.gender')}
                data={Gender.options.map((value) => ({ value, label: t(`gender.${value}`) }))}
                value={form.gender}
                onChange={(value) => change({ gender: Gender.catch('masculine').parse(value) })}
                allowDeselect={false}
              />
            )}
          </div>
        )}
        <Preview spec={spec} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button onClick={() => onDone(spec)}>{t(isNew ? 'dialog.doInsert' : 'dialog.doChange')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ spec }: { spec: FigureSpec }) {
  const { t } = useTranslation('text');
  const { text, rowCount, problem } = useFigure(spec);
  return (
    <output className={classes.preview} aria-label={t('dialog.preview')}>
      <span className={classes.sample} lang="uk">
        {text}
      </span>
      <span className={classes.behind}>
        {problem === null ? t('dialog.rows', { count: rowCount }) : t(`problem.${problem}`)}
      </span>
    </output>
  );
}

type NarrowingProps<T extends string> = {
  label: string;
  every: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  onChange(value: T | undefined): void;
};

function Narrowing<T extends string>({ label, every, options, value, onChange }: NarrowingProps<T>) {
  return (
    <Select
      label={label}
      data={[{ value: everything, label: every }, ...options]}
      value={value ?? everything}
      onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
      allowDeselect={false}
    />
  );
}
