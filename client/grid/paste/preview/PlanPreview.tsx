import { Button, Modal, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { ChoiceLabel } from '../../CellTexts.ts';
import type { GridWords } from '../../GridWords.ts';
import type { Decisions, Plan, PlannedLine } from '../Plan.ts';
import { openQuestions, type ResolvedPlan, resolvePlan } from '../resolvePlan.ts';
import classes from './PlanPreview.module.css';
import { PlanTable } from './PlanTable.tsx';
import { QuestionList } from './QuestionList.tsx';

type Props = {
  table: TableKind;
  plan: Plan;
  decisions: Decisions;
  onDecisions(decisions: Decisions): void;
  structure: ReportStructure;
  words: GridWords & { choiceLabel: ChoiceLabel };
  readRowNumber(line: PlannedLine): string;
  /** What else can be chosen, above the decisions. */
  children?: ReactNode;
  /** The plan is being worked out anew. */
  isBusy?: boolean;
  onApply(resolved: ResolvedPlan): void;
  /** Nothing is changed. */
  onCancel(): void;
};

/** What a paste or an import would do, and everything there is to decide before it does. */
export function PlanPreview({ plan, decisions, structure, words, isBusy = false, ...props }: Props) {
  const { t } = useTranslation('paste');
  const open = useMemo(() => openQuestions(plan, decisions), [plan, decisions]);
  const resolved = useMemo(() => resolvePlan(plan, decisions, structure), [plan, decisions, structure]);
  const isOrganisationOpen = plan.organisations.length > 0 && decisions.organisationId === null;
  const openCount = open.length + (isOrganisationOpen ? 1 : 0);
  const count = countCells(resolved);
  const canApply = openCount === 0 && count > 0 && !isBusy;
  const apply = () => props.onApply(resolved);
  const handleKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !event.code.endsWith('Enter') || !canApply) return;
    event.preventDefault();
    apply();
  };
  return (
    <Modal
      opened
      onClose={props.onCancel}
      title={openCount > 0 ? t('title.decide', { count: openCount }) : t('title.ready')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="min(1240px, 96vw)"
      padding={0}
      onKeyDown={handleKey}
      centered
      styles={{ header: { padding: '10px 16px', minHeight: 0 }, title: { fontWeight: 600 } }}
    >
      <div className={classes.body} data-plain={plan.questions.length === 0 || undefined}>
        <Summary plan={plan} resolved={resolved} openCount={openCount} />
        <div className={classes.options}>{props.children}</div>
        {plan.questions.length > 0 && (
          <QuestionList
            questions={plan.questions}
            decisions={decisions}
            onDecisions={props.onDecisions}
            structure={structure}
            words={words}
          />
        )}
        <TablePane
          table={props.table}
          plan={plan}
          decisions={decisions}
          words={words}
          readRowNumber={props.readRowNumber}
        />
        <div className={classes.footer}>
          <span className={classes.keys}>{t('keys')}</span>
          <Button size="xs" variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
          {openCount > 0 && (
            <Button size="xs" variant="default" disabled={count === 0 || isBusy} onClick={apply}>
              {t('applyRest')}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!canApply}
            loading={isBusy}
            onClick={apply}
            data-autofocus={openCount === 0 || undefined}
          >
            {count === 0 ? t('applyNothing') : t('apply', { count })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Summary({ plan, resolved, openCount }: { plan: Plan; resolved: ResolvedPlan; openCount: number }) {
  const { t } = useTranslation('paste');
  const leftCount = resolved.leftCount;
  return (
    <div className={classes.summary} role="status">
      {openCount > 0 && (
        <span className={classes.summaryOpen}>{t('summary.open', { count: openCount })}</span>
      )}
      <span>{t('summary.cells', { count: countCells(resolved) })}</span>
      {resolved.rows.length > 0 && <span>{t('summary.rows', { count: resolved.rows.length })}</span>}
      {leftCount > 0 && <span>{t('summary.left', { count: leftCount })}</span>}
      {plan.unchangedCount > 0 && <span>{t('summary.same', { count: plan.unchangedCount })}</span>}
    </div>
  );
}

type PaneProps = Pick<Props, 'table' | 'plan' | 'decisions' | 'words' | 'readRowNumber'>;

function TablePane({ table, plan, decisions, words, readRowNumber }: PaneProps) {
  const { t } = useTranslation('paste');
  const asked = useMemo(
    () => plan.lines.filter(({ cells }) => cells.some(({ question }) => question !== null)),
    [plan],
  );
  const [isAll, setAll] = useState(false);
  const isEveryShown = isAll || asked.length === 0;
  return (
    <div className={classes.tablePane}>
      {asked.length > 0 && asked.length < plan.lines.length && (
        <div className={classes.tableTools}>
          <SegmentedControl
            size="xs"
            aria-label={t('table.shown')}
            value={isEveryShown ? 'all' : 'asked'}
            onChange={(shown) => setAll(shown === 'all')}
            data={[
              { value: 'asked', label: t('table.onlyAsked', { count: asked.length }) },
              { value: 'all', label: t('table.all', { count: plan.lines.length }) },
            ]}
          />
        </div>
      )}
      <PlanTable
        table={table}
        lines={isEveryShown ? plan.lines : asked}
        decisions={decisions}
        words={words}
        readRowNumber={readRowNumber}
      />
    </div>
  );
}

/** Cells that get a value, those of new rows included. */
export function countCells({ cells, rows }: Pick<ResolvedPlan, 'cells' | 'rows'>): number {
  return rows.reduce((sum, { values }) => sum + Object.keys(values).length, cells.length);
}
