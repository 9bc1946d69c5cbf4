import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommentActions, useThreads } from '#client/api/comments.ts';
import { commentsLink } from '#client/app/links.ts';
import { CommentForm } from '#client/comments/CommentForm.tsx';
import classes from '#client/comments/comments.module.css';
import { RowThreadPlace } from '#client/comments/RowThreadPlace.tsx';
import { ThreadCard } from '#client/comments/ThreadCard.tsx';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import { can } from '#shared/access/can.ts';
import type { ThreadId } from '#shared/api/comments.ts';
import type { RowPlace } from '#shared/comments/CommentPlace.ts';
import type { Row } from '#shared/model/rows.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { findFieldSpec } from '../fields.ts';

type Props = {
  /** The cell one is in; `column` may be one that is no field. */
  cell: { row: Row; column: string } | null;
  /** Another number each time somebody wants to write. */
  asked: number;
  /** The thread that a link led to. */
  current: ThreadId | null;
  /** How one chooses what to read and write about; in its absence, between the cell and its row. */
  chooser?: ReactNode;
};

/** Beside the table: what is said about the cell one is in, or about its row. Follows from cell to cell. */
export function CellCommentsPanel({ cell, asked, current, chooser }: Props) {
  const { t } = useTranslation(['comments', 'grid']);
  const { structure, actor } = useReport();
  const fieldTitle = useFieldTitle();
  const reportId = structure.report.id;
  const { threads, error } = useThreads(reportId);
  const actions = useCommentActions(reportId);
  const [scope, setScope] = useState<'cell' | 'row'>('cell');
  const [isAll, setAll] = useState(false);
  const all = (
    <Button component={Link} to={commentsLink(reportId)} size="compact-xs" variant="subtle">
      {t('all')}
    </Button>
  );
  if (cell === null) {
    return (
      <div className={classes.note}>
        <p>{t('nothingChosen')}</p>
        {all}
      </div>
    );
  }
  const { row, column } = cell;
  const spec = findFieldSpec(row.kind, column);
  const field = scope === 'cell' ? (spec?.field ?? null) : null;
  const title = (row.kind === 'activity' ? row.values.content : row.values.measure)?.trim();
  const ofRow = { table: row.kind, organisationId: row.organisationId, rowId: row.id };
  const place: RowPlace = field === null ? { kind: 'row', ...ofRow } : { kind: 'cell', ...ofRow, field };
  // About the cell first, then about the rest of its row.
  const isHere = (at: RowPlace) => (at.kind === 'cell' ? at.field === field : field === null);
  const about = threads.flatMap((thread) => {
    const at = thread.place;
    if ((at.kind !== 'cell' && at.kind !== 'row') || at.rowId !== row.id) return [];
    return field === null || isHere(at) ? [{ thread, at }] : [];
  });
  const resolvedCount = about.filter(({ thread }) => thread.resolved !== null).length;
  const shown = about.filter(({ thread }) => isAll || thread.resolved === null || thread.id === current);
  const key = `${row.id}/${field ?? ''}`;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <div className={classes.actions}>
          {chooser ?? (
            <SegmentedControl
              size="xs"
              aria-label={t('scope.label')}
              value={field === null ? 'row' : 'cell'}
              onChange={(value) => setScope(value === 'row' ? 'row' : 'cell')}
              data={[
                { value: 'cell', label: t('scope.cell'), disabled: spec === undefined },
                { value: 'row', label: t('scope.row') },
              ]}
            />
          )}
          {all}
        </div>
        <p className={classes.about}>
          {[field === null ? '' : fieldTitle(field), title || t('place.untitled')]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {can(actor, { action: 'comment.write', reportId, reportStatus: readReportStatus(structure.report) })
          .allowed ? (
          <CommentForm
            key={`${key}/${asked}`}
            draft={`new/${key}`}
            label={t('form.new')}
            button={t('form.send')}
            autoFocus={asked > 0}
            onSend={(request) => actions.begin({ place, ...request })}
          />
        ) : (
          <p className={classes.removed}>{t('form.readOnly')}</p>
        )}
      </div>
      <div className={classes.scroll}>
        <Problem error={error} />
        {resolvedCount > 0 && (
          <div className={classes.note}>
            <Checkbox
              size="xs"
              label={t('thread.withResolved', { count: resolvedCount })}
              checked={isAll}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
          </div>
        )}
        {shown.length === 0 && <p className={classes.note}>{t('none')}</p>}
        <ul className={classes.list}>
          {shown.map(({ thread, at }) => (
            <li key={thread.id}>
              <ThreadCard thread={thread} isCurrent={thread.id === current}>
                <RowThreadPlace thread={thread} place={at} />
              </ThreadCard>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
