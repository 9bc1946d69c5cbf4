import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#client/submission/SheetView.ts';
import type { SheetDialog } from '#client/submission/useSheetDialogs.tsx';
import classes from './sheets.module.css';

type Props = { sheet: SheetView; onDialog(dialog: SheetDialog): void };

/** What the coordinator may do with one sheet now. */
export const StepButtons = memo(function StepButtons({ sheet, onDialog }: Props) {
  const { t } = useTranslation('submission');
  const { organisation, status, steps } = sheet;
  const { id, shortName } = organisation;
  const isAgain = status === 'accepted';
  return (
    <span className={classes.actions}>
      {steps.has('return') && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('strip.returnOf', { organisation: shortName })}
          onClick={() => onDialog({ kind: 'return', organisation })}
        >
          {t('strip.return')}
        </Button>
      )}
      {steps.has('accept') && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t(isAgain ? 'strip.acceptAgainOf' : 'strip.acceptOf', { organisation: shortName })}
          onClick={() => onDialog({ kind: 'accept', organisationIds: [id] })}
        >
          {t(isAgain ? 'strip.acceptAgain' : 'strip.accept')}
        </Button>
      )}
    </span>
  );
});
