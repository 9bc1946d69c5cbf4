import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStoredText } from '#client/history/useStoredText.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { QuotedContent, ThreadAnswer } from '#shared/api/comments.ts';
import { HistoryField } from '#shared/api/history.ts';
import type { RowPlace } from '#shared/comments/CommentPlace.ts';
import { readCanonicalCell } from '#shared/submission/canonicalSheet.ts';
import classes from './comments.module.css';
import { isSameContent } from './isSameContent.ts';

/** What a thread about a row or a cell is about: the column, and what stood there when it is another now. */
export function RowThreadPlace({ thread, place }: { thread: ThreadAnswer; place: RowPlace }) {
  const { t } = useTranslation('comments');
  const { rows } = useReport();
  const isLoaded = useIsLoaded();
  const print = useStoredText();
  const fieldTitle = useFieldTitle();
  const row = rows.get(rowKey({ organisationId: place.organisationId, id: place.rowId }));
  const field = place.kind === 'cell' ? (HistoryField.safeParse(place.field).data ?? null) : null;
  const isGone = row === undefined && isLoaded;
  const hasChanged =
    row !== undefined && field !== null && !isSameContent(readCanonicalCell(row, field), thread.quote);
  const was = field === null ? '' : printQuote(thread.quote, (value) => print(place, field, value));
  return (
    <>
      <p className={classes.where}>{field === null ? t('place.row') : fieldTitle(field)}</p>
      {isGone && (
        <p className={classes.gone}>
          <IconAlertTriangle size={15} aria-hidden />
          {t('place.rowGone', { title: thread.title || t('place.untitled') })}
        </p>
      )}
      {(isGone || hasChanged) && field !== null && (
        <p className={classes.quote}>{t('place.was', { value: was || t('place.empty') })}</p>
      )}
    </>
  );
}

function printQuote(quote: QuotedContent, print: (value: string | number | null) => string): string {
  return typeof quote === 'object' && quote !== null ? quote.unreadable : print(quote);
}
