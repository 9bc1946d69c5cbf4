import { Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFindings } from '#client/sync/ReportContext.tsx';
import type { FindingCounts } from '#shared/checks/FindingsEngine.ts';
import { formatCount } from '#shared/language/nouns.ts';
import type { FindingFilterState } from './FindingFilter.ts';
import classes from './findings.module.css';

type Props = Pick<FindingFilterState, 'filter' | 'own'> & { isOpen: boolean; onToggle(): void };

/** Opens the list of findings, and says how many there are: one's own, or all. */
export function FindingsButton({ filter, own, isOpen, onToggle }: Props) {
  const { t } = useTranslation('findings');
  const { counts } = useFindings();
  const { errorCount, warningCount }: FindingCounts = [...counts]
    .filter(([id]) => !filter.isMine || own === null || (id !== null && own.has(id)))
    .reduce(
      (sum, [, one]) => ({
        errorCount: sum.errorCount + one.errorCount,
        warningCount: sum.warningCount + one.warningCount,
      }),
      { errorCount: 0, warningCount: 0 },
    );
  const words = [
    ...(errorCount > 0 ? [t('errors', { count: errorCount })] : []),
    ...(warningCount > 0 ? [t('warnings', { count: warningCount })] : []),
  ].join(', ');
  const label =
    words === ''
      ? t(filter.isMine ? 'button.noneMine' : 'button.none')
      : t(filter.isMine ? 'button.mine' : 'button.all', { counts: words });
  return (
    <Tooltip label={words === '' ? label : t('button.hint')}>
      <Button
        size="xs"
        variant="default"
        className={classes.button}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {words === '' && <IconCircleCheck size={16} aria-hidden className={classes.good} />}
        {errorCount > 0 && (
          <span className={classes.wrong}>
            <IconCircleX size={16} aria-hidden />
            <span className={classes.word}>{t('errors', { count: errorCount })}</span>
            <span className={classes.number}>{formatCount(errorCount)}</span>
          </span>
        )}
        {warningCount > 0 && (
          <span className={classes.warn}>
            <IconAlertTriangle size={16} aria-hidden />
            <span className={classes.word}>{t('warnings', { count: warningCount })}</span>
            <span className={classes.number}>{formatCount(warningCount)}</span>
          </span>
        )}
      </Button>
    </Tooltip>
  );
}
