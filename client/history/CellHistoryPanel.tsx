import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import { HistoryField } from '#shared/api/history.ts';
import type { Row } from '#shared/model/rows.ts';
import { ChangeList } from './ChangeList.tsx';
import classes from './history.module.css';
import { useHistoryPages } from './useHistoryPages.ts';

type Props = {
  /** The cell one is in; `column` may be one that is no field. */
  cell: { row: Row; column: string } | null;
};

/** Beside the table: who changed the cell one is in, or its row, and the way back. Follows from cell to cell. */
export function CellHistoryPanel({ cell }: Props) {
  const { t } = useTranslation('cellHistory');
  const { structure } = useReport();
  const fieldTitle = useFieldTitle();
  const [scope, setScope] = useState<'cell' | 'row'>('cell');
  const field = HistoryField.safeParse(cell?.column).data ?? null;
  const shownField = scope === 'cell' ? field : null;
  const pages = useHistoryPages(
    structure.report.id,
    cell && { organisation: cell.row.organisationId, row: cell.row.id, field: shownField ?? undefined },
  );
  if (cell === null) return <p className={classes.note}>{t('nothingChosen')}</p>;
  const { row } = cell;
  const title = (row.kind === 'activity' ? row.values.content : row.values.measure)?.trim() || t('untitled');
  const about = shownField === null ? title : `${fieldTitle(shownField)} · ${title}`;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('scope.label')}
          value={shownField === null ? 'row' : 'cell'}
          onChange={(value) => setScope(value === 'row' ? 'row' : 'cell')}
          data={[
            { value: 'cell', label: t('scope.cell'), disabled: field === null },
            { value: 'row', label: t('scope.row') },
          ]}
        />
        <p className={classes.about}>{about}</p>
      </div>
      <div className={classes.scroll}>
        <ChangeList
          pages={pages}
          field={shownField}
          emptyText={t('none')}
          label={t('title')}
          renderPlace={(change) =>
            shownField === null && change.field !== null && <p>{fieldTitle(change.field)}</p>
          }
        />
      </div>
    </div>
  );
}
