import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import classes from '../import.module.css';
import type { PreviewProps } from './PreviewProps.ts';

/** Whose the new rows become: as the file says, or, where the report knows no such organisation, as the person does. */
export function OrganisationChoices({ flow, tools, plan }: PreviewProps) {
  const { t } = useTranslation('imports');
  const { session } = useReport();
  const { state } = flow;
  const { writable, words } = tools;
  const hasUnnamed =
    plan.plan.organisations.length > 0 || (state.ownOrganisationId !== null && writable.length > 1);
  const unnamedCount = plan.plan.lines.filter(
    ({ row, organisationId }) => row === null && organisationId === state.ownOrganisationId,
  ).length;
  const isUnnamedShown = hasUnnamed && unnamedCount > 0 && plan.organisations.length === 0;
  if (plan.organisations.length === 0 && !isUnnamedShown) return null;
  const options = [
    { value: '', label: t('organisations.choose') },
    ...writable.map(({ id, shortName }) => ({ value: id, label: shortName })),
  ];
  const find = (value: string) => writable.find(({ id }) => id === value)?.id ?? null;
  return (
    <section className={classes.section} aria-label={t('organisations.title')}>
      <div className={classes.sectionHead}>
        <h3>{t('organisations.title')}</h3>
      </div>
      <ul className={classes.questions}>
        {isUnnamedShown && (
          <li>
            <div>
              <p className={classes.questionWords}>{t('organisations.none')}</p>
              <p className={classes.places}>{t('organisations.rows', { count: unnamedCount })}</p>
            </div>
            <NativeSelect
              size="xs"
              w={260}
              aria-label={t('organisations.chooseFor', { name: t('organisations.none') })}
              value={state.ownOrganisationId ?? ''}
              data={options}
              onChange={(event) => flow.chooseLines({ ownOrganisationId: find(event.currentTarget.value) })}
            />
          </li>
        )}
        {plan.organisations.map(({ text, organisationId, count }) => (
          <li key={text}>
            <div>
              <p className={classes.questionWords}>
                {organisationId === null ? text : words.texts.organisation(organisationId)}
              </p>
              <p className={classes.places}>
                {t('organisations.rows', { count })}
                {organisationId === null && ` · ${t('organisations.unknown')}`}
                {organisationId !== null &&
                  !session.canWrite(organisationId).allowed &&
                  ` · ${t('organisations.readOnly')}`}
              </p>
            </div>
            {organisationId === null && (
              <NativeSelect
                size="xs"
                w={260}
                aria-label={t('organisations.chooseFor', { name: text })}
                value={state.organisations.get(text) ?? ''}
                data={options}
                onChange={(event) => {
                  const chosen = find(event.currentTarget.value);
                  const organisations = new Map(state.organisations);
                  if (chosen === null) organisations.delete(text);
                  else organisations.set(text, chosen);
                  flow.chooseLines({ organisations });
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
