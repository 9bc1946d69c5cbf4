import { useCallback, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { buildCellChanges } from '../choices.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import type { CellParse } from '../parseCell.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { Editing } from './Editing.ts';

/** Why an editor stays open. */
export type EditorProblem =
  | { kind: 'invalid'; error: AppError; choices: string[] }
  /** The cell was changed by somebody else meanwhile. */
  | { kind: 'conflict'; theirs: string; value: string | number | null; move: GridMove | null }
  | { kind: 'deleted' }
  | { kind: 'refused'; error: AppError };

type Options = {
  editing: Editing;
  words: GridWords;
  /** `move` is null when the focus is already elsewhere. */
  onClose(move: GridMove | null): void;
  onIndicatorCleared(): void;
};

export type CellCommit = {
  problem: EditorProblem | null;
  /** True when the value is written and the editor closed. */
  commit(parsed: CellParse, move: GridMove | null): boolean;
  /** After a conflict: one's own value, over the other. */
  insist(): void;
  dismiss(): void;
  /** Closes without writing. */
  leave(move: GridMove | null): void;
  cancel(): void;
  isClosed(): boolean;
};

/** Writes an edited cell, unless something stands against it: then the editor keeps its text and says why. */
export function useCellCommit({ editing, words, onClose, onIndicatorCleared }: Options): CellCommit {
  const { session, structure } = useReport();
  const [problem, setProblem] = useState<EditorProblem | null>(null);
  const isClosed = useRef(false);

  const close = useCallback(
    (move: GridMove | null) => {
      isClosed.current = true;
      onClose(move);
    },
    [onClose],
  );

  const write = useCallback(
    (value: string | number | null, move: GridMove | null, isInsisting: boolean): boolean => {
      const { row, spec } = editing;
      const now = session.rows.get(rowKey(row));
      if (now === undefined) {
        setProblem({ kind: 'deleted' });
        return false;
      }
      const decision = session.canWrite(row.organisationId);
      if (!decision.allowed) {
        const organisation = words.texts.organisation(row.organisationId);
        setProblem({ kind: 'refused', error: new AppError(decision.reason, { organisation }) });
        return false;
      }
      const current = readCellValue(now, spec.field);
      if (!isInsisting && current !== readCellValue(row, spec.field) && current !== value) {
        setProblem({ kind: 'conflict', theirs: words.texts.cell(now, spec), value, move });
        return false;
      }
      if (current !== value || readCellFlaw(now, spec.field) !== null) {
        const changes = buildCellChanges(now, spec.field, value, structure);
        session.setCells(changes);
        if (
          changes.some(
            ({ field, value: next }) => field === 'indicatorId' && next === null && field !== spec.field,
          )
        ) {
          onIndicatorCleared();
        }
      }
      close(move);
      return true;
    },
    [editing, session, structure, words, close, onIndicatorCleared],
  );

  const commit = useCallback(
    (parsed: CellParse, move: GridMove | null) => {
      if (isClosed.current) return true;
      if (parsed.ok) return write(parsed.value, move, false);
      setProblem({ kind: 'invalid', error: parsed.error, choices: parsed.choices });
      return false;
    },
    [write],
  );

  return {
    problem,
    commit,
    insist: () => {
      if (problem?.kind === 'conflict') write(problem.value, problem.move ?? 'stay', true);
    },
    dismiss: () => setProblem(null),
    leave: close,
    cancel: () => close('stay'),
    isClosed: () => isClosed.current,
  };
}
