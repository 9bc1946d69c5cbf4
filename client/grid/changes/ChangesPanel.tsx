import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AuthorTime } from '#client/submission/AuthorTime.tsx';
import { Problem } from '#client/submission/Problem.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { GridWords } from '../GridWords.ts';
import { ChangedRow, type ChangePlace } from './ChangedRow.tsx';
import classes from './changes.module.css';
import type { ChangedSheet } from './useSheetChanges.ts';

type Props = {
  sheets: readonly ChangedSheet[];
  /** The one that was asked for; null for all. */
  only: OrganisationId | null;
  onAll(): void;
  words: GridWords;
  onGo(place: ChangePlace): void;
};

/** What differs from the accepted content, row by row and cell by cell, with who changed it and when. */
export function ChangesPanel({ sheets, only, onAll, words, onGo }: Props) {
  const { t } = useTranslation('submission');
  const asked = sheets.filter(({ organisation }) => organisation.id === only);
  const shown = asked.length === 0 ? sheets : asked;
  return (
    <div className={classes.panel}>
      {shown.length < sheets.length && (
        <Button className={classes.all ?? ''} size="compact-sm" variant="default" onClick={onAll}>
          {t('changes.all', { count: sheets.length })}
        </Button>
      )}
      {shown.length === 0 && <p className={classes.none}>{t('changes.none')}</p>}
      {shown.map(({ organisation, rows, error }) => (
        <section key={organisation.id} aria-label={organisation.name}>
          <h3 className={classes.group}>{organisation.name}</h3>
          <Problem error={rows === null ? error : null} />
          {rows === null && error === null && <p className={classes.none}>{t('changes.loading')}</p>}
          <ul className={classes.list}>
            {rows?.map((row) => (
              <ChangedRow
                key={`${row.table}/${row.rowId}`}
                change={row}
                organisationId={organisation.id}
                words={words}
                onGo={onGo}
              >
                <AuthorTime mark={row.lastChange} />
              </ChangedRow>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
