import { ActionIcon, Alert, Button, Loader, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ComparisonAnswer } from '#shared/api/comparison.ts';
import { isSameThroughout } from '#shared/compare/compareReports.ts';
import { ComparedIndicators } from './ComparedIndicators.tsx';
import { ComparedRows } from './ComparedRows.tsx';
import { ComparedSums } from './ComparedSums.tsx';
import { ComparedTexts } from './ComparedTexts.tsx';
import classes from './compare.module.css';
import { type Side, tryParseSide, writeSide } from './Side.ts';
import { SidePicker } from './SidePicker.tsx';
import { useComparison, useMoments } from './useComparison.ts';

/** Two versions of the report, or the reports of two years, side by side. Both sides stand in the address. */
export function ComparePage() {
  const { t } = useTranslation('compare');
  const errorText = useErrorText();
  const { structure } = useReport();
  const reportId = structure.report.id;
  const [query, setQuery] = useSearchParams();
  const moments = useMoments(reportId);
  const after = tryParseSide(query.get('after')) ?? { reportId, time: null };
  const before = tryParseSide(query.get('before')) ?? findFirstSide();
  const comparison = useComparison(reportId, before, after);

  /** As the report stood before the latest stretch of work. */
  function findFirstSide(): Side | null {
    if (moments.data === undefined) return null;
    const [latest, previous] = moments.data.pages[0]?.moments ?? [];
    return { reportId, time: (previous ?? latest)?.endTime ?? null };
  }

  function show(sides: { before: Side | null; after: Side }): void {
    const address = new URLSearchParams({ after: writeSide(sides.after) });
    if (sides.before !== null) address.set('before', writeSide(sides.before));
    setQuery(address, { replace: true });
  }

  const error = comparison.error ?? (before === null ? moments.error : null);
  const isWorking = comparison.isFetching || (before === null && moments.isPending);
  return (
    <div className={classes.page}>
      <title>{`${t('title')}: ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('title')}</h1>
        <p className={classes.hint}>{t('hint')}</p>
      </header>
      <div className={classes.sides}>
        <SidePicker
          name="before"
          side={before ?? { reportId, time: null }}
          compared={comparison.data?.before}
          onChange={(side) => show({ before: side, after })}
        />
        <Tooltip label={t('picker.swap')}>
          <ActionIcon
            variant="default"
            size="lg"
            className={classes.swap}
            aria-label={t('picker.swap')}
            disabled={before === null}
            onClick={() => before !== null && show({ before: after, after: before })}
          >
            <IconArrowsExchange size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <SidePicker
          name="after"
          side={after}
          compared={comparison.data?.after}
          onChange={(side) => show({ before, after: side })}
        />
      </div>
      <div className={classes.state}>
        <p role="status" className={classes.status}>
          {isWorking ? (
            <>
              <Loader size={14} aria-hidden /> {t('working')}
            </>
          ) : (
            error === null && comparison.data && <Summary answer={comparison.data} />
          )}
        </p>
        <Button
          variant="default"
          size="xs"
          flex="none"
          leftSection={<IconRefresh size={14} aria-hidden />}
          disabled={before === null || isWorking}
          onClick={() => void comparison.refetch()}
        >
          {t('picker.again')}
        </Button>
      </div>
      {error !== null && !isWorking && (
        <Alert color="red" role="alert">
          {errorText(error)}
        </Alert>
      )}
      {error === null && comparison.data && <Result answer={comparison.data} isOld={isWorking} />}
    </div>
  );
}

function Summary({ answer }: { answer: ComparisonAnswer }) {
  const { t } = useTranslation('compare');
  if (isSameThroughout(answer.comparison)) return t('same');
  const { length } = answer.comparison.texts;
  return (
    <>
      {t('summary.rows', answer.rowCounts)}{' '}
      {length === 0 ? t('summary.noTexts') : t('summary.texts', { count: length })}
      {answer.before.reportId !== answer.after.reportId && ` ${t('note.years')}`}
    </>
  );
}

function Result({ answer, isOld }: { answer: ComparisonAnswer; isOld: boolean }) {
  const { comparison } = answer;
  if (isSameThroughout(comparison)) return null;
  return (
    <div className={classes.result} aria-busy={isOld}>
      <ComparedSums lines={comparison.money} />
      <ComparedIndicators lines={comparison.indicators} activities={comparison.activityCount} />
      <ComparedRows answer={answer} />
      <ComparedTexts texts={comparison.texts} />
    </div>
  );
}
