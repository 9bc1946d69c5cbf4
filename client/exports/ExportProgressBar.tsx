import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ExportProgressBar.module.css';
import type { ExportState } from './fetchExport.ts';

/** How far an export is, in words and as a bar, and the way to stop it. */
export function ExportProgressBar({
  name,
  state,
  onStop,
}: {
  name: string;
  state: ExportState;
  onStop: () => void;
}) {
  const { t } = useTranslation('exports');
  const percent = state.total === 0 ? 0 : Math.floor((state.done * 100) / state.total);
  // Without a step done yet there is nothing to measure: the words alone say that it goes on.
  const words = percent > 0 ? t('progress.percent', { percent }) : '';
  return (
    <div className={classes.bar}>
      <span className={classes.words}>
        <span>{t(`progress.${state.stage}`)}</span>
        <span className={classes.percent}>{words}</span>
      </span>
      <Progress value={percent > 0 ? percent : 100} animated={percent === 0} size="sm" aria-label={name} />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
