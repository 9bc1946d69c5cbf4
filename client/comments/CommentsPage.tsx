import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useThreads } from '#client/api/comments.ts';
import { threadLink } from '#client/app/links.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { type OpenReport, useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { ThreadAnswer } from '#shared/api/comments.ts';
import { isRowPlace } from '#shared/comments/CommentPlace.ts';
import classes from './comments.module.css';
import { RowThreadPlace } from './RowThreadPlace.tsx';
import { ThreadCard } from './ThreadCard.tsx';

/** All that is being discussed in the report, each thread with the way to its place. */
export function CommentsPage() {
  const { t } = useTranslation('comments');
  const { structure, rows } = useReport();
  const { threads, isPending, error } = useThreads(structure.report.id);
  const [isAll, setAll] = useState(false);
  const [query] = useSearchParams();
  const wanted = query.get('thread');
  const resolvedCount = threads.filter(({ resolved }) => resolved !== null).length;
  const shown = threads
    .filter(({ id, resolved }) => isAll || resolved === null || id === wanted)
    .toReversed();
  // Where a notice leads: on to the place of the thread; one that has lost its place is shown here.
  const asked = threads.find(({ id }) => id === wanted);
  if (asked !== undefined && hasPlace(asked, rows)) {
    return <Navigate to={threadLink(structure.report.id, asked)} replace />;
  }
  return (
    <div className={classes.page}>
      <title>{`${t('page.heading')}: ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('page.heading')}</h1>
      </header>
      {resolvedCount > 0 && (
        <Checkbox
          size="xs"
          label={t('page.withResolved', { count: resolvedCount })}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <Problem error={error} />
      {isPending && error === null && <p role="status">{t('loading')}</p>}
      {!isPending && shown.length === 0 && <p className={classes.note}>{t('page.none')}</p>}
      <ul className={classes.list}>
        {shown.map((thread) => (
          <li key={thread.id}>
            <ThreadCard thread={thread} isCurrent={thread.id === wanted}>
              <Place thread={thread} />
            </ThreadCard>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Place({ thread }: { thread: ThreadAnswer }) {
  const { t } = useTranslation(['comments', 'grid']);
  const { structure, rows } = useReport();
  const isLoaded = useIsLoaded();
  const { place, title } = thread;
  const { directions, organisations, report } = structure;
  if (isRowPlace(place)) {
    const organisation = organisations.find(({ id }) => id === place.organisationId);
    const row = rows.get(rowKey({ organisationId: place.organisationId, id: place.rowId }));
    const name = [
      t(`grid:title.${place.table}`),
      organisation?.shortName ?? '',
      title || t('place.untitled'),
    ];
    const words = name.filter((part) => part !== '').join(' · ');
    return (
      <>
        <p>
          {row === undefined && isLoaded ? words : <Link to={threadLink(report.id, thread)}>{words}</Link>}
        </p>
        <RowThreadPlace thread={thread} place={place} />
      </>
    );
  }
  const direction = directions.find(({ id }) => id === place.directionId);
  return (
    <>
      <p>
        <Link to={threadLink(report.id, thread)}>
          {t('place.text', {
            title: direction === undefined ? '' : `${direction.number}. ${direction.title}`,
          })}
        </Link>
      </p>
      <p className={classes.quote}>{t(`place.${place.kind}`, { words: readWords(thread) })}</p>
    </>
  );
}

function hasPlace({ place }: ThreadAnswer, rows: OpenReport['rows']): boolean {
  if (!isRowPlace(place)) return true;
  return rows.get(rowKey({ organisationId: place.organisationId, id: place.rowId })) !== undefined;
}

function readWords({ title, quote, place }: ThreadAnswer): string {
  const words =
    place.kind === 'figure' && typeof quote === 'string' ? quote : title.replaceAll('\uFFFC', '…');
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
