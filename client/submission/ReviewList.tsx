import { useTranslation } from 'react-i18next';
import { useThreads } from '#client/api/comments.ts';
import { useSubmissions } from '#client/api/submissions.ts';
import { listReviewThreads } from '#client/comments/reviewThreads.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import { HistoryField } from '#shared/api/history.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import classes from './submission.module.css';

/** The comments that the editors find with a sheet that is returned. */
export function ReviewList({ organisationId }: { organisationId: OrganisationId }) {
  const { t } = useTranslation('comments');
  const { structure } = useReport();
  const { threads } = useThreads(structure.report.id);
  const titleOf = useFieldTitle();
  const { data } = useSubmissions(structure.report.id);
  const sheet = data?.sheets.find((one) => one.organisationId === organisationId);
  const review = listReviewThreads(threads, organisationId, sheet?.submission?.at ?? null);
  if (review.length === 0) return <p className={classes.hint}>{t('review.none')}</p>;
  return (
    <section className={classes.review} aria-label={t('review.with', { count: review.length })}>
      <p className={classes.plain}>{t('review.with', { count: review.length })}</p>
      <ul>
        {review.map(({ id, place, title, comments }) => {
          const field = place.kind === 'cell' ? HistoryField.safeParse(place.field).data : undefined;
          const words = [field === undefined ? '' : titleOf(field), title || t('place.untitled')];
          return (
            <li key={id}>
              <strong>{words.filter((part) => part !== '').join(' · ')}:</strong>{' '}
              {comments.find(({ deletedAt }) => deletedAt === null)?.text ?? ''}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
