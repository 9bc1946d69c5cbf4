import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigure } from '#client/report/figures/useFigure.ts';
import { useFigureRows } from '#client/report/figures/useFigureRows.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { correctionsTitle, isCorrectionRow } from '#shared/corrections/correctionRows.ts';
import { isBlocking } from '#shared/figures/FigureValue.ts';
import { formatCount } from '#shared/language/nouns.ts';
import type { ExpenditureRow, Row } from '#shared/model/rows.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import { readTableSpec } from '#shared/narrative/narrativeNodes.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import classes from './RowsView.module.css';

/** More than a page of the report holds; the files print them all. */
const shownRows = 100;

/** Rows of a table as the document prints them, in the text. */
export function RowsView({ node, selected }: NodeViewProps) {
  const { t } = useTranslation('text');
  const spec = useMemo(() => readTableSpec(node.attrs.spec), [node.attrs.spec]);
  const { text, problem } = useFigure(spec);
  const rows = useFigureRows(spec);
  const unit = useMoneyUnit();
  if (spec === null || isBlocking(problem)) {
    return (
      <NodeViewWrapper className={classes.block} data-selected={selected} data-problem="blocks">
        <p>{text}</p>
      </NodeViewWrapper>
    );
  }
  const expenditures = rows.filter((row): row is ExpenditureRow => row.kind === 'expenditure');
  const isMoney = spec.table === 'expenditure';
  return (
    <NodeViewWrapper
      className={classes.block}
      data-selected={selected}
      contentEditable={false}
      // On a narrow screen it is scrolled, by keys as well.
      role="group"
      aria-label={text}
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{isMoney ? documentWords.measure : documentWords.activity}</th>
            <th scope="col">{documentWords.organisation}</th>
            <th scope="col" className={classes.number}>
              {isMoney ? nameUnit(documentWords.actual, unit) : documentWords.quantity}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((row) => (
            <RowLine key={`${row.organisationId}/${row.id}`} row={row} />
          ))}
        </tbody>
        {isMoney && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {documentWords.sum}
              </th>
              <td className={classes.number}>
                {formatInUnit(
                  expenditures.reduce((sum, { values }) => sum + BigInt(values.actualMinor ?? 0), 0n),
                  unit,
                )}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length > shownRows && (
        <p className={classes.more}>{t('moreRows', { count: rows.length - shownRows })}</p>
      )}
      {rows.length === 0 && <p className={classes.more}>{t('noRows')}</p>}
    </NodeViewWrapper>
  );
}

function RowLine({ row }: { row: Row }) {
  const { structure } = useReport();
  const unit = useMoneyUnit();
  const organisation = structure.organisations.find(({ id }) => id === row.organisationId);
  return (
    <tr>
      <td>{(row.kind === 'activity' ? row.values.content : row.values.measure) ?? ''}</td>
      <td>{organisation?.shortName ?? (isCorrectionRow(row) ? correctionsTitle : row.organisationId)}</td>
      <td className={classes.number}>{printAmount(row, unit)}</td>
    </tr>
  );
}

function printAmount(row: Row, unit: ReportUnit): string {
  if (row.kind === 'activity') return row.values.quantity === null ? '' : formatCount(row.values.quantity);
  return row.values.actualMinor === null ? '' : formatInUnit(row.values.actualMinor, unit);
}
