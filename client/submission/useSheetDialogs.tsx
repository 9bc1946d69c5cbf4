import { notifications } from '@mantine/notifications';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useSheetSteps } from './useSheetSteps.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

export type SheetDialog =
  | { kind: 'submit' | 'withdraw' | 'return'; organisation: Organisation }
  | { kind: 'accept'; organisationIds: readonly OrganisationId[] };

/**
 * The dialogs of steps, one at a time. Afterwards the focus goes back to what opened it, or to `around`
 * where that is gone: a step takes its own button away.
 */
export function useSheetDialogs(around: RefObject<HTMLElement | null>): {
  open(dialog: SheetDialog): void;
  element: ReactNode;
} {
  const { t } = useTranslation('submission');
  const steps = useSheetSteps();
  const [dialog, setDialog] = useState<SheetDialog | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: SheetDialog) => {
    opener.current = document.activeElement;
    setDialog(next);
  }, []);
  const close = useCallback(() => setDialog(null), []);
  const isOpen = dialog !== null;
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      // Not before the dialog has let go of the focus.
      requestAnimationFrame(() => {
        const target = opener.current;
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        if (target instanceof HTMLElement && target.isConnected) target.focus();
        else around.current?.focus();
      });
    };
  }, [isOpen, around]);

  return { open, element: dialog === null ? null : render(dialog) };

  function render(shown: SheetDialog): ReactNode {
    switch (shown.kind) {
      case 'submit':
        return (
          <SubmitDialog
            organisation={shown.organisation}
            onSubmit={() => steps.submit(shown.organisation)}
            onClose={close}
          />
        );
      case 'withdraw':
        return (
          <WithdrawDialog
            organisation={shown.organisation.shortName}
            onWithdraw={() => steps.withdraw(shown.organisation)}
            onClose={close}
          />
        );
      case 'return':
        return (
          <ReturnDialog
            organisation={shown.organisation}
            onReturn={(note) => steps.giveBack(shown.organisation, note)}
            onClose={close}
          />
        );
      case 'accept':
        return (
          <AcceptDialog
            organisationIds={shown.organisationIds}
            onAccepted={(count) =>
              notifications.show({ id: 'submission', message: t('accept.done', { count }) })
            }
            onClose={close}
          />
        );
    }
  }
}
