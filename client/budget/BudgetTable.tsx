import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TableScroll } from '#client/control/TableScroll.tsx';
import { parseTsv } from '#client/grid/paste/parseTsv.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { Fund } from '#shared/model/rows.ts';
import { type BudgetColumn, budgetColumns } from '#shared/structure/BudgetReader.ts';
import { BudgetCell } from './BudgetCell.tsx';
import classes from './budget.module.css';
import { buildNewLine, type DraftLine } from './budgetDraft.ts';
import type { useBudgetDraft } from './useBudgetDraft.ts';

type Props = {
  plan: ReturnType<typeof useBudgetDraft>;
  /** Those that are shown; an empty one to type into is added below. */
  lines: readonly DraftLine[];
  /** Id of the empty line. */
  emptyId: string;
  onTyped: (id: string) => void;
  onLeftOut: (count: number) => void;
};

/** The plan as a table that is typed into and pasted into from Excel. */
export function BudgetTable({ plan, lines, emptyId, onTyped, onLeftOut }: Props) {
  const { t } = useTranslation(['budget', 'grid']);
  const { directions, organisations } = useReport().structure;
  const shown = [...lines, buildNewLine(emptyId)];
  const type = (line: DraftLine, column: BudgetColumn, text: string) => {
    plan.type(line, column, text);
    onTyped(line.id);
  };
  const paste = (line: DraftLine, column: BudgetColumn, event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onLeftOut(plan.paste({ lines: shown, lineId: line.id, column }, parseTsv(text)));
    onTyped(line.id);
  };
  return (
    <>
      <datalist id="budget-direction">
        {directions.map(({ id, number, title }) => (
          <option key={id} value={String(number)} label={title} />
        ))}
      </datalist>
      <datalist id="budget-organisation">
        {organisations.map(({ id, shortName }) => (
          <option key={id} value={shortName} />
        ))}
      </datalist>
      <datalist id="budget-fund">
        {Fund.options.map((fund) => (
          <option key={fund} value={t(`grid:choice.fund.${fund}`)} />
        ))}
      </datalist>
      <TableScroll label={t('title')} className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.place}>
                {t('columns.place')}
              </th>
              {budgetColumns.map((column) => (
                <th key={column} scope="col" className={classes[column]}>
                  {t(`columns.${column}`)}
                </th>
              ))}
              <th scope="col" className={classes.actions}>
                <span className="visually-hidden">{t('columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => {
              const problem = plan.problems.get(line.id);
              const isOvertaken = plan.overtaken.has(line.id);
              const isTouched = plan.draft.has(line.id);
              const place = line.id === emptyId ? t('newLine') : String(index + 1);
              const state = line.isRemoved ? 'removed' : isTouched ? 'changed' : undefined;
              return (
                <tr key={line.id} data-state={state}>
                  <th scope="row" className={classes.place}>
                    {line.id === emptyId ? '+' : index + 1}
                    {state !== undefined && <span className="visually-hidden"> {t(`state.${state}`)}</span>}
                  </th>
                  {budgetColumns.map((column) => (
                    <td key={column} className={classes[column]}>
                      <BudgetCell
                        column={column}
                        value={line.texts[column]}
                        label={t('cell', { column: t(`columns.${column}`), line: place })}
                        listId={
                          column === 'direction' || column === 'organisation' || column === 'fund'
                            ? `budget-${column}`
                            : undefined
                        }
                        problem={problem?.column === column ? t(`problem.${problem.code}`) : undefined}
                        isDisabled={line.isRemoved}
                        above={shown[index - 1]?.texts[column]}
                        onType={(text) => type(line, column, text)}
                        onPaste={(event) => paste(line, column, event)}
                      />
                    </td>
                  ))}
                  <td className={classes.actions}>
                    {isOvertaken && <span className={classes.overtaken}>{t('overtaken')}</span>}
                    {isTouched && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('revert', { line: place })}
                        title={t('revert', { line: place })}
                        onClick={() => plan.revert(line.id)}
                      >
                        <IconArrowBackUp size={16} aria-hidden />
                      </ActionIcon>
                    )}
                    {line.id !== emptyId && !line.isRemoved && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('remove', { line: place })}
                        title={t('remove', { line: place })}
                        onClick={() => plan.remove(line)}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
