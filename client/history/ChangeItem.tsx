import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedText } from '#client/compare/ChangedText.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { GoneRow, HistoryChange, HistoryField } from '#shared/api/history.ts';
import type { Author } from '#shared/model/author.ts';
import classes from './history.module.css';
import type { Restore } from './useRestore.tsx';
import { listFields, useStoredText } from './useStoredText.ts';

type Props = {
  change: HistoryChange;
  /** The one cell this is about: a row that came or went is then shown by this value. */
  field: HistoryField | null;
  /** Where the row is gone, as it was last. */
  gone: GoneRow | null;
  restore: Restore;
  /** Above the values: which row and cell it is. */
  place?: ReactNode;
};

/** Who, when, old → new, and the way back to the old. */
export function ChangeItem({ change, field, gone, restore, place }: Props) {
  const { t } = useTranslation('cellHistory');
  const storedText = useStoredText();
  const isWhole = change.field === null;
  const shownField = change.field ?? field;
  const side = (whole: unknown) => (isWhole && shownField !== null ? readField(whole, shownField) : whole);
  const before = side(change.before);
  const restoreValue =
    change.field === null || shownField === null ? null : restore.value(change, shownField, before);
  const isLastOfGone = gone !== null && isWhole && change.after === null && gone.time === change.time;
  const restoreRow = isLastOfGone ? restore.row(gone) : null;
  const title = gone === null ? '' : titleOf(gone, storedText);
  return (
    <li className={classes.item}>
      <p className={classes.who}>
        <AuthorName author={change.author} /> <ChangeTime time={change.time} />
      </p>
      {place}
      {isWhole && <p className={classes.whole}>{t(change.after === null ? 'rowRemoved' : 'rowAdded')}</p>}
      {shownField !== null ? (
        <p className={classes.values}>
          {isWhole ? (
            storedText(change, shownField, side(change.after ?? change.before)) || t('empty')
          ) : (
            <ChangedText
              field={shownField}
              before={storedText(change, shownField, before)}
              after={storedText(change, shownField, change.after)}
              empty={t('empty')}
            />
          )}
        </p>
      ) : (
        <WholeRow change={change} />
      )}
      {restoreValue !== null && shownField !== null && (
        <RestoreButton
          label={t('restore.valueOf', { value: storedText(change, shownField, before) || t('empty') })}
          text={t('restore.value')}
          onRestore={restoreValue}
        />
      )}
      {restoreRow !== null && (
        <RestoreButton
          label={t('restore.rowOf', { title: title || t('untitled') })}
          text={t('restore.row')}
          onRestore={restoreRow}
        />
      )}
    </li>
  );
}

/** What a row is about, by what is stored of it. */
export function titleOf(
  row: Pick<GoneRow, 'organisationId' | 'rowId' | 'table' | 'stored'>,
  storedText: ReturnType<typeof useStoredText>,
): string {
  const field = row.table === 'activity' ? 'content' : 'measure';
  return storedText(row, field, readField(row.stored, field)).trim();
}

function readField(whole: unknown, field: HistoryField): unknown {
  if (typeof whole !== 'object' || whole === null) return null;
  const values: Partial<Record<HistoryField, unknown>> = whole;
  return values[field] ?? null;
}

function RestoreButton({ label, text, onRestore }: { label: string; text: string; onRestore(): void }) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      aria-label={label}
      onClick={onRestore}
    >
      {text}
    </Button>
  );
}

function AuthorName({ author }: { author: Author }) {
  const { t } = useTranslation('cellHistory');
  return <strong>{author.kind === 'server' ? t('server') : (author.name ?? t('nameless'))}</strong>;
}

function ChangeTime({ time }: { time: number }) {
  const formatTime = useFormatTime();
  const moment = new Date(time).toISOString();
  return (
    <time dateTime={moment} className={classes.time}>
      {formatTime(moment)}
    </time>
  );
}

/** All that a row held when it came or went. */
function WholeRow({ change }: { change: HistoryChange }) {
  const { structure } = useReport();
  const fieldTitle = useFieldTitle();
  const storedText = useStoredText();
  const whole = change.after ?? change.before;
  const fields = listFields(change.table, structure).flatMap((field) => {
    const text = storedText(change, field, readField(whole, field));
    return text === '' ? [] : [{ field, text }];
  });
  if (fields.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, text }) => (
        <div key={field}>
          <dt>{fieldTitle(field)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
