import { useTranslation } from 'react-i18next';
import type { Matrix } from './buildMatrix.ts';
import { DirectionHeading } from './DirectionHeading.tsx';
import classes from './MatrixTable.module.css';
import { MeasureCell } from './MeasureCell.tsx';
import type { Measure } from './measures.ts';
import { TableScroll } from './TableScroll.tsx';
import table from './table.module.css';

type Props = { matrix: Matrix; measure: Measure };

/** Directions down, organisations across. The heading, the first and the last column stay in sight. */
export function MatrixTable({ matrix, measure }: Props) {
  const { t } = useTranslation('control');
  return (
    <TableScroll label={t('matrix.title')} className={classes.matrix}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={`${table.first} ${table.text}`}>
              {t('matrix.direction')}
            </th>
            {matrix.organisations.map(({ id, name, shortName }) => (
              <th key={id} scope="col" className={classes.organisation} title={name}>
                {shortName}
              </th>
            ))}
            <th scope="col" className={table.last}>
              {t('matrix.total')}
              {measure !== 'percent' && `, ${t('unitUah')}`}
            </th>
          </tr>
        </thead>
        {/* Another measure is other numbers, not changed ones: nothing may light up. */}
        <tbody key={measure}>
          {matrix.rows.map((row) => (
            <tr key={row.direction?.id ?? 'without'}>
              <th scope="row" className={table.first}>
                <div className={classes.heading}>
                  <DirectionHeading direction={row.direction} lines={2} />
                </div>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.selection.organisationId}>
                  <MeasureCell cell={cell} measure={measure} />
                </td>
              ))}
              <td className={table.last}>
                <MeasureCell cell={row.total} measure={measure} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot key={`${measure}-totals`}>
          <tr>
            <th scope="row" className={table.first}>
              {t('matrix.total')}
            </th>
            {matrix.totals.map((cell) => (
              <td key={cell.selection.organisationId}>
                <MeasureCell cell={cell} measure={measure} />
              </td>
            ))}
            <td className={table.last}>
              <MeasureCell cell={matrix.grand} measure={measure} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}
