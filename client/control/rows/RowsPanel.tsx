import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rowsLink } from '#client/app/links.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { buildRowGroups } from './buildRowGroups.ts';
import { describeSelection } from './describeSelection.ts';
import { printSelectionValue } from './printSelectionValue.ts';
import { RowLine } from './RowLine.tsx';
import classes from './RowsPanel.module.css';
import { useShownTotals } from './ShownTotals.tsx';
import { useSelectionPartText } from './useSelectionPartText.ts';

/** More than anybody reads in a panel; the rest is one step away, in the grid. */
const shownRows = 200;

/** The rows behind one number, live, with a way into the grid. Takes the focus when it appears. */
export function RowsPanel({ selection, onClose }: { selection: TotalSelection; onClose: () => void }) {
  const { t } = useTranslation('control');
  const partText = useSelectionPartText();
  const { structure, rows } = useReport();
  const totals = useShownTotals();
  const isLoaded = useIsLoaded();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);

  // Drawn anew exactly when the totals are, which is when rows changed: nothing to remember between.
  const selected = selectRows(rows.all(), selection, structure);
  const { groups, left } = buildRowGroups(structure, selected, shownRows);
  const [main, ...details] = describeSelection(structure, selection).map((part) => ({
    kind: part.kind,
    text: partText(part),
  }));

  useEffect(() => title.current?.focus(), []);

  const table = selection.measure === 'money' ? 'expenditure' : 'activity';
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
        <span className={classes.value}>{printSelectionValue(structure, totals, selected, selection)}</span>
        <span className={classes.detail}>{t('rows.count', { count: selected.length })}</span>
      </div>
      <div className={classes.body}>
        {!isLoaded && (
          <p role="status" className={classes.detail}>
            {t('rows.arriving')}
          </p>
        )}
        {isLoaded && selected.length === 0 && <p className={classes.detail}>{t('rows.none')}</p>}
        {groups.map((group) => (
          <section key={group.organisationId}>
            {selection.organisationId === undefined && <h3 className={classes.group}>{group.name}</h3>}
            <ul className={classes.list}>
              {group.rows.map((row) => (
                <RowLine key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))}
        {left > 0 && (
          <Anchor component={Link} size="sm" to={rowsLink(structure.report.id, table, selection)}>
            {t('rows.more', { count: left })}
          </Anchor>
        )}
      </div>
      {selected.length > 0 && (
        <footer className={classes.foot}>
          <Button
            component={Link}
            to={rowsLink(structure.report.id, table, selection)}
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
