import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListItem } from './RowList.ts';
import classes from './small.module.css';

type Props = {
  heading: ListItem & { kind: 'heading' };
  /** Null when it does not fold. */
  onFold: ((isFolded: boolean) => void) | null;
};

/** The title over the cards of a group, with how many they are. */
export function GroupHeading({ heading: { title, count, isFolded }, onFold }: Props) {
  const { t } = useTranslation('small');
  const Arrow = isFolded ? IconChevronRight : IconChevronDown;
  const words = (
    <>
      <span className={classes.headingTitle}>{title}</span>
      <span className={classes.headingCount}>{t('rows', { count })}</span>
    </>
  );
  if (onFold === null) return <h2 className={classes.heading}>{words}</h2>;
  return (
    <h2 className={classes.foldHeading}>
      <button
        type="button"
        className={classes.heading}
        aria-expanded={!isFolded}
        onClick={() => onFold(!isFolded)}
      >
        <Arrow size={16} stroke={1.7} aria-hidden className={classes.arrow} />
        {words}
      </button>
    </h2>
  );
}
