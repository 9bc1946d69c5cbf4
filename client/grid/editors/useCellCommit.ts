import { useCallback, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { useSignal } from '#client/sync/useSignal.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildCellChanges } from '../choices.ts';
import { buildRestoredRow } from '../conflict/buildRestoredRow.ts';
import type { CellStanding } from '../conflict/CellStanding.ts';
import { type CommitProblem, decideCommit } from '../conflict/decideCommit.ts';
import type { GridMove } from '../GridCell.ts';
import type { CellParse } from '../parseCell.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { EditorProps } from './EditorProps.ts';

type Value = string | number | null;

/** Why an editor stays open. */
export type EditorProblem = CommitProblem;

export type CellCommit = {
  problem: EditorProblem | null;
  /** How the cell stands beside the editor, live. */
  standing: CellStanding;
  /** True when the value is written and the editor closed. `agreed` is another's value to be replaced. */
  commit(parsed: CellParse, move: GridMove | null, agreed?: Value): boolean;
  /** As {@link commit}, into everything that is selected; `text` is how the value was typed. */
  fill(parsed: CellParse, text: string): boolean;
  /** Writes without closing anything, for a page that is being left. Null when it is written. */
  commitQuietly(parsed: CellParse): EditorProblem | null;
  /** Puts the deleted row back with the value in the cell; without it, and stays open, when that does not fit. */
  restore(parsed: CellParse): void;
  dismiss(): void;
  /** Closes without writing. */
  leave(move: GridMove | null): void;
  cancel(): void;
  isClosed(): boolean;
};

/** Writes an edited cell, unless something stands against it: then the editor keeps its text and says why. */
export function useCellCommit({
  editing,
  watch,
  onClose,
  onFill,
  onRestoring,
  onIndicatorCleared,
}: EditorProps): CellCommit {
  const { session, structure } = useReport();
  const [problem, setProblem] = useState<EditorProblem | null>(null);
  const isClosed = useRef(false);
  const standing = useSignal(watch.standing);
  const { field } = editing.spec;

  const close = useCallback(
    (move: GridMove | null) => {
      isClosed.current = true;
      onClose(move);
    },
    [onClose],
  );

  /** False when the sheet takes nothing at this moment, though it may be written. */
  const write = useCallback(
    (row: Row, value: Value): boolean => {
      if (readCellValue(row, field) === value && readCellFlaw(row, field) === null) return true;
      const changes = buildCellChanges(row, field, value, structure);
      session.setCells(changes);
      const written = session.rows.get(rowKey(row));
      if (written === undefined || readCellValue(written, field) !== value) return false;
      if (
        changes.some(
          (change) => change.field === 'indicatorId' && change.value === null && field !== 'indicatorId',
        )
      ) {
        onIndicatorCleared();
      }
      return true;
    },
    [session, structure, field, onIndicatorCleared],
  );

  const attempt = useCallback(
    (parsed: CellParse, agreed?: Value): EditorProblem | null => {
      const now = watch.readNow();
      const decision = decideCommit(parsed, now, field, agreed);
      if (decision.kind !== 'write') return decision;
      return write(now.row, decision.value) ? null : { kind: 'busy' };
    },
    [watch, field, write],
  );

  const commit = useCallback(
    (parsed: CellParse, move: GridMove | null, agreed?: Value): boolean => {
      if (isClosed.current) return true;
      const found = attempt(parsed, agreed);
      setProblem(found);
      if (found === null) close(move);
      return found === null;
    },
    [attempt, close],
  );

  const fill = useCallback(
    (parsed: CellParse, text: string): boolean => {
      if (onFill === null || isClosed.current) return commit(parsed, 'stay');
      const decision = decideCommit(parsed, watch.readNow(), field);
      if (decision.kind !== 'write') {
        setProblem(decision);
        return false;
      }
      close('stay');
      onFill({ value: decision.value, text });
      return true;
    },
    [onFill, commit, watch, field, close],
  );

  const restore = useCallback(
    (parsed: CellParse) => {
      const { row, lock } = watch.readNow();
      if (lock !== null) {
        setProblem({ kind: 'locked', error: lock });
        return;
      }
      onRestoring();
      const changes = parsed.ok ? buildCellChanges(row, field, parsed.value, structure) : [];
      session.insertRows(row.organisationId, [buildRestoredRow(row, changes)]);
      if (session.rows.get(rowKey(row)) === undefined) setProblem({ kind: 'busy' });
      else if (!parsed.ok) setProblem({ kind: 'invalid', error: parsed.error, choices: parsed.choices });
      else close('stay');
    },
    [watch, session, structure, field, onRestoring, close],
  );

  return {
    problem,
    standing,
    commit,
    fill,
    commitQuietly: attempt,
    restore,
    dismiss: () => setProblem(null),
    leave: close,
    cancel: () => close('stay'),
    isClosed: () => isClosed.current,
  };
}
