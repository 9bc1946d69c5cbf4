import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SearchAnswer, SearchHit } from '#shared/api/search.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { hitLink } from './hitLink.ts';
import { MarkedSnippet } from './MarkedSnippet.tsx';
import classes from './search.module.css';

type Props = { group: SearchAnswer['groups'][number]; onGo(): void };

/** What one kind of thing in one report has of the words. */
export function ResultGroup({ group: { kind, report, count, hits }, onGo }: Props) {
  const { t } = useTranslation('search');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.heading} title={report.title}>
        {t(`kind.${kind}`)} · {t('report', { year: String(report.year) })}
        <span className={classes.count}> {formatCount(count)}</span>
      </h3>
      <ul className={classes.list}>
        {hits.map((hit) => (
          <li key={keyOf(hit)}>
            <Link className={classes.hit} to={hitLink(report.id, hit)} onClick={onGo}>
              <MarkedSnippet snippet={hit.snippet} />
              <HitPlace hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
      {count > hits.length && <p className={classes.more}>{t('more', { count: count - hits.length })}</p>}
    </section>
  );
}

function HitPlace({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation(['search', 'grid', 'common']);
  const place = () => {
    switch (hit.kind) {
      case 'row':
        return `${hit.organisation} · ${t(hit.table === 'activity' ? 'common:tabs.activities' : 'common:tabs.expenditures')}`;
      case 'text':
        return t('inText', { number: String(hit.number) });
      case 'direction':
        return t('direction', { number: String(hit.number) });
      case 'organisation':
        return t('organisation');
    }
  };
  return <span className={classes.place}>{place()}</span>;
}

function keyOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'row':
      return `${hit.table}/${hit.organisationId}/${hit.rowId}`;
    case 'text':
      return `${hit.directionId}/${hit.path.join('.')}`;
    case 'direction':
      return `direction/${hit.directionId}`;
    case 'organisation':
      return `organisation/${hit.organisationId}`;
  }
}
