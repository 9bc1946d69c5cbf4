import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newsQuery, useLook } from '#client/api/news.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { historyLink, reportLink } from '#client/app/links.ts';
import { ChangeList } from '#client/history/ChangeList.tsx';
import { ChangePlace } from '#client/history/ChangePlace.tsx';
import classes from '#client/history/history.module.css';
import { useHistoryPages } from '#client/history/useHistoryPages.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { NewsAnswer } from '#shared/api/news.ts';
import { NewsSummary } from './NewsSummary.tsx';

/** What others changed in the report since I last said that I had looked. */
export function NewsPage() {
  const { t } = useTranslation('news');
  const errorText = useErrorText();
  const { structure } = useReport();
  const reportId = structure.report.id;
  const news = useQuery({ ...newsQuery(reportId), staleTime: 0 });
  const look = useLook(reportId);
  const error = look.error ?? news.error;
  return (
    <div className={classes.page}>
      <title>{`${t('title')}: ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('title')}</h1>
        <p className={classes.hint}>
          {t('hint')} <Link to={reportLink(reportId, 'control')}>{t('toControl')}</Link> ·{' '}
          <Link to={historyLink(reportId)}>{t('toHistory')}</Link>
        </p>
      </header>
      {error !== null && (
        <Alert color="red" role="alert">
          {errorText(error)}
        </Alert>
      )}
      {news.data === undefined ? (
        error === null && <p className={classes.note}>{t('loading')}</p>
      ) : (
        <News news={news.data} isSending={look.isPending} onLook={() => look.mutate(news.data.now)} />
      )}
    </div>
  );
}

type Props = { news: NewsAnswer; isSending: boolean; onLook(): void };

function News({ news, isSending, onLook }: Props) {
  const { t } = useTranslation('news');
  const formatTime = useFormatTime();
  const { since, sheets, steps } = news;
  const isEmpty = sheets.length + steps.length === 0;
  return (
    <>
      <p className={classes.hint} role="status">
        {since === null
          ? t('never')
          : t(isEmpty ? 'none' : 'since', { when: formatTime(new Date(since).toISOString()) })}
      </p>
      {(since === null || !isEmpty) && (
        <Button className={classes.action} size="xs" loading={isSending} onClick={onLook}>
          {t(since === null ? 'begin' : 'look')}
        </Button>
      )}
      {!isEmpty && <NewsSummary news={news} />}
      {since !== null && sheets.length > 0 && <NewChanges since={since} />}
    </>
  );
}

function NewChanges({ since }: { since: number }) {
  const { t } = useTranslation('news');
  const { structure, actor } = useReport();
  const pages = useHistoryPages(structure.report.id, { from: since, except: actor.userId });
  return (
    <section aria-busy={pages.isFetching}>
      <h2 className={classes.subheading}>{t('cells')}</h2>
      <ChangeList
        pages={pages}
        field={null}
        emptyText={t('noCells')}
        label={t('cells')}
        renderPlace={(item, gone) => <ChangePlace change={item} gone={gone} />}
      />
    </section>
  );
}
