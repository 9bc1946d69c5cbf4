import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { longestQuery, type SearchAnswer } from '#shared/api/search.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { ResultGroup } from './ResultGroup.tsx';
import classes from './search.module.css';
import { useSearch } from './useSearch.ts';

/** Somebody types; what they looked for half a word ago is of no use. */
const pauseMs = 200;

type Props = {
  /** The report that is open: what is in it comes first. */
  report: ReportId | null;
  onClose(isGone: boolean): void;
};

/** Looks through rows, texts and names of every report one may read. Arrows lead to the results and back. */
export function SearchDialog({ report, onClose }: Props) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query, pauseMs);
  const { data, error, isAsked, isFetching } = useSearch(asked, report);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const count = data?.groups.reduce((sum, group) => sum + group.count, 0) ?? 0;

  const listLinks = () => [...(results.current?.querySelectorAll('a') ?? [])];
  const move = (event: KeyboardEvent) => {
    const links = listLinks();
    const place = links.findIndex((link) => link === document.activeElement);
    if (event.key === 'Enter' && place === -1 && asked === query && data !== undefined) {
      event.preventDefault();
      links[0]?.click();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (place + step < 0) field.current?.focus();
    else links[place + step]?.focus();
  };

  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('title')}
      size={720}
      yOffset="8vh"
      returnFocus={false}
      classNames={{ body: classes.body ?? '' }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from one control in it to the next. */}
      <div onKeyDown={move}>
        <TextInput
          ref={field}
          data-autofocus
          type="search"
          aria-label={t('field')}
          placeholder={t('placeholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          maxLength={longestQuery}
          onChange={(event) => setQuery(event.currentTarget.value)}
          error={error === null ? undefined : errorText(error)}
        />
        <p className={classes.status} role="status">
          {!isAsked && t('empty')}
          {isAsked && data === undefined && error === null && t('searching')}
          {isAsked && data !== undefined && (count === 0 ? t('none') : t('count', { count }))}
        </p>
        <div ref={results} className={classes.results} data-old={isFetching || undefined}>
          {data?.groups.map((group) => (
            <ResultGroup key={`${group.report.id}/${group.kind}`} group={group} onGo={() => onClose(true)} />
          ))}
          {data !== undefined && data.left.length > 0 && <Left left={data.left} />}
        </div>
      </div>
    </Modal>
  );
}

function Left({ left }: Pick<SearchAnswer, 'left'>) {
  const { t } = useTranslation('search');
  return (
    <ul className={classes.left}>
      {left.map(({ report, reason }) => (
        <li key={report.id}>{t(`left.${reason}`, { year: String(report.year), title: report.title })}</li>
      ))}
    </ul>
  );
}
