import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changesLink, findingsLink, rowsLink } from '#client/app/links.ts';
import table from '#client/control/table.module.css';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import { AuthorTime } from './AuthorTime.tsx';
import type { SheetView } from './SheetView.ts';
import { StateMark } from './StateMark.tsx';
import classes from './submission.module.css';
import type { SheetDialog } from './useSheetDialogs.tsx';

type Props = { sheet: SheetView; onDialog(dialog: SheetDialog): void };

/** One sheet among all: how it stands, and what the coordinator may do with it. */
export const SheetLine = memo(function SheetLine({ sheet, onDialog }: Props) {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  const { organisation, status, steps, lastStep, findings } = sheet;
  const { id, shortName } = organisation;
  const reportId = structure.report.id;
  return (
    <tr>
      <th scope="row">
        <Link
          className={classes.sheetLink}
          to={rowsLink(reportId, 'activity', { organisationId: id })}
          title={organisation.name}
          aria-label={t('section.openTable', { organisation: shortName })}
        >
          {shortName}
        </Link>
      </th>
      <td className={table.text}>
        <StateMark status={status} />
        {sheet.isChangedSinceAcceptance && (
          <Link
            className={classes.changed}
            to={changesLink(reportId, id)}
            title={t('changes.showOf', { organisation: shortName })}
          >
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
            {t('changes.title')}
          </Link>
        )}
        {status === 'returned' && lastStep !== null && lastStep.note !== '' && (
          <span className={classes.lineNote} title={lastStep.note}>
            {lastStep.note}
          </span>
        )}
      </td>
      <td className={table.text}>
        {lastStep === null ? t('section.never') : <AuthorTime mark={lastStep} />}
      </td>
      <td className={table.text}>
        {findings.open > 0 && (
          <Link className={table.warn} to={findingsLink(reportId, 'activity', id)}>
            <IconAlertTriangle size={14} aria-hidden className={classes.icon} />
            {t('section.openFindings', { count: findings.open })}
          </Link>
        )}
        {findings.open > 0 && findings.explained > 0 && ' · '}
        {findings.explained > 0 && t('section.explained', { count: findings.explained })}
        {findings.open + findings.explained === 0 && (
          <span className={table.muted}>{t('section.noFindings')}</span>
        )}
      </td>
      <td>{formatCount(sheet.rowCount)}</td>
      <td className={table.text}>
        {sheet.lastChange === null ? t('section.never') : <AuthorTime mark={sheet.lastChange} />}
      </td>
      <td>
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
              aria-label={t(status === 'accepted' ? 'strip.acceptAgainOf' : 'strip.acceptOf', {
                organisation: shortName,
              })}
              onClick={() => onDialog({ kind: 'accept', organisationIds: [id] })}
            >
              {status === 'accepted' ? t('strip.acceptAgain') : t('strip.accept')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
});
