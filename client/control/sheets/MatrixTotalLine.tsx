import { useTranslation } from 'react-i18next';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { countGaps } from '#shared/submission/sheetCompleteness.ts';
import type { Matrix } from '../buildMatrix.ts';
import { MeasureCell } from '../MeasureCell.tsx';
import { formatMeasure } from '../measures.ts';
import table from '../table.module.css';
import type { MatrixGroup } from './buildSheetGroups.ts';
import type { MatrixShow } from './MatrixShow.ts';
import classes from './sheets.module.css';

type Props = {
  matrix: Matrix;
  groups: readonly MatrixGroup[];
  isNarrowed: boolean;
  show: MatrixShow;
  hasSteps: boolean;
};

/** Of the whole report, whatever is listed: counts of sheets are left out where only some are. */
export function MatrixTotalLine({ matrix, groups, isNarrowed, show, hasSteps }: Props) {
  const { t } = useTranslation('control');
  const unit = useMoneyUnit();
  const sheets = groups.flatMap(({ lines }) => lines.flatMap(({ sheet }) => sheet ?? []));
  const gaps = sheets.reduce((sum, { completeness }) => sum + countGaps(completeness.missing), 0);
  return (
    <tr>
      <th scope="row" className={table.first}>
        {t(isNarrowed ? 'sheets.totalOfReport' : 'matrix.total')}
      </th>
      <td />
      {show === 'state' ? (
        <>
          {matrix.rows.map(({ direction }) => (
            <td key={direction?.id ?? 'without'} className={classes.count}>
              {!isNarrowed &&
                formatCount(
                  sheets.reduce(
                    (sum, { completeness: { rowsByDirection, missing } }) =>
                      sum +
                      (direction === null ? missing.withoutDirection : (rowsByDirection[direction.id] ?? 0)),
                    0,
                  ),
                )}
            </td>
          ))}
          <td />
          <td className={table.text}>
            {!isNarrowed && gaps > 0 && <span className={table.warn}>{formatCount(gaps)}</span>}
          </td>
          <td>{formatMeasure(matrix.grand.sums, 'planned', unit)}</td>
          <td>
            <MeasureCell cell={matrix.grand} measure="actual" />
          </td>
          <td>{formatMeasure(matrix.grand.sums, 'percent', unit)}</td>
          <td />
          {hasSteps && <td className={table.last} />}
        </>
      ) : (
        <>
          {matrix.rows.map(({ direction, total }) => (
            <td key={direction?.id ?? 'without'}>
              <MeasureCell cell={total} measure={show} />
            </td>
          ))}
          <td className={table.last}>
            <MeasureCell cell={matrix.grand} measure={show} />
          </td>
        </>
      )}
    </tr>
  );
}
