import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportWork } from './ImportState.ts';
import classes from './import.module.css';

/** What takes a while: how far it is, in numbers, and a way to end it. */
export function WorkBar({ work, onStop }: { work: ImportWork; onStop(): void }) {
  const { t } = useTranslation('imports');
  const { kind, done, total } = work;
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone while this is shown.
  useEffect(() => button.current?.focus(), []);
  const share = total === null || total === 0 ? 100 : (done / total) * 100;
  return (
    <div className={classes.work}>
      <div className={classes.workWords} role="status">
        <span>{t(`work.${kind}`)}</span>
        <span>{total === null ? t('work.rows', { count: done }) : t('work.of', { done, total })}</span>
      </div>
      <Progress value={share} animated={total === null} aria-label={t(`work.${kind}`)} />
      <Button ref={button} variant="default" onClick={onStop} data-autofocus>
        {t('stop')}
      </Button>
    </div>
  );
}
