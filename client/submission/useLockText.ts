import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { readSheetNote } from './readSheetNote.ts';

export type LockText = {
  /** Why a sheet may not be written now, in words; null when it may. */
  readLock(organisationId: OrganisationId): string | null;
  /** The same, and to a coordinator that what they may write in was submitted or accepted already. */
  readNote(organisationId: OrganisationId): string | null;
};

/** What is so with a sheet for whoever stands in one of its rows. */
export function useLockText(): LockText {
  const { t } = useTranslation('submission');
  const errorText = useErrorText();
  const { structure, session } = useReport();
  const read = useCallback(
    (organisationId: OrganisationId, isWithNote: boolean): string | null => {
      const decision = session.canWrite(organisationId);
      if (decision.allowed && !isWithNote) return null;
      const sheet = structure.sheets.find((one) => one.organisationId === organisationId);
      const note = readSheetNote(decision, sheet?.status ?? 'draft');
      if (note !== null && note !== 'lockedSubmitted') return t(`inTable.${note}`);
      if (decision.allowed) return null;
      const organisation = structure.organisations.find(({ id }) => id === organisationId)?.shortName;
      return errorText(new AppError(decision.reason, { organisation: organisation ?? organisationId }));
    },
    [structure, session, errorText, t],
  );
  return {
    readLock: useCallback((organisationId) => read(organisationId, false), [read]),
    readNote: useCallback((organisationId) => read(organisationId, true), [read]),
  };
}
