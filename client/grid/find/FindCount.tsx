import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FindState } from './CellFinder.ts';
import classes from './FindBar.module.css';

/** «3 з 17», and how many more the filter hides. */
export function FindCount({ state, onShowHidden }: { state: FindState; onShowHidden(): void }) {
  const { t } = useTranslation('find');
  const { count, hiddenCount, position, isCounted } = state;
  const words =
    count === null || (count === 0 && !isCounted)
      ? ''
      : count === 0
        ? t('none')
        : position === null
          ? t('count', { count })
          : t('position', { position, count });
  return (
    <span className={classes.count}>
      <span role="status" aria-busy={!isCounted}>
        {words}
      </span>
      {hiddenCount > 0 && (
        <>
          {t('hidden', { count: hiddenCount })}
          {' — '}
          <UnstyledButton className={classes.link} onClick={onShowHidden}>
            {t('showHidden')}
          </UnstyledButton>
        </>
      )}
    </span>
  );
}
