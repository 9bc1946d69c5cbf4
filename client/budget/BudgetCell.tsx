import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { BudgetColumn } from '#shared/structure/BudgetReader.ts';
import classes from './budget.module.css';
import { moveInTable } from './moveInTable.ts';

type Props = {
  column: BudgetColumn;
  value: string;
  label: string;
  /** Of the choices that the column has. */
  listId: string | undefined;
  problem: string | undefined;
  isDisabled: boolean;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** The text of the cell above; Ctrl+D takes it over. */
  above: string | undefined;
};

/** One cell of the plan. Enter and the arrows go up and down, Tab along, Esc takes back what was typed. */
export function BudgetCell({
  column,
  value,
  label,
  listId,
  problem,
  isDisabled,
  onType,
  onPaste,
  above,
}: Props) {
  const before = useRef(value);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value !== before.current) {
      event.stopPropagation();
      onType(before.current);
    } else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyD' && above !== undefined) {
      event.preventDefault();
      onType(above);
    } else moveInTable(event);
  };
  return (
    <input
      className={classes.input}
      data-column={column}
      aria-label={label}
      aria-invalid={problem !== undefined}
      title={problem}
      value={value}
      list={listId}
      disabled={isDisabled}
      autoComplete="off"
      spellCheck={false}
      onFocus={(event) => {
        before.current = value;
        event.currentTarget.select();
      }}
      onChange={(event) => onType(event.currentTarget.value)}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
    />
  );
}
