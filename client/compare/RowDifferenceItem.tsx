import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { ComparedSide, FieldDifference, RowDifference } from '#shared/api/comparison.ts';
import { ChangedText } from './ChangedText.tsx';
import classes from './compare.module.css';
import { readChange, readShownSide } from './filterRows.ts';
import { useFieldText } from './useFieldText.ts';

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil };

/** One row: what became of it, what it is about, and its fields old and new. */
export function RowDifferenceItem({ row, after }: { row: RowDifference; after: ComparedSide }) {
  const { t } = useTranslation('compare');
  const change = readChange(row);
  const side = readShownSide(row);
  const Icon = icons[change];
  const title = side.title === '' ? t('rows.untitled') : side.title;
  const isThere = useIsThere(row, after);
  return (
    <article className={classes.row} data-change={change}>
      <header className={classes.rowHead}>
        <span className={classes.rowMark}>
          <Icon size={14} aria-hidden /> {t(`rows.mark.${change}`)}
        </span>
        <span className={classes.rowPlace}>
          {t(`rows.table.${row.table}`)}
          {' · '}
          {side.direction === null ? t('rows.noDirection') : side.direction.number}
          {' · '}
          {side.organisation.shortName}
        </span>
        <span className={classes.rowTitle}>{title}</span>
        {isThere && (
          <Link
            className={classes.rowLink}
            to={rowLink(after.reportId, row.table, side.rowId)}
            aria-label={t('rows.openThis', { title })}
          >
            {t('rows.open')}
          </Link>
        )}
      </header>
      <dl className={classes.fields}>
        {row.fields.map((field) => (
          <Field key={field.field} difference={field} isWhole={change !== 'changed'} />
        ))}
      </dl>
    </article>
  );
}

/** Whether the row still stands in the table. Another report is not open here: its newest version tells. */
function useIsThere(row: RowDifference, after: ComparedSide): boolean {
  const { structure, rows } = useReport();
  if (row.after === null) return false;
  if (after.reportId !== structure.report.id) return after.time === null;
  return rows.get(`${row.after.organisation.id}/${row.after.rowId}`) !== undefined;
}

function Field({ difference, isWhole }: { difference: FieldDifference; isWhole: boolean }) {
  const { t } = useTranslation('compare');
  const fieldTitle = useFieldTitle();
  const fieldText = useFieldText();
  const before = fieldText(difference.field, difference.before);
  const after = fieldText(difference.field, difference.after);
  return (
    <div className={classes.field}>
      <dt>{difference.title ?? fieldTitle(difference.field)}</dt>
      <dd>
        {isWhole ? (
          before + after
        ) : (
          <ChangedText field={difference.field} before={before} after={after} empty={t('rows.empty')} />
        )}
      </dd>
    </div>
  );
}
