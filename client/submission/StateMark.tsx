import { IconArrowBackUp, IconCircleCheck, IconHourglass, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SheetStatus } from '#shared/model/structure.ts';
import classes from './submission.module.css';

const icons = {
  draft: IconPencil,
  submitted: IconHourglass,
  returned: IconArrowBackUp,
  accepted: IconCircleCheck,
} as const;

/** The state of a sheet: a sign of its own and a word, and its colour beside them. */
export function StateMark({ status }: { status: SheetStatus }) {
  const { t } = useTranslation('submission');
  const Icon = icons[status];
  return (
    <span className={classes.state} data-status={status}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {t(`state.${status}`)}
    </span>
  );
}
