import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthorTime } from '#client/submission/AuthorTime.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { SheetChangesAnswer } from '#shared/api/submission.ts';
import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { mainField } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import classes from './changes.module.css';
import { useChangeText } from './useChangeText.ts';

export type ChangePlace = { table: TableKind; organisationId: OrganisationId; rowId: RowId; column: string };

type Change = SheetChangesAnswer['rows'][number];

type Props = {
  change: Change;
  organisationId: OrganisationId;
  words: GridWords;
  onGo(place: ChangePlace): void;
  /** By whom and when, of a row that came or went. */
  children: ReactNode;
};

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;

/** One row: what it is about, and each of its cells old and new with the way there. */
export function ChangedRow({ change, organisationId, words, onGo, children }: Props) {
  const { t } = useTranslation(['submission', 'grid']);
  const { rows } = useReport();
  const print = useChangeText(words);
  const { table, rowId, kind, cells } = change;
  const row = rows.get(`${organisationId}/${rowId}`);
  const main = mainField[table];
  const standing = row?.kind === 'activity' ? row.values.content : row?.values.measure;
  const was = cells.find(({ field }) => field === main);
  const title = standing?.trim() || (was === undefined ? '' : print(table, main, was.before ?? was.after));
  const Icon = icons[kind];
  const go = (column: string) => onGo({ table, organisationId, rowId, column });
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Icon size={14} aria-hidden />
        <span>{t(`changes.kind.${kind}`)}</span>
        <span className={classes.muted}>{t(`grid:title.${table}`)}</span>
      </div>
      <strong className={classes.title}>{title || t('submit.untitled')}</strong>
      {kind !== 'changed' && (
        <>
          <span className={classes.muted}>{children}</span>
          {kind === 'added' && (
            <button type="button" className={classes.cell} onClick={() => go(main)}>
              <span className={classes.place}>{t('submit.go')}</span>
            </button>
          )}
        </>
      )}
      {kind !== 'added' &&
        cells.map(({ field, before, after, lastChange }) => {
          const old = print(table, field, before) || t('changes.empty');
          const now = print(table, field, after) || t('changes.empty');
          const content = (
            <>
              <span className={classes.place}>{words.anyColumnTitle(field)}</span>
              <span className={classes.values}>
                <span className="visually-hidden">{t('changes.was')}: </span>
                <del>{old}</del>
                {kind === 'changed' && (
                  <>
                    <span aria-hidden> → </span>
                    <span className="visually-hidden">, {t('changes.is')}: </span>
                    <ins>{now}</ins>
                  </>
                )}
              </span>
              {kind === 'changed' && (
                <span className={classes.muted}>
                  <AuthorTime mark={lastChange} />
                </span>
              )}
            </>
          );
          return kind === 'changed' ? (
            <button key={field} type="button" className={classes.cell} onClick={() => go(field)}>
              {content}
            </button>
          ) : (
            <div key={field} className={classes.gone}>
              {content}
            </div>
          );
        })}
    </li>
  );
}
