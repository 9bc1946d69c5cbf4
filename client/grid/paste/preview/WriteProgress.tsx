import { Button, Portal, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './PlanPreview.module.css';

export type Work = {
  kind: 'reading' | 'planning' | 'writing';
  done: number;
  /** 0 when it is not known. */
  total: number;
  stop(): void;
};

/** Long work: how far it is, in a bar and a number, and a way to stop it. The table stays usable. */
export function WriteProgress({ work }: { work: Work }) {
  const { t } = useTranslation('paste');
  const { done, total, kind } = work;
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const text =
    kind === 'writing'
      ? t('writing', { done, total })
      : kind === 'planning'
        ? t('planning', { done })
        : t('reading');
  return (
    <Portal>
      <section className={classes.progress} aria-label={text}>
        <span className={classes.progressText}>{text}</span>
        <Progress className={classes.progressBar} value={percent} animated={total === 0} aria-label={text} />
        <Button size="compact-xs" variant="default" onClick={work.stop}>
          {t('stop')}
        </Button>
      </section>
    </Portal>
  );
}
