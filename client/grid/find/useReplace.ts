import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { runInSlices } from '#client/sync/runInSlices.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { GridWords } from '../GridWords.ts';
import type { MatchedCell } from './CellFinder.ts';
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
  isRunning: boolean;
  replaceOne(): void;
  replaceAll(): Promise<void>;
  undo(): void;
};

type Options = { table: TableKind; find: Find; words: GridWords & { choiceLabel: ChoiceLabel } };

/** Puts something else in the place of what was found, through the same check as typing. */
export function useReplace({ table, find, words }: Options): Replace {
  const { structure, session, rows } = useReport();
  const language = useLanguage();
  const [report, setReport] = useState<ReplaceReport | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const isStopped = useRef(false);
  const takeBack = useRef<(() => Promise<unknown>) | null>(null);
  useEffect(() => {
    isStopped.current = false;
    return () => {
      isStopped.current = true;
    };
  }, []);

  const { finder, form, mode } = find;
  const { replacement } = form;
  // Another form is another question: the answer to the last one is no longer wanted.
  const question = JSON.stringify([form, mode !== null]);
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    setAnswered(question);
    setReport(null);
  }

  const buildContext = useCallback(
    (): ReplaceContext => ({
      table,
      structure,
      language,
      columnTitle: words.columnTitle,
      choiceLabel: words.choiceLabel,
      texts: words.texts,
      canWrite: (organisationId) => session.canWrite(organisationId),
    }),
    [table, structure, language, words, session],
  );

  const replaceOne = useCallback(() => {
    const current = finder?.state.get().current ?? null;
    const row = current === null ? undefined : rows.get(current.key);
    if (finder === null || current === null || row === undefined) {
      find.step(1);
      return;
    }
    const { key, column, match } = current;
    const plan = runAtOnce(planReplace([{ row, column, matches: [match] }], replacement, buildContext()));
    setReport({ count: plan.count, refused: plan.refused, isCutShort: false, canUndo: false });
    if (plan.refused.length > 0) return;
    session.setCells(plan.changes);
    const start = match.start + replacement.length;
    finder.recount({ key, column, match: { start, end: start } });
  }, [finder, find, rows, replacement, session, buildContext]);

  const replaceAll = useCallback(async () => {
    if (finder === null) return;
    setIsRunning(true);
    // All that is found now: what is replaced in the meantime must not be found again.
    const cells: MatchedCell[] = [];
    let plan: ReplacePlan | null = null;
    function* work(source: NonNullable<typeof finder>): Generator<undefined> {
      for (const cell of source.matchedCells()) {
        cells.push(cell);
        yield;
      }
      plan = yield* planReplace(cells, replacement, buildContext());
    }
    const isWhole = await runInSlices(work(finder), () => isStopped.current);
    if (!isWhole || plan === null) {
      setIsRunning(false);
      return;
    }
    const { changes, count, refused }: ReplacePlan = plan;
    const edits = changes.map((change) => ({ kind: 'set' as const, ...change }));
    const written = await session.editInSlices(edits);
    setIsRunning(false);
    takeBack.current = written.takeBack;
    setReport({ count, refused, isCutShort: written.end !== 'done', canUndo: written.done > 0 });
  }, [finder, replacement, session, buildContext]);

  const undo = useCallback(() => {
    void takeBack.current?.();
    takeBack.current = null;
    setReport(null);
  }, []);

  return { report, isRunning, replaceOne, replaceAll, undo };
}

function runAtOnce<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
