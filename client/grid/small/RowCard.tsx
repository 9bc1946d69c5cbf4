import { IconAlertTriangle, IconCircleX, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CellPerson } from '../cells/groupPeopleByCell.ts';
import { findFieldSpec, listFieldSpecs, mainField } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import { CommentCount } from './CommentCount.tsx';
import { PeopleMarks } from './PeopleMarks.tsx';
import classes from './small.module.css';
import { useRow } from './useRow.ts';
import { useRowFindings } from './useRowFindings.ts';
import { type RowPlace, writeRowPlace } from './useRowPlace.ts';

type Props = {
  rowKey: RowKey;
  number: number;
  words: GridWords;
  /** Why the row may not be written; null when it may. */
  lock: string | null;
  isOwnerShown: boolean;
  /** Columns that are left off. */
  hidden: ReadonlySet<string>;
  people: readonly CellPerson[];
  /** Open comments about the row and its cells. */
  commentCount: number;
};

/** A row at a glance: its words, its numbers, whose hands are on it. Opens the whole row. */
export const RowCard = memo(function RowCard({
  rowKey,
  number,
  words,
  lock,
  isOwnerShown,
  hidden,
  people,
  commentCount,
}: Props) {
  const { t } = useTranslation('small');
  const row = useRow(rowKey);
  const { structure } = useReport();
  const { search } = useLocation();
  if (row === undefined) return null;
  const main = printField(row, mainField[row.kind], words);
  const isShown = (field: Field) => !hidden.has(field);
  const amounts = readAmounts(row).filter(isShown);
  const details = readDetails(row)
    .filter(isShown)
    .map((field) => printField(row, field, words));
  const added = listFieldSpecs(row.kind, structure)
    .filter(({ field }) => isExtraField(field) && isShown(field))
    .map((spec) => ({ spec, text: words.texts.cell(row, spec) }))
    .filter(({ text }) => text !== '');
  if (isOwnerShown) details.unshift(words.texts.organisation(row.organisationId));
  const direction = printField(row, 'directionId', words);
  const place: RowPlace = { isFromList: true };
  return (
    <Link
      className={classes.card}
      to={{ search: writeRowPlace(search, row) }}
      state={place}
      data-row={rowKey}
      data-foreign={lock !== null || undefined}
    >
      <span className={classes.number}>
        <span className="visually-hidden">{t('row')} </span>
        {number}
        {lock !== null && <IconLock size={12} aria-hidden />}
      </span>
      <span className={classes.main}>{main || t('untitled')}</span>
      {amounts.length > 0 && (
        <span className={classes.amounts}>
          {amounts.map((field) => (
            <span key={field} className={classes.amount}>
              <span className={classes.amountLabel}>{words.columnTitle(field)} </span>
              {printField(row, field, words) || '—'}
            </span>
          ))}
        </span>
      )}
      {isShown('directionId') && <span className={classes.direction}>{direction || words.noDirection}</span>}
      <span className={classes.details}>{details.filter((text) => text !== '').join(' · ')}</span>
      {added.length > 0 && (
        <span className={classes.added}>
          {added.map(({ spec, text }) => (
            <span key={spec.field}>
              <span className={classes.amountLabel}>{words.columnTitle(spec.field)}: </span>
              {text}
            </span>
          ))}
        </span>
      )}
      <CardMarks rowKey={rowKey} commentCount={commentCount} />
      {people.length > 0 && (
        <span className={classes.people}>
          <PeopleMarks people={people} />
        </span>
      )}
      {lock !== null && <span className="visually-hidden">{lock}</span>}
    </Link>
  );
});

/** How many findings the row has, by how grave they are, and how much is said about it. */
function CardMarks({ rowKey, commentCount }: { rowKey: RowKey; commentCount: number }) {
  const { t } = useTranslation('findings');
  const findings = useRowFindings(rowKey);
  if (findings.length === 0 && commentCount === 0) return null;
  const errorCount = findings.filter(({ severity }) => severity === 'error').length;
  const warningCount = findings.length - errorCount;
  return (
    <span className={classes.marks}>
      {errorCount > 0 && (
        <span className={classes.wrong}>
          <IconCircleX size={14} aria-hidden /> {t('errors', { count: errorCount })}
        </span>
      )}
      {warningCount > 0 && (
        <span className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden /> {t('warnings', { count: warningCount })}
        </span>
      )}
      <CommentCount count={commentCount} />
    </span>
  );
}

type Field = Parameters<GridWords['columnTitle']>[0];

function printField(row: Row, field: Field, words: GridWords): string {
  const spec = findFieldSpec(row.kind, field);
  return spec === undefined ? '' : words.texts.cell(row, spec);
}

function readAmounts({ kind }: Row) {
  return kind === 'activity' ? (['quantity'] as const) : (['plannedMinor', 'actualMinor'] as const);
}

function readDetails({ kind }: Row) {
  return kind === 'activity'
    ? (['indicatorId', 'period', 'form', 'state'] as const)
    : (['fund', 'kpkvk', 'kekv', 'document'] as const);
}
