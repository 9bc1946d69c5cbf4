import { Box } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { type FieldSpec, isNumberKind, listFieldSpecs } from '../../fields.ts';
import type { GridWords } from '../../GridWords.ts';
import type { Decisions, PlannedCell, PlannedLine } from '../Plan.ts';
import { describeCell } from './describeCell.ts';
import classes from './PlanPreview.module.css';
import { useWindowedRows } from './useWindowedRows.ts';

const rowHeight = 26;

type Props = {
  table: TableKind;
  lines: readonly PlannedLine[];
  decisions: Decisions;
  words: GridWords;
  /** How the row of a line is called; null for one that is not on the screen. */
  readRowNumber(line: PlannedLine): string;
};

/** What will stand where, line by line; those with a question are marked by an icon and words. */
export function PlanTable({ table, lines, decisions, words, readRowNumber }: Props) {
  const { t } = useTranslation('paste');
  const { structure } = useReport();
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useWindowedRows(scroller, lines.length, rowHeight);
  const specs = useMemo(() => {
    const used = new Set(lines.flatMap(({ cells }) => cells.map(({ field }) => field)));
    return listFieldSpecs(table, structure).filter(({ field }) => used.has(field));
  }, [lines, table, structure]);
  return (
    <Box
      component="section"
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      aria-label={t('table.label')}
    >
      <table className={classes.table} aria-rowcount={lines.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('table.line')}</th>
            <th scope="col">{t('table.target')}</th>
            {specs.map(({ field, kind }) => (
              <th key={field} scope="col" className={isNumberKind(kind) ? classes.number : ''}>
                {words.columnTitle(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <tr aria-hidden style={{ height: from * rowHeight }} />}
          {lines.slice(from, to).map((line, index) => (
            <tr key={`${line.number}/${line.row?.id ?? from + index}`} aria-rowindex={from + index + 2}>
              <td className={classes.lineNumber}>{line.number}</td>
              <td className={classes.lineNumber}>
                {line.row === null ? t('table.newRow') : readRowNumber(line)}
              </td>
              {specs.map((spec) => (
                <PlanCell
                  key={spec.field}
                  spec={spec}
                  cell={line.cells.find(({ field }) => field === spec.field)}
                  decisions={decisions}
                  words={words}
                />
              ))}
            </tr>
          ))}
          {to < lines.length && <tr aria-hidden style={{ height: (lines.length - to) * rowHeight }} />}
        </tbody>
      </table>
    </Box>
  );
}

type CellProps = {
  spec: FieldSpec;
  cell: PlannedCell | undefined;
  decisions: Decisions;
  words: GridWords;
};

function PlanCell({ spec, cell, decisions, words }: CellProps) {
  const { t } = useTranslation('paste');
  if (cell === undefined) return <td />;
  const view = describeCell(cell, decisions);
  const number = isNumberKind(spec.kind) ? classes.number : '';
  if (view.state === 'asked' || view.state === 'left') {
    const kind = t(`kind.${view.kind}`);
    const said = view.state === 'asked' ? t('table.asked', { kind }) : t('table.left', { kind });
    const Icon = view.state === 'asked' ? IconAlertTriangle : IconBan;
    return (
      <td className={`${classes[view.state]} ${number}`} title={`${said}: ${view.text}`}>
        <Icon size={13} aria-hidden />
        <span className="visually-hidden">{said}</span> {view.text}
      </td>
    );
  }
  const text = view.value === null ? '' : words.texts.value(spec, view.value);
  return (
    <td className={`${view.state === 'decided' ? classes.decided : ''} ${number}`} title={text}>
      {view.value === null ? <span className={classes.emptied}>{t('table.emptied')}</span> : text}
    </td>
  );
}
