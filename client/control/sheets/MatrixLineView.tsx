import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changesLink, rowsLink } from '#client/app/links.ts';
import { StateMark } from '#client/submission/StateMark.tsx';
import type { SheetDialog } from '#client/submission/useSheetDialogs.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { MeasureCell } from '../MeasureCell.tsx';
import { formatMeasure } from '../measures.ts';
import table from '../table.module.css';
import { CompletenessCells } from './CompletenessCells.tsx';
import { isSameLine, type LineContent } from './isSameLine.ts';
import { LastChangeCell } from './LastChangeCell.tsx';
import type { MatrixShow } from './MatrixShow.ts';
import { StepButtons } from './StepButtons.tsx';
import classes from './sheets.module.css';

type Props = LineContent & {
  /** The table that has its rows. */
  tableKind: TableKind;
  show: MatrixShow;
  hasSteps: boolean;
  onDialog(dialog: SheetDialog): void;
};

/** One organisation, drawn anew when something in its line has changed. */
export const MatrixLineView = memo(
  PlainMatrixLine,
  (a, b) =>
    a.tableKind === b.tableKind &&
    a.show === b.show &&
    a.hasSteps === b.hasSteps &&
    a.onDialog === b.onDialog &&
    isSameLine(a, b),
);

function PlainMatrixLine({ line, tableKind, directions, show, hasSteps, findings, onDialog }: Props) {
  const { t } = useTranslation(['submission']);
  const unit = useMoneyUnit();
  const { structure } = useReport();
  const { organisation, sheet, cells, total } = line;
  const { id, name, shortName } = organisation;
  const reportId = structure.report.id;
  return (
    <tr>
      <th scope="row" className={table.first}>
        <Link
          className={classes.name}
          to={rowsLink(reportId, tableKind, { organisationId: id })}
          title={name}
          aria-label={t('section.openTable', { organisation: shortName })}
        >
          {shortName}
        </Link>
      </th>
      <td className={`${table.text} ${classes.state}`}>
        {sheet !== null && <StateMark status={sheet.status} />}
        {sheet?.isChangedSinceAcceptance && (
          <Link
            className={classes.changed}
            to={changesLink(reportId, id)}
            title={t('changes.showOf', { organisation: shortName })}
          >
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
            {t('changes.title')}
          </Link>
        )}
        {sheet?.status === 'returned' && sheet.lastStep !== null && sheet.lastStep.note !== '' && (
          <span className={classes.note} title={sheet.lastStep.note}>
            {sheet.lastStep.note}
          </span>
        )}
      </td>
      {show === 'state' ? (
        <>
          <CompletenessCells sheet={sheet} directions={directions} findings={findings} />
          <td className={total.sums.rowCount === 0 ? table.muted : undefined}>
            {formatMeasure(total.sums, 'planned', unit)}
          </td>
          <td>
            <MeasureCell cell={total} measure="actual" />
          </td>
          <td className={total.sums.rowCount === 0 ? table.muted : undefined}>
            {formatMeasure(total.sums, 'percent', unit)}
          </td>
          <LastChangeCell sheet={sheet} />
          {hasSteps && (
            <td className={`${table.last} ${classes.steps}`}>
              {sheet !== null && <StepButtons sheet={sheet} onDialog={onDialog} />}
            </td>
          )}
        </>
      ) : (
        <>
          {cells.map((cell) => (
            <td key={cell.selection.directionId ?? 'without'}>
              <MeasureCell cell={cell} measure={show} />
            </td>
          ))}
          <td className={table.last}>
            <MeasureCell cell={total} measure={show} />
          </td>
        </>
      )}
    </tr>
  );
}
