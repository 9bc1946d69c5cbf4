import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewsLink } from '#client/news/NewsLink.tsx';
import { DeadlineNote } from '#client/submission/DeadlineNote.tsx';
import {
  filterSheets,
  isSheetFilter,
  type SheetFilter,
  sheetFilters,
} from '#client/submission/filterSheets.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { RemindDialog } from '#client/submission/RemindDialog.tsx';
import { useSheetDialogs } from '#client/submission/useSheetDialogs.tsx';
import { useSheetStates } from '#client/submission/useSheetStates.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import { isOpenForEditors, readReportStatus } from '#shared/model/structure.ts';
import type { FindingGroup } from '../buildFindingGroups.ts';
import type { Matrix } from '../buildMatrix.ts';
import { Section } from '../Section.tsx';
import { buildSheetGroups, isGrouped } from './buildSheetGroups.ts';
import { isMatrixShow, type MatrixShow, matrixShows } from './MatrixShow.ts';
import { SheetMatrix } from './SheetMatrix.tsx';
import classes from './sheets.module.css';

type Props = { matrix: Matrix; findingGroups: readonly FindingGroup[] };

/** Organisations down, directions across: how each sheet stands, how complete it is, plan against fact; and what to do about it. */
export function SheetMatrixSection({ matrix, findingGroups }: Props) {
  const { t } = useTranslation(['control', 'submission', 'notices']);
  const { structure, actor } = useReport();
  const { sheets, deadline, error } = useSheetStates('all');
  const isManager = can(actor, { action: 'report.oversee', reportId: structure.report.id }).allowed;
  const [show, setShow] = useState<MatrixShow>(isManager ? 'state' : 'actual');
  const [filter, setFilter] = useState<SheetFilter>('all');
  const [isReminding, setReminding] = useState(false);
  const reportStatus = readReportStatus(structure.report);
  const canRemind =
    can(actor, { action: 'sheets.accept', reportId: structure.report.id, reportStatus }).allowed &&
    sheets.some(({ status }) => isOpenForEditors(status));
  const around = useRef<HTMLDivElement>(null);
  const dialogs = useSheetDialogs(around);
  const groups = useMemo(() => {
    const shown = new Set(filterSheets(sheets, filter).map(({ organisationId }) => organisationId));
    return buildSheetGroups(
      matrix,
      structure,
      sheets,
      filter === 'all' ? undefined : ({ organisation }) => shown.has(organisation.id),
    );
  }, [matrix, structure, sheets, filter]);
  const acceptable = sheets.flatMap(({ steps, organisationId }) =>
    steps.has('accept') ? [organisationId] : [],
  );
  return (
    <Section
      title={t('matrix.title')}
      side={
        <div className={classes.tools}>
          <Select
            size="xs"
            className={classes.filter}
            aria-label={t('submission:section.filter')}
            value={filter}
            allowDeselect={false}
            onChange={(value) => value !== null && isSheetFilter(value) && setFilter(value)}
            data={sheetFilters.map((value) => ({
              value,
              label: t('submission:section.choice', {
                name: t(`submission:section.${value}`),
                count: filterSheets(sheets, value).length,
              }),
            }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('measure.label')}
            value={show}
            onChange={(value) => isMatrixShow(value) && setShow(value)}
            data={matrixShows.map((value) => ({ value, label: t(`measure.${value}`) }))}
          />
          {canRemind && (
            <Button size="compact-sm" variant="default" onClick={() => setReminding(true)}>
              {t('notices:remind.open')}
            </Button>
          )}
          {acceptable.length > 0 && (
            <Button
              size="compact-sm"
              onClick={() => dialogs.open({ kind: 'accept', organisationIds: acceptable })}
            >
              {t('submission:section.acceptAll', { count: acceptable.length })}
            </Button>
          )}
        </div>
      }
    >
      <div ref={around} tabIndex={-1} className={classes.around}>
        <p className={classes.hint}>
          {t('submission:section.counts', {
            accepted: String(filterSheets(sheets, 'accepted').length),
            all: String(sheets.length),
          })}
          {deadline !== null && (
            <>
              {' · '}
              <DeadlineNote deadline={deadline} />
            </>
          )}
          {' · '}
          <NewsLink />
        </p>
        <Problem error={error} />
        {groups.length === 0 ? (
          <p className={classes.hint}>{t('submission:section.none')}</p>
        ) : (
          <SheetMatrix
            matrix={matrix}
            groups={groups}
            isGrouped={isGrouped(matrix)}
            isNarrowed={filter !== 'all'}
            show={show}
            findingGroups={findingGroups}
            onDialog={dialogs.open}
          />
        )}
        <p className={classes.help}>{t(show === 'state' ? 'sheets.hint' : 'matrix.hint')}</p>
        {dialogs.element}
        {isReminding && <RemindDialog onClose={() => setReminding(false)} />}
      </div>
    </Section>
  );
}
