import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../dialog/import.module.css';

/** Lies over the table while a file hangs above it. */
export function DropOverlay({ isWritable }: { isWritable: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.overlay} role="status">
      <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
      {t(isWritable ? 'drop.overlay' : 'drop.overlayReadOnly')}
      {isWritable && <span className={classes.hint}>{t('drop.kinds')}</span>}
    </div>
  );
}
