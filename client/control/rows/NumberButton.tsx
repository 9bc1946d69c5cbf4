import { memo } from 'react';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { useFlash } from '../useFlash.ts';
import { isFigure, isSameSelection } from './Door.ts';
import classes from './NumberButton.module.css';
import { useRowsPanel } from './RowsPanelContext.tsx';

type Props = {
  /** As printed. */
  text: string;
  selection: TotalSelection;
  /** In running text the figure carries a faint underline; in a table the column is enough. */
  variant?: 'table' | 'text' | 'large';
};

/** A total that opens the rows behind it. Lights up softly when it changes. */
export function NumberButton({ text, selection, variant = 'table' }: Props) {
  const panel = useRowsPanel();
  const isOpen = panel.door !== null && !isFigure(panel.door) && isSameSelection(panel.door, selection);
  return (
    <PlainNumberButton
      text={text}
      selection={selection}
      variant={variant}
      isOpen={isOpen}
      toggle={panel.toggle}
    />
  );
}

type PlainProps = Required<Props> & {
  isOpen: boolean;
  toggle: (selection: TotalSelection, opener: HTMLElement) => void;
};

/** Hundreds of these stand on a page that is drawn anew twenty times a second: only a changed one is. */
const PlainNumberButton = memo(
  function PlainNumberButton({ text, selection, variant, isOpen, toggle }: PlainProps) {
    const element = useFlash<HTMLButtonElement>(text);
    return (
      <button
        ref={element}
        type="button"
        className={classes.number}
        data-variant={variant}
        aria-expanded={isOpen}
        onClick={(event) => toggle(selection, event.currentTarget)}
      >
        {text}
      </button>
    );
  },
  (a, b) =>
    a.text === b.text &&
    a.variant === b.variant &&
    a.isOpen === b.isOpen &&
    a.toggle === b.toggle &&
    isSameSelection(a.selection, b.selection),
);
