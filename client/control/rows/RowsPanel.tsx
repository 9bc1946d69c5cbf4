import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useErrorText } from '#client/api/useErrorText.ts';
import { rowsLink } from '#client/app/links.ts';
import { useFigure } from '#client/report/figures/useFigure.ts';
import { useFigureRows } from '#client/report/figures/useFigureRows.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { isCorrectionRow } from '#shared/corrections/correctionRows.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { buildRowGroups } from './buildRowGroups.ts';
import { type Door, isFigure } from './Door.ts';
import { describeFigure, readFigureSelection } from './describeFigure.ts';
import { describeSelection, type SelectionPart } from './describeSelection.ts';
import { printSelectionValue } from './printSelectionValue.ts';
import { RowLine } from './RowLine.tsx';
import classes from './RowsPanel.module.css';
import { useShownTotals } from './ShownTotals.tsx';
import { useLastChanges } from './useLastChanges.ts';
import { useSelectionPartText } from './useSelectionPartText.ts';

/** More than anybody reads in a panel; the rest is one step away, in the grid. */
const shownRows = 200;

/** The rows behind one number, live, with a way into the grid. Takes the focus when it appears. */
export function RowsPanel({ door, onClose }: { door: Door; onClose: () => void }) {
  return isFigure(door) ? (
    <FigureRows spec={door} onClose={onClose} />
  ) : (
    <TotalRows selection={door} onClose={onClose} />
  );
}

function TotalRows({ selection, onClose }: { selection: TotalSelection; onClose: () => void }) {
  const { structure, rows } = useReport();
  const totals = useShownTotals();
  // Drawn anew exactly when the totals are, which is when rows changed: nothing to remember between.
  const selected = selectRows(rows.all(), selection, structure);
  return (
    <PlainRowsPanel
      parts={describeSelection(structure, selection)}
      value={printSelectionValue(structure, totals, selected, selection)}
      rows={selected}
      isOfOne={selection.organisationId !== undefined}
      allLink={rowsLink(structure.report.id, tableOf(selection), selection)}
      onClose={onClose}
    />
  );
}

function FigureRows({ spec, onClose }: { spec: FigureSpec; onClose: () => void }) {
  const { structure } = useReport();
  const { text } = useFigure(spec);
  const rows = useFigureRows(spec);
  const selection = readFigureSelection(spec);
  return (
    <PlainRowsPanel
      parts={describeFigure(structure, spec)}
      value={text}
      rows={rows}
      isOfOne={spec.filter.organisationId !== undefined}
      allLink={selection === null ? null : rowsLink(structure.report.id, tableOf(selection), selection)}
      onClose={onClose}
    />
  );
}

type PlainProps = {
  parts: SelectionPart[];
  value: string;
  rows: readonly Row[];
  /** All of one organisation, which need not be named again. */
  isOfOne: boolean;
  /** The grid with these rows alone; null where it has no filter for them. */
  allLink: string | null;
  onClose: () => void;
};

function PlainRowsPanel({ parts, value, rows, isOfOne, allLink, onClose }: PlainProps) {
  const { t } = useTranslation('control');
  const partText = useSelectionPartText();
  const { structure } = useReport();
  const isLoaded = useIsLoaded();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { t: changesText } = useTranslation('changes');
  const errorText = useErrorText();
  const { groups, left } = buildRowGroups(structure, rows, shownRows);
  const { changes, error } = useLastChanges(
    structure.report.id,
    groups.flatMap((group) => group.rows).filter((row) => !isCorrectionRow(row)),
  );
  const [main, ...details] = parts.map((part) => ({ kind: part.kind, text: partText(part) }));

  useEffect(() => title.current?.focus(), []);

  return (
    <aside className={classes.panel} aria-labelledby={titleId}>
      <header className={classes.head}>
        <div>
          <h2 ref={title} id={titleId} className={classes.title} tabIndex={-1} title={main?.text}>
            {main?.text}
          </h2>
          {details.map((part) => (
            <p key={part.kind} className={classes.detail}>
              {part.text}
            </p>
          ))}
        </div>
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={t('rows.close')}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.sum}>
        <span className={classes.value}>{value}</span>
        <span className={classes.detail}>{t('rows.count', { count: rows.length })}</span>
      </div>
      <div className={classes.body}>
        {!isLoaded && (
          <p role="status" className={classes.detail}>
            {t('rows.arriving')}
          </p>
        )}
        {isLoaded && rows.length === 0 && <p className={classes.detail}>{t('rows.none')}</p>}
        {groups.map((group) => (
          <section key={group.organisationId}>
            {!isOfOne && <h3 className={classes.group}>{group.name}</h3>}
            <ul className={classes.list}>
              {group.rows.map((row) => (
                <RowLine key={row.id} row={row} change={changes.get(rowKey(row))} />
              ))}
            </ul>
          </section>
        ))}
        {error !== null && (
          <p className={classes.detail}>{changesText('failed', { reason: errorText(error) })}</p>
        )}
        {left > 0 && <MoreRows count={left} link={allLink} />}
      </div>
      {rows.length > 0 && allLink !== null && (
        <footer className={classes.foot}>
          <Button
            component={Link}
            to={allLink}
            variant="default"
            size="xs"
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t('rows.openAll')}
          </Button>
        </footer>
      )}
    </aside>
  );
}

function MoreRows({ count, link }: { count: number; link: string | null }) {
  const { t } = useTranslation('control');
  if (link === null) return <p className={classes.detail}>{t('rows.more', { count })}</p>;
  return (
    <Anchor component={Link} size="sm" to={link}>
      {t('rows.more', { count })}
    </Anchor>
  );
}

function tableOf({ measure }: Pick<TotalSelection, 'measure'>): TableKind {
  return measure === 'money' ? 'expenditure' : 'activity';
}
