import { useCallback, useMemo, useRef, useState } from 'react';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { runSteps, type Steps } from '#client/sync/runSteps.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { GridWords } from '../GridWords.ts';
import { useWriteContext } from '../useWriteContext.ts';
import type { RunLong } from '../work/useLongWork.tsx';
import { useTakeBack } from '../work/useTakeBack.ts';
import type { CellFinder, MatchedCell } from './CellFinder.ts';
import { planReplace, type RefusedCell, type ReplaceContext, type ReplacePlan } from './planReplace.ts';
import type { Find } from './useFind.ts';

export type ReplaceReport = {
  /** Matches that were replaced. */
  count: number;
  refused: readonly RefusedCell[];
  /** True when writing ended before all of it was written; what is left is still found. */
  isCutShort: boolean;
  /** False after a single one, which the key for undo takes back, and when it was taken back. */
  canUndo: boolean;
};

export type Replace = {
  /** What came of the last replacing; null when something else is sought since. */
  report: ReplaceReport | null;
  replaceOne(): void;
  replaceAll(): Promise<void>;
  undo(): void;
};

type Options = {
  table: TableKind;
  find: Find;
  words: GridWords & { choiceLabel: ChoiceLabel };
  runLong: RunLong;
};

/** Puts something else in the place of what was found, through the same check as typing. */
export function useReplace({ table, find, words, runLong }: Options): Replace {
  const { session, rows } = useReport();
  const [report, setReport] = useState<ReplaceReport | null>(null);
  const takeBack = useRef<() => Promise<HistoryOutcome>>(takeNothingBack);

  const { finder, form, mode } = find;
  const { replacement } = form;
  // Another form is another question: the answer to the last one is no longer wanted.
  const question = JSON.stringify([form, mode !== null]);
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    setAnswered(question);
    setReport(null);
  }

  const writeContext = useWriteContext({ table, words });
  const context = useMemo<ReplaceContext>(
    () => ({ ...writeContext, texts: words.texts }),
    [writeContext, words],
  );

  const replaceOne = useCallback(() => {
    const current = finder?.state.get().current ?? null;
    const row = current === null ? undefined : rows.get(current.key);
    if (finder === null || current === null || row === undefined) {
      find.step(1);
      return;
    }
    const { key, column, match } = current;
    const plan = runSteps(planReplace([{ row, column, matches: [match] }], replacement, context));
    setReport({ count: plan.count, refused: plan.refused, isCutShort: false, canUndo: false });
    if (plan.refused.length > 0) return;
    session.setCells(plan.changes);
    const start = match.start + replacement.length;
    finder.recount({ key, column, match: { start, end: start } });
  }, [finder, find, rows, replacement, session, context]);

  const replaceAll = useCallback(async () => {
    if (finder === null) return;
    await runLong('replace', async (tools) => {
      const plan = await tools.compute('planning', planAll(finder, replacement, context));
      if (plan === null) return;
      const { changes, count, refused } = plan;
      const written = await tools.write(changes.map((change) => ({ kind: 'set' as const, ...change })));
      takeBack.current = written.takeBack;
      setReport({ count, refused, isCutShort: written.end !== 'done', canUndo: written.done > 0 });
    });
  }, [finder, replacement, runLong, context]);

  const undo = useTakeBack(
    () => takeBack.current(),
    () => setReport(null),
  );

  return { report, replaceOne, replaceAll, undo };
}

const takeNothingBack = () => Promise.resolve(null);

/** All that is found now: what is replaced in the meantime must not be found again. */
function* planAll(finder: CellFinder, replacement: string, context: ReplaceContext): Steps<ReplacePlan> {
  const cells: MatchedCell[] = [];
  for (const cell of finder.matchedCells()) {
    cells.push(cell);
    yield 0;
  }
  return yield* planReplace(cells, replacement, context);
}
