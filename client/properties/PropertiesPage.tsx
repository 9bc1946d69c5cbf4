import { Button, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { DeadlineNote } from '#client/submission/DeadlineNote.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { DayInput } from '#client/ui/DayInput.tsx';
import { can } from '#shared/access/can.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import classes from './PropertiesPage.module.css';
import { UnitChoice } from './UnitChoice.tsx';
import { useProperties } from './useProperties.ts';

/** What a report is called, who signs it, which decision it reports on and until when; for whoever manages it. */
export function PropertiesPage() {
  const { t } = useTranslation('properties');
  const { structure, actor } = useReport();
  const decision = can(actor, {
    action: 'report.manage',
    reportId: structure.report.id,
    reportStatus: readReportStatus(structure.report),
  });
  return (
    <div className={classes.page}>
      <title>{t('title')}</title>
      <h1 className="page-title">{t('title')}</h1>
      {decision.allowed ? (
        <PropertiesForm />
      ) : (
        <p className={classes.hint}>
          {decision.reason === 'access.finalised' ? t('finalised') : t('forbidden')}
        </p>
      )}
    </div>
  );
}

function PropertiesForm() {
  const { t } = useTranslation('properties');
  const { values, invalid, hasChanged, change, save, isSaving, isSaved, error } = useProperties();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hasChanged && invalid.length === 0) save();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Section title={t('report')}>
        <Textarea
          label={t('name')}
          autosize
          minRows={1}
          value={values.title}
          onChange={(event) => change('title', event.currentTarget.value)}
          error={invalid.includes('title') && t('nameWrong')}
        />
      </Section>
      <Section title={t('signature.title')}>
        <div className={classes.fields}>
          <p className={classes.hint}>{t('signature.hint')}</p>
          <TextInput
            label={t('signature.position')}
            value={values.signatoryPosition}
            onChange={(event) => change('signatoryPosition', event.currentTarget.value)}
            error={invalid.includes('signatoryPosition') && t('signature.positionWrong')}
          />
          <TextInput
            label={t('signature.name')}
            description={t('signature.nameHint')}
            autoComplete="off"
            value={values.signatoryName}
            onChange={(event) => change('signatoryName', event.currentTarget.value)}
            error={invalid.includes('signatoryName') && t('signature.nameWrong')}
          />
        </div>
      </Section>
      <Section title={t('decision.title')}>
        <div className={classes.fields}>
          <p className={classes.hint}>{t('decision.hint')}</p>
          <div className={classes.decision}>
            <TextInput
              label={t('decision.number')}
              value={values.decisionNumber ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change('decisionNumber', value.trim() === '' ? null : value)
              }
              error={invalid.includes('decisionNumber') && t('decision.numberWrong')}
            />
            <DayInput
              label={t('decision.date')}
              value={values.decisionDate}
              onChange={(day) => change('decisionDate', day)}
            />
          </div>
        </div>
      </Section>
      <Section title={t('unit.title')}>
        <UnitChoice value={values.unit} onChange={(unit) => change('unit', unit)} />
      </Section>
      <Section title={t('deadline.title')}>
        <div className={classes.fields}>
          <p className={classes.hint}>{t('deadline.hint')}</p>
          <div className={classes.decision}>
            <DayInput
              label={t('deadline.day')}
              value={values.deadline}
              onChange={(day) => change('deadline', day)}
            />
            <p className={classes.left} aria-live="polite">
              {values.deadline === null ? t('deadline.none') : <DeadlineNote deadline={values.deadline} />}
            </p>
          </div>
        </div>
      </Section>
      <div className={classes.foot}>
        <Button type="submit" disabled={!hasChanged || invalid.length > 0} loading={isSaving}>
          {t('save')}
        </Button>
        <p role="status" className={classes.status}>
          {isSaved && !hasChanged && t('saved')}
        </p>
        <FormError error={error} />
      </div>
    </form>
  );
}
