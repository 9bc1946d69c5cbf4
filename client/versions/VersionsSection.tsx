import { Alert, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '#client/api/ApiProblem.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useNameVersion, useRemoveVersion, versionsQuery } from '#client/api/versions.ts';
import { comparedLink, pastLink } from '#client/app/links.ts';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import historyClasses from '#client/history/history.module.css';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { AuthorTime } from '#client/submission/AuthorTime.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import type { VersionAnswer } from '#shared/api/versions.ts';
import classes from './versions.module.css';

/** Moments of the report that have a name: to open, to compare with now, and to name another. */
export function VersionsSection() {
  const { t } = useTranslation('versions');
  const errorText = useErrorText();
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const versions = useQuery(versionsQuery(reportId));
  const remove = useRemoveVersion(reportId);
  const isManager = can(actor, { action: 'report.oversee', reportId }).allowed;
  const all = versions.data?.versions ?? [];
  const standing = all.filter(({ removed }) => removed === null);
  const removed = all.filter((version) => version.removed !== null);
  const error = remove.error ?? versions.error;
  if (!isManager && all.length === 0 && error === null) return null;
  return (
    <section aria-labelledby="versions" className={classes.section}>
      <h2 id="versions" className={historyClasses.subheading}>
        {t('title')}
      </h2>
      {error !== null && (
        <Alert color="red" role="alert">
          {errorText(error)}
        </Alert>
      )}
      {isManager && <NameForm />}
      {standing.length > 0 && (
        <TableScroll label={t('title')}>
          <table className={table.table}>
            <thead>
              <tr>
                {(['name', 'moment', 'by'] as const).map((column) => (
                  <th key={column} scope="col" className={table.text}>
                    {t(column)}
                  </th>
                ))}
                <th scope="col">{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {standing.map((version) => (
                <VersionLine
                  key={version.id}
                  version={version}
                  onRemove={isManager ? () => remove.mutate(version.id) : null}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {removed.length > 0 && (
        <details className={classes.removed}>
          <summary>{t('removed', { count: removed.length })}</summary>
          <ul>
            {removed.map(({ id, name, removed: by }) => (
              <li key={id}>
                «{name}»: {by !== null && <AuthorTime mark={by} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function VersionLine({ version, onRemove }: { version: VersionAnswer; onRemove: (() => void) | null }) {
  const { t } = useTranslation(['versions', 'common']);
  const formatTime = useFormatTime();
  const { structure } = useReport();
  const [isAsking, setAsking] = useState(false);
  const reportId = structure.report.id;
  const { name, note, moment, created } = version;
  const time = new Date(moment).toISOString();
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== '' && <span className={classes.note}>{note}</span>}
      </th>
      <td className={table.text}>
        <time dateTime={time}>{formatTime(time)}</time>
      </td>
      <td className={table.text}>
        <AuthorTime mark={created} />
      </td>
      <td>
        <span className={classes.actions}>
          <Link to={pastLink(reportId, { time: moment })} aria-label={t('openOf', { name })}>
            {t('open')}
          </Link>
          <Link to={comparedLink(reportId, moment)} aria-label={t('compareOf', { name })}>
            {t('compare')}
          </Link>
          {onRemove !== null &&
            (isAsking ? (
              <>
                <Button size="compact-xs" color="red" onClick={onRemove}>
                  {t('removeNow')}
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => setAsking(false)}>
                  {t('common:cancel')}
                </Button>
              </>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('removeOf', { name })}
                onClick={() => setAsking(true)}
              >
                {t('remove')}
              </Button>
            ))}
        </span>
      </td>
    </tr>
  );
}

/** Names the report as it stands now; with `moment` as it was then. */
export function NameForm({ moment }: { moment?: number }) {
  const { t } = useTranslation('versions');
  const errorText = useErrorText();
  const { structure } = useReport();
  const naming = useNameVersion(structure.report.id);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || naming.isPending) return;
    const request = { name: name.trim(), note: note.trim(), ...(moment === undefined ? {} : { moment }) };
    naming.mutate(request, {
      onSuccess: () => {
        setName('');
        setNote('');
      },
    });
  };
  // A name that is refused is wrong; one that nobody answered to is not.
  const isRefused = isRefusal(naming.error);
  return (
    <>
      <form className={classes.form} onSubmit={send}>
        <TextInput
          size="xs"
          label={t(moment === undefined ? 'nameNow' : 'nameThen')}
          placeholder={t('placeholder')}
          maxLength={100}
          value={name}
          error={isRefused ? errorText(naming.error) : undefined}
          onChange={(event) => {
            naming.reset();
            setName(event.currentTarget.value);
          }}
        />
        <TextInput
          size="xs"
          label={t('note')}
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={naming.isPending}
          disabled={name.trim() === ''}
        >
          {t('save')}
        </Button>
        <span role="status" className={classes.status}>
          {naming.isSuccess && t('saved')}
        </span>
      </form>
      <FormError error={isRefused ? null : naming.error} />
    </>
  );
}
