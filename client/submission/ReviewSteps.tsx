import { Button } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useThreads } from '#client/api/comments.ts';
import { threadLink } from '#client/app/links.ts';
import { findNextThread, listReviewThreads } from '#client/comments/reviewThreads.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { ThreadId } from '#shared/api/comments.ts';
import type { SheetView } from './SheetView.ts';
import classes from './submission.module.css';

/** Leads through the comments that came with a returned sheet, cell by cell, until all are resolved. */
export function ReviewSteps({ sheet: { organisation, submission } }: { sheet: SheetView }) {
  const { t } = useTranslation('comments');
  const { structure } = useReport();
  const reportId = structure.report.id;
  const navigate = useNavigate();
  const { threads } = useThreads(reportId);
  // Kept beyond this strip: the next comment may stand in the other table.
  const [last, setLast] = useSessionStorage<ThreadId | null>({
    key: `zvit.review.${reportId}.${organisation.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: (text) => ThreadId.safeParse(text).data ?? null,
    serialize: (id) => id ?? '',
  });
  const review = listReviewThreads(threads, organisation.id, submission?.at ?? null);
  const next = findNextThread(review, last);
  if (next === null) return null;
  const { thread, number } = next;
  return (
    <span className={classes.changed}>
      <IconMessage size={16} stroke={1.8} aria-hidden />
      {t('review.left', { count: review.length })}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('review.showOf', {
          number,
          total: review.length,
          organisation: organisation.shortName,
        })}
        onClick={() => {
          setLast(thread.id);
          void navigate(threadLink(reportId, thread));
        }}
      >
        {t('review.show', { number, total: review.length })}
      </Button>
    </span>
  );
}
