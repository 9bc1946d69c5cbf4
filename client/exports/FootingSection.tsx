import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { Section } from '#client/control/Section.tsx';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import classes from './ExportPage.module.css';
import { ExportProgressBar } from './ExportProgressBar.tsx';
import type { FootingState } from './useFooting.ts';

/** Whether rows, sums, text and files come to the same, number by number. */
export function FootingSection({ state, onStart }: { state: FootingState; onStart: () => void }) {
  const { t } = useTranslation('exports');
  const isRunning = state.type === 'running';
  return (
    <Section
      title={t('footing.title')}
      side={
        !isRunning && (
          <Button size="xs" variant="default" onClick={onStart}>
            {t('footing.again')}
          </Button>
        )
      }
    >
      <div role="status" className={classes.verdict}>
        <Verdict state={state} />
      </div>
      {isRunning && (
        <ExportProgressBar name={t('footing.running')} state={state.progress} onStop={state.stop} />
      )}
      {state.type === 'done' && <CheckTable checks={state.checks} />}
    </Section>
  );
}

function Verdict({ state }: { state: FootingState }) {
  const { t } = useTranslation('exports');
  const errorText = useErrorText();
  if (state.type === 'running') return null;
  if (state.type === 'stopped') return t('footing.stopped');
  if (state.type === 'failed') return errorText(state.error);
  const count = state.checks.filter(({ isEqual }) => !isEqual).length;
  return (
    <>
      <Mark isEqual={count === 0} />
      {count === 0 ? t('footing.allEqual') : t('footing.someDiffer', { count })}
      {state.isStale && <span className={classes.stale}>{t('footing.stale')}</span>}
    </>
  );
}

function CheckTable({ checks }: { checks: readonly FootingCheck[] }) {
  const { t } = useTranslation('exports');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('footing.what')}</th>
          <th scope="col" className={classes.number}>
            {t('footing.sum')}
          </th>
          <th scope="col" className={`${classes.number} ${classes.wide}`}>
            {t('footing.compared')}
          </th>
          <th scope="col">{t('footing.result')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <Fragment key={check.file ?? check.subject}>
            <tr>
              <th scope="row">{check.file ?? t(`footing.subject.${check.subject}`)}</th>
              <td className={classes.number}>{check.found === null ? '—' : printMinor(check.found)}</td>
              <td className={`${classes.number} ${classes.wide}`}>{formatCount(check.compared)}</td>
              <td>
                <span className={classes.result}>
                  <Mark isEqual={check.isEqual} />
                  {t(check.isEqual ? 'footing.equal' : 'footing.different')}
                </span>
              </td>
            </tr>
            {check.differences.length > 0 && <Differences check={check} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Differences({ check: { differences, differing } }: { check: FootingCheck }) {
  const { t } = useTranslation('exports');
  const rest = differing - differences.length;
  return (
    <tr>
      <td colSpan={4}>
        <ul className={classes.differences}>
          {differences.map(({ place, expected, found }) => (
            <li key={JSON.stringify([place, expected, found])}>
              {t('footing.difference', {
                place: place.file === null ? place.cell : `${place.file}, ${place.cell}`,
                expected: expected ?? t('footing.nothing'),
                found: found ?? t('footing.nothing'),
              })}
            </li>
          ))}
          {rest > 0 && <li>{t('footing.more', { count: rest })}</li>}
        </ul>
      </td>
    </tr>
  );
}

/** Beside words that say the same. */
export function Mark({ isEqual }: { isEqual: boolean }) {
  return isEqual ? (
    <IconCircleCheck size={16} aria-hidden className={classes.good} />
  ) : (
    <IconCircleX size={16} aria-hidden className={classes.wrong} />
  );
}

function printMinor(minor: string): string {
  return formatMoney(BigInt(minor), { unit: 'none' });
}
