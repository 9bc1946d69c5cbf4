import { Button, Checkbox } from '@mantine/core';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFieldSpec, mainField } from '../../../fields.ts';
import { quoteText } from '../../../paste/CellCheck.ts';
import type { PlannedLine } from '../../../paste/Plan.ts';
import { decide } from '../../../paste/resolvePlan.ts';
import type { CellKey } from '../../plan/ImportPlan.ts';
import classes from '../import.module.css';
import type { PreviewProps } from './PreviewProps.ts';
import { printLeft } from './printLeft.ts';
import { printValue } from './printValue.ts';

type Props = PreviewProps;

/** So many lines are drawn at first, and with each further press. */
const page = 100;

/** Each change, old beside new, to take or to leave: cell by cell, line by line, or all. */
export function ChangesTable({ flow, tools, plan }: Props) {
  const { t } = useTranslation('imports');
  const [limit, setLimit] = useState(page);
  const { refused } = flow.state;
  // Changes of rows come first: they replace what somebody wrote.
  const lines = useMemo(
    () => [...plan.plan.lines].sort((a, b) => Number(a.row === null) - Number(b.row === null)),
    [plan],
  );
  if (lines.length === 0) return null;

  const set = (keys: readonly (CellKey | number)[], isTaken: boolean) => {
    const next = new Set(refused);
    for (const key of keys) {
      if (isTaken) next.delete(key);
      else next.add(key);
    }
    flow.decide({ refused: next });
  };
  const allKeys = () => lines.flatMap((line) => [line.number, ...keysOf(line)]);

  return (
    <section className={classes.section} aria-label={t('changes.title')}>
      <div className={classes.sectionHead}>
        <h3>{t('changes.title')}</h3>
        <Button size="compact-sm" variant="subtle" onClick={() => set(allKeys(), true)}>
          {t('changes.acceptAll')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            set(
              lines.map(({ number }) => number),
              false,
            )
          }
        >
          {t('changes.refuseAll')}
        </Button>
      </div>
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">{t('changes.take')}</th>
            <th scope="col">{t('changes.column')}</th>
            <th scope="col">{t('changes.old')}</th>
            <th scope="col">{t('changes.new')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, limit).map((line) => (
            <LineChanges
              key={line.number}
              flow={flow}
              tools={tools}
              plan={plan}
              line={line}
              onTake={(keys, isTaken) => set(keys, isTaken)}
            />
          ))}
        </tbody>
      </table>
      {lines.length > limit && (
        <Button variant="default" size="xs" onClick={() => setLimit(limit + page)}>
          {t('changes.more', { count: Math.min(page, lines.length - limit) })}
        </Button>
      )}
    </section>
  );
}

function keysOf({ number, cells }: PlannedLine): CellKey[] {
  return cells.map(({ field }): CellKey => `${number}/${field}`);
}

type LineProps = Props & {
  line: PlannedLine;
  onTake(keys: readonly (CellKey | number)[], isTaken: boolean): void;
};

function LineChanges({ flow, tools, plan, line, onTake }: LineProps) {
  const { t } = useTranslation('imports');
  const { refused, answers } = flow.state;
  const { words, table } = tools;
  const { number, row, organisationId, cells } = line;
  const owner = organisationId === null ? '' : words.texts.organisation(organisationId);
  const label = describe(line, tools);
  const isOff = refused.has(number);
  // Of a row that is not one's own nothing can be taken.
  const isTakeable = cells.length === 0 || cells.some((cell) => decide(cell, { answers }) !== undefined);
  const taken = cells.filter(({ field }) => !refused.has(`${number}/${field}`)).length;
  return (
    <Fragment>
      <tr className={classes.lineHead} data-new={row === null}>
        <td>
          <Checkbox
            size="xs"
            aria-label={t('changes.acceptLine', { number: String(number), label })}
            disabled={!isTakeable}
            checked={isTakeable && !isOff && taken === cells.length}
            indeterminate={isTakeable && !isOff && taken > 0 && taken < cells.length}
            onChange={(event) => {
              const isTaken = event.currentTarget.checked;
              onTake(isTaken ? [number, ...keysOf(line)] : [number], isTaken);
            }}
          />
        </td>
        <th scope="rowgroup" colSpan={3}>
          {row === null && <span className={classes.mark}>{t('changes.newTitle')}</span>}
          {t('left.row', { number: String(number), label: label || t('left.unnamed') })}
          {owner !== '' && <span className={classes.owner}>{owner}</span>}
        </th>
      </tr>
      {cells.map((cell) => {
        const spec = findFieldSpec(table, cell.field);
        if (spec === undefined) return null;
        const key: CellKey = `${number}/${cell.field}`;
        const title = words.columnTitle(cell.field);
        const value = decide(cell, { answers });
        return (
          <tr key={cell.field} data-off={isOff || refused.has(key) || value === undefined}>
            <td>
              <Checkbox
                size="xs"
                aria-label={t('changes.acceptCell', { column: title, number: String(number) })}
                disabled={isOff || value === undefined}
                checked={!isOff && !refused.has(key) && value !== undefined}
                onChange={(event) => onTake([key], event.currentTarget.checked)}
              />
            </td>
            <th scope="row">
              {title}
              {plan.conflicts.has(key) && (
                <span className={classes.conflict} title={t('changes.conflictHint')}>
                  {t('changes.conflict')}
                </span>
              )}
            </th>
            <td className={classes.oldValue}>
              {row === null ? '' : words.texts.cell(row, spec) || t('changes.emptyValue')}
            </td>
            <td className={classes.newValue}>
              {value === undefined ? (
                <>
                  {printLeft(cell, spec, (text) => t('changes.inFile', { text }))}{' '}
                  <span className={classes.mark}>
                    {t(cell.question?.isOpen ? 'changes.waits' : 'changes.refused')}
                  </span>
                </>
              ) : (
                printValue(value, spec, table, words.texts) || t('changes.emptyValue')
              )}
            </td>
          </tr>
        );
      })}
    </Fragment>
  );
}

/** The words by which one knows the row again: what it is called now, or what the file calls it. */
function describe({ row, cells }: PlannedLine, { table, words }: Props['tools']): string {
  const field = mainField[table];
  const spec = findFieldSpec(table, field);
  if (row !== null && spec !== undefined) return quoteText(words.texts.cell(row, spec));
  return quoteText((cells.find((cell) => cell.field === field) ?? cells[0])?.text ?? '');
}
