import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

/** How many comments stand open; nothing when there are none. */
export function CommentCount({ count }: { count: number }) {
  const { t } = useTranslation('comments');
  if (count === 0) return null;
  return (
    <span className={classes.said}>
      <IconMessage size={14} aria-hidden /> {t('mark', { count })}
    </span>
  );
}
