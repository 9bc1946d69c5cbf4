import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenForEditors } from '#shared/model/structure.ts';
import { AuthorTime } from './AuthorTime.tsx';
import { DeadlineNote } from './DeadlineNote.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';
import type { SheetView } from './SheetView.ts';
import { StateMark } from './StateMark.tsx';
import classes from './submission.module.css';
import type { SheetDialog } from './useSheetDialogs.tsx';

type Props = {
  sheet: SheetView;
  deadline: string | null;
  onDialog(dialog: SheetDialog): void;
  onShowChanges(): void;
  children: ReactNode;
};

/** One sheet: its state, since when, until when, and what to do with it. */
export function StripLine({ sheet, deadline, onDialog, onShowChanges, children }: Props) {
  const { t } = useTranslation('submission');
  const { organisation, status, steps, lastStep, isChangedSinceAcceptance } = sheet;
  const name = organisation.shortName;
  const isOpen = isOpenForEditors(status);
  return (
    <div className={classes.line}>
      <strong className={classes.name} title={organisation.name}>
        {name}
      </strong>
      <StateMark status={status} />
      {lastStep !== null && status !== 'draft' && (
        <span className={classes.muted}>
          <AuthorTime mark={lastStep} />
        </span>
      )}
      {isOpen && deadline !== null && <DeadlineNote deadline={deadline} />}
      {!isOpen && !steps.has('return') && (
        <span className={`${classes.muted} ${classes.locked}`}>{t('strip.locked')}</span>
      )}
      {isChangedSinceAcceptance && (
        <span className={classes.changed}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t('changes.title')}
          <Button
            size="compact-xs"
            variant="default"
            onClick={onShowChanges}
            aria-label={t('changes.showOf', { organisation: name })}
          >
            {t('changes.show')}
          </Button>
        </span>
      )}
      {status === 'returned' && <ReviewSteps sheet={sheet} />}
      {children}
      <span className={classes.end}>
        {steps.has('withdraw') && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('strip.withdrawOf', { organisation: name })}
            onClick={() => onDialog({ kind: 'withdraw', organisation })}
          >
            {t('strip.withdraw')}
          </Button>
        )}
        {steps.has('return') && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('strip.returnOf', { organisation: name })}
            onClick={() => onDialog({ kind: 'return', organisation })}
          >
            {t('strip.return')}
          </Button>
        )}
        {steps.has('accept') && (
          <Button
            size="compact-sm"
            variant="outline"
            aria-label={t(status === 'accepted' ? 'strip.acceptAgainOf' : 'strip.acceptOf', {
              organisation: name,
            })}
            onClick={() => onDialog({ kind: 'accept', organisationIds: [organisation.id] })}
          >
            {status === 'accepted' ? t('strip.acceptAgain') : t('strip.accept')}
          </Button>
        )}
        {steps.has('submit') && (
          <Button
            size="compact-sm"
            variant={steps.has('return') ? 'default' : 'outline'}
            aria-label={t('strip.submitOf', { organisation: name })}
            onClick={() => onDialog({ kind: 'submit', organisation })}
          >
            {t('strip.submit')}
          </Button>
        )}
      </span>
      {status === 'returned' && lastStep !== null && lastStep.note !== '' && (
        <p className={classes.note}>
          <strong>{t('strip.note')}</strong> {lastStep.note}
        </p>
      )}
    </div>
  );
}
