import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newsQuery } from '#client/api/news.ts';
import { newsLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';

/** How much others changed since I last looked, and the way to it. Nothing is said before it is known. */
export function NewsLink() {
  const { t } = useTranslation('news');
  const { structure } = useReport();
  const reportId = structure.report.id;
  const { data } = useQuery({ ...newsQuery(reportId), refetchInterval: 60_000 });
  if (data === undefined) return null;
  const sheets = data.sheets.length;
  const steps = data.steps.length;
  const text =
    data.since === null
      ? t('title')
      : sheets + steps === 0
        ? t('link.none')
        : [
            ...(sheets > 0 ? [t('link.sheets', { count: sheets })] : []),
            ...(steps > 0 ? [t('link.steps', { count: steps })] : []),
          ].join(', ');
  return <Link to={newsLink(reportId)}>{text}</Link>;
}
