import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import { listOwnSheets } from './listOwnSheets.ts';
import { StripLine } from './StripLine.tsx';
import classes from './submission.module.css';
import { useSheetDialogs } from './useSheetDialogs.tsx';
import { useSheetStates } from './useSheetStates.ts';

type Props = {
  /** The table shows rows of these alone; of all when there are none. */
  shown: readonly OrganisationId[];
  onShowChanges(organisationId: OrganisationId): void;
};

/**
 * How one's sheets stand, and the one thing to do next: a line for each sheet that one fills in, the
 * first of them while nothing asks for more; for the coordinator of the sheet that the table is about.
 */
export function SubmissionStrip({ shown, onShowChanges }: Props) {
  const { t } = useTranslation('submission');
  const { structure, actor } = useReport();
  const { sheets, deadline } = useSheetStates('accepted');
  const strip = useRef<HTMLElement>(null);
  const dialogs = useSheetDialogs(strip);
  const [isWhole, setWhole] = useState(false);
  const own = listOwnSheets(sheets, { actor, reportId: structure.report.id, shown });
  if (own.length === 0) return null;
  const lines = isWhole ? own : own.slice(0, 1);
  return (
    <section ref={strip} className={classes.strip} aria-label={t('strip.label')} tabIndex={-1}>
      {lines.map((sheet, index) => (
        <StripLine
          key={sheet.organisationId}
          sheet={sheet}
          deadline={deadline}
          onDialog={dialogs.open}
          onShowChanges={() => onShowChanges(sheet.organisationId)}
        >
          {own.length > 1 && index === 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? t('strip.fewer') : t('strip.more', { count: own.length - 1 })}
            </Button>
          )}
        </StripLine>
      ))}
      {dialogs.element}
    </section>
  );
}
