import { Button, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import { DeadlineNote } from './DeadlineNote.tsx';
import { filterSheets, isSheetFilter, type SheetFilter, sheetFilters } from './filterSheets.ts';
import { Problem } from './Problem.tsx';
import { SheetLine } from './SheetLine.tsx';
import classes from './submission.module.css';
import { useSheetDialogs } from './useSheetDialogs.tsx';
import { useSheetStates } from './useSheetStates.ts';

/** Who has submitted and who has not, for whoever coordinates: accepting and returning, one by one or many at once. */
export function SubmissionSection() {
  const { t } = useTranslation('submission');
  const { sheets, deadline, isPending, error } = useSheetStates('all');
  const [filter, setFilter] = useState<SheetFilter>('all');
  const around = useRef<HTMLDivElement>(null);
  const dialogs = useSheetDialogs(around);
  const shown = filterSheets(sheets, filter);
  const acceptable = sheets
    .filter(({ steps }) => steps.has('accept'))
    .map(({ organisationId }) => organisationId);
  const acceptedCount = filterSheets(sheets, 'accepted').length;
  return (
    <Section
      title={t('section.title')}
      side={
        <div className={classes.tools}>
          <SegmentedControl
            size="xs"
            aria-label={t('section.filter')}
            value={filter}
            onChange={(value) => isSheetFilter(value) && setFilter(value)}
            data={sheetFilters.map((value) => ({
              value,
              label: t('section.choice', {
                name: t(`section.${value}`),
                count: filterSheets(sheets, value).length,
              }),
            }))}
          />
          {acceptable.length > 0 && (
            <Button
              size="compact-sm"
              onClick={() => dialogs.open({ kind: 'accept', organisationIds: acceptable })}
            >
              {t('section.acceptAll', { count: acceptable.length })}
            </Button>
          )}
        </div>
      }
    >
      <div ref={around} tabIndex={-1} className={classes.around}>
        <p className={classes.hint}>
          {t('section.counts', { accepted: String(acceptedCount), all: String(sheets.length) })}
          {deadline !== null && (
            <>
              {' · '}
              <DeadlineNote deadline={deadline} />
            </>
          )}
        </p>
        <Problem error={error} />
        {!isPending && error === null && shown.length === 0 && (
          <p className={classes.hint}>{t('section.none')}</p>
        )}
        {shown.length > 0 && (
          <TableScroll label={t('section.title')} className={classes.sheets}>
            <table className={table.table}>
              <thead>
                <tr>
                  {(['organisation', 'state', 'since', 'findings'] as const).map((column) => (
                    <th key={column} scope="col" className={table.text}>
                      {t(`section.${column}`)}
                    </th>
                  ))}
                  <th scope="col">{t('section.rows')}</th>
                  <th scope="col" className={table.text}>
                    {t('section.lastChange')}
                  </th>
                  <th scope="col">{t('section.actions')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((sheet) => (
                  <SheetLine key={sheet.organisationId} sheet={sheet} onDialog={dialogs.open} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
        {dialogs.element}
      </div>
    </Section>
  );
}
