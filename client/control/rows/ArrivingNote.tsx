import { useTranslation } from 'react-i18next';
import { useIsLoaded } from '#client/sync/ReportContext.tsx';
import { useAreTotalsWhole } from './ShownTotals.tsx';

/** Says what the numbers are worth while rows are still arriving; nothing afterwards. */
export function ArrivingNote({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('control');
  const isLoaded = useIsLoaded();
  const areTotalsWhole = useAreTotalsWhole();
  if (isLoaded) return null;
  return (
    <p role="status" className={className}>
      {t(areTotalsWhole ? 'rowsArriving' : 'stillLoading')}
    </p>
  );
}
