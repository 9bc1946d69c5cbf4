import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { reportsKey } from '#client/api/useReports.ts';
import { sessionKey } from '#client/api/useSession.ts';
import { structureLink } from '#client/app/links.ts';
import { Section } from '#client/control/Section.tsx';
import { UnitChoice } from '#client/properties/UnitChoice.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, type ReportList } from '#shared/api/contract.ts';
import { ReportCreateAnswer, type ReportCreateRequest } from '#shared/api/structure.ts';
import type { Programme } from '#shared/model/structure.ts';
import classes from './NewReportPage.module.css';
import { buildReportDraft, type ReportDraft, readReportDraft } from './reportDraft.ts';

type Props = { reports: ReportList['reports']; programmes: readonly Programme[] };

export function NewReportForm({ reports, programmes }: Props) {
  const { t } = useTranslation('structure');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => buildReportDraft(reports[0] ?? null, new Date().getFullYear()));
  const [wrong, setWrong] = useState<readonly (keyof ReportDraft)[]>([]);
  const create = useMutation({
    mutationFn: (request: ReportCreateRequest) =>
      apiFetch(apiPaths.reports, ReportCreateAnswer, { method: 'POST', body: request }),
    onSuccess: async ({ reportId }) => {
      await queries.invalidateQueries({ queryKey: sessionKey });
      await navigate(structureLink(reportId));
      await queries.invalidateQueries({ queryKey: reportsKey });
    },
  });
  const change = (part: Partial<ReportDraft>) => {
    create.reset();
    setDraft((before) => ({ ...before, ...part }));
    setWrong((before) => before.filter((key) => !(key in part)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readReportDraft(draft);
    if ('wrong' in read) setWrong(read.wrong);
    else create.mutate(read.request);
  };
  const errorOf = (key: keyof ReportDraft, text: string) => (wrong.includes(key) ? text : null);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Section title={t('create.from')}>
        <div className={classes.fields}>
          <Select
            aria-label={t('create.from')}
            description={t('create.fromHint')}
            data={[
              ...reports.map(({ report }) => ({
                value: report.id,
                label: `${report.year}. ${report.title}`,
              })),
              { value: '', label: t('create.fromNone') },
            ]}
            value={draft.from}
            onChange={(id) => {
              const source = reports.find(({ report }) => report.id === id) ?? null;
              change(buildReportDraft(source, new Date().getFullYear()));
            }}
            allowDeselect={false}
          />
          {draft.from !== '' && (
            <>
              <Checkbox
                label={t('create.withTexts')}
                description={t('create.withTextsHint')}
                checked={draft.withTexts}
                onChange={(event) => change({ withTexts: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('create.withPlan')}
                checked={draft.withPlan}
                onChange={(event) => change({ withPlan: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('create.withPeople')}
                checked={draft.withPeople}
                onChange={(event) => change({ withPeople: event.currentTarget.checked })}
              />
            </>
          )}
        </div>
      </Section>
      <Section title={t('create.programme')}>
        <div className={classes.fields}>
          <Select
            aria-label={t('create.programme')}
            data={[
              ...programmes.map(({ id, title }) => ({ value: id, label: title })),
              { value: '', label: t('create.programmeNew') },
            ]}
            value={draft.programme}
            onChange={(programme) => change({ programme: programme ?? '' })}
            allowDeselect={false}
          />
          {draft.programme === '' && (
            <>
              <Textarea
                label={t('create.programmeTitle')}
                autosize
                minRows={1}
                value={draft.programmeTitle}
                onChange={(event) => change({ programmeTitle: event.currentTarget.value })}
                error={errorOf('programmeTitle', t('create.nameWrong'))}
              />
              <TextInput
                label={t('create.community')}
                description={t('create.communityHint')}
                value={draft.community}
                onChange={(event) => change({ community: event.currentTarget.value })}
                error={errorOf('community', t('create.nameWrong'))}
              />
              <div className={classes.pair}>
                {(['periodStart', 'periodEnd'] as const).map((key) => (
                  <NumberInput
                    key={key}
                    label={t(`create.${key}`)}
                    value={draft[key]}
                    onChange={(value) => change({ [key]: value })}
                    allowDecimal={false}
                    thousandSeparator=""
                    error={errorOf(key, t('create.periodWrong'))}
                  />
                ))}
              </div>
            </>
          )}
        </div>
      </Section>
      <Section title={t('create.report')}>
        <div className={classes.fields}>
          <NumberInput
            label={t('create.year')}
            w={120}
            value={draft.year}
            onChange={(year) => change({ year })}
            allowDecimal={false}
            error={errorOf('year', t('create.yearWrong'))}
          />
          <Textarea
            label={t('create.name')}
            placeholder={t('create.nameOfYear', { year: draft.year })}
            autosize
            minRows={1}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            error={errorOf('title', t('create.nameWrong'))}
          />
          <TextInput
            label={t('create.position')}
            value={draft.signatoryPosition}
            onChange={(event) => change({ signatoryPosition: event.currentTarget.value })}
          />
          <TextInput
            label={t('create.signatory')}
            autoComplete="off"
            value={draft.signatoryName}
            onChange={(event) => change({ signatoryName: event.currentTarget.value })}
          />
          <UnitChoice value={draft.unit} onChange={(unit) => change({ unit })} />
        </div>
      </Section>
      <div className={classes.foot}>
        <FormError error={create.error} />
        <Button type="submit" loading={create.isPending}>
          {t('create.save')}
        </Button>
      </div>
    </form>
  );
}
