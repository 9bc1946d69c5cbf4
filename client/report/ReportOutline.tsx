import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsSmallScreen } from '#client/ui/screen.ts';
import type { Direction } from '#shared/model/structure.ts';
import classes from './ReportPage.module.css';
import { grandTotalId, sectionId } from './sectionId.ts';

type Props = {
  directions: readonly Direction[];
  /** Stands below. */
  children?: ReactNode;
};

/** The report's parts, and the way to each. */
export function ReportOutline({ directions, children }: Props) {
  const { t } = useTranslation('report');
  const isSmall = useIsSmallScreen();
  const parts = (
    <>
      <ol className={classes.outlineList}>
        {directions.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#${sectionId(id)}`} className={classes.outlineLink}>
              <span>{number}</span>
              <span className={classes.outlineText}>{title}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={`#${grandTotalId}`} className={classes.outlineLink}>
            <span />
            <span>{t('grand')}</span>
          </a>
        </li>
      </ol>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
    </>
  );
  return (
    <div className={classes.outline}>
      <nav aria-label={t('outline')}>
        {isSmall ? (
          // Whole, it would keep the text off the first screen.
          <details>
            <summary className={classes.outlineTitle}>{t('outline')}</summary>
            {parts}
          </details>
        ) : (
          <>
            <p className={classes.outlineTitle}>{t('outline')}</p>
            {parts}
          </>
        )}
        <p className={classes.hint}>{t('hint')}</p>
      </nav>
      {children}
    </div>
  );
}
