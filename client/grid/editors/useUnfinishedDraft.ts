import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import { takeUnfinishedDraft } from './unfinishedDraft.ts';

/** Shows what was being typed when the page was closed, to be copied. */
export function useUnfinishedDraft(): void {
  const { t } = useTranslation('conflict');
  const { structure, actor } = useReport();
  const [userId, reportId] = [actor.userId, structure.report.id];
  useEffect(() => {
    const draft = takeUnfinishedDraft({ userId, reportId });
    if (draft === null) return;
    showKeptText({
      title: t('kept.title'),
      explanation: t('kept.unfinished', { column: draft.columnTitle }),
      text: draft.text,
    });
  }, [userId, reportId, t]);
}
