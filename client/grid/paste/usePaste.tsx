import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { GridTools } from '../commands/GridTools.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { CellName } from '../selection/CellName.ts';
import type { Block } from './Block.ts';
import { emptyCut } from './emptyCut.ts';
import type { PasteTarget } from './layOutBlock.ts';
import { PasteOptions } from './PasteOptions.tsx';
import { type Decisions, noDecisions } from './Plan.ts';
import {
  isClear,
  type PasteChoices,
  type PreparedPaste,
  prepareSteps,
  readFirstChoices,
} from './PreparedPaste.ts';
import { PlanPreview } from './preview/PlanPreview.tsx';
import { type Work, WriteProgress } from './preview/WriteProgress.tsx';
import { type ClipboardTexts, readClipboardSteps } from './readClipboard.ts';
import { type ResolvedPlan, resolvePlan } from './resolvePlan.ts';
import { runInSlices, type Steps } from './runSteps.ts';
import { usePlanWriter } from './usePlanWriter.tsx';

export type Paste = {
  /** Pastes into what is selected, or as new rows where nothing is. */
  paste(texts: ClipboardTexts): void;
  /** The preview and the progress, to be drawn in the page. */
  panels: ReactNode;
};

/** Long before this a person has begun to wonder. */
const quietMs = 300;

/** Reading what was copied, asking what has to be asked, writing the rest. */
export function usePaste(tools: GridTools): Paste {
  const { table, grid, words, writable } = tools;
  const { t } = useTranslation(['paste', 'common', 'hands']);
  const errorText = useErrorText();
  const language = useLanguage();
  const { structure, session, rows } = useReport();
  const [shown, setShown] = useState<{ prepared: PreparedPaste; target: PasteTarget; text: string } | null>(
    null,
  );
  const [decisions, setDecisions] = useState<Decisions>(noDecisions);
  const [work, setWork] = useState<Work | null>(null);
  const [isReplanning, setReplanning] = useState(false);
  const isUnderWay = useRef(false);
  const write = usePlanWriter(tools, setWork);

  const context = useMemo(
    () => ({
      table,
      structure,
      language,
      columnTitle: words.columnTitle,
      choiceLabel: words.choiceLabel,
      canWrite: (organisationId: Parameters<typeof session.canWrite>[0]) => session.canWrite(organisationId),
      printCell: words.texts.cell,
      rows: { [Symbol.iterator]: () => rows.all()[Symbol.iterator]() },
    }),
    [table, structure, language, words, session, rows],
  );

  /** Null when it was stopped. The bar comes only when it takes long. */
  const runShown = useCallback(async <T,>(steps: Steps<T>, kind: Work['kind']): Promise<T | null> => {
    const stop = new AbortController();
    const begun = performance.now();
    try {
      return await runInSlices(steps, {
        signal: stop.signal,
        onProgress(done) {
          if (performance.now() - begun < quietMs) return;
          setWork({ kind, done, total: 0, stop: () => stop.abort() });
        },
      });
    } finally {
      setWork(null);
    }
  }, []);

  const refuse = useCallback(
    (error: AppError) =>
      notifications.show({
        color: 'red',
        title: t('refusedTitle'),
        message: errorText(error),
        closeButtonProps: { 'aria-label': t('common:close') },
      }),
    [t, errorText],
  );

  const carryOut = useCallback(
    async (resolved: ResolvedPlan, prepared: PreparedPaste, text: string) => {
      const cut = grid.current?.takeCut(text) ?? null;
      const emptied = cut === null ? null : emptyCut(cut, prepared, resolved, (row) => rows.get(rowKey(row)));
      const written = await write(resolved, emptied?.changes ?? []);
      if (cut !== null && emptied === null)
        notifications.show({ color: 'yellow', message: t('hands:cut.kept') });
      if (emptied !== null && emptied.changedCount > 0)
        notifications.show({
          color: 'yellow',
          message: t('hands:cut.changed', { count: emptied.changedCount }),
        });
      selectWritten(grid.current, written);
    },
    [write, grid, rows, t],
  );

  const prepare = useCallback(
    async (block: Block, target: PasteTarget, text: string) => {
      const choices = readFirstChoices(block, context);
      const prepared = await runShown(prepareSteps(block, target, choices, context), 'planning');
      if (prepared === null) return;
      if (prepared === 'misfit') {
        refuse(new AppError('clipboard.ranges'));
      } else if (!isClear(prepared)) {
        setDecisions(noDecisions);
        setShown({ prepared, target, text });
      } else if (prepared.plan.lines.length === 0) {
        notifications.show({ message: t('same') });
      } else {
        await carryOut(resolvePlan(prepared.plan, noDecisions, structure), prepared, text);
      }
    },
    [context, runShown, refuse, carryOut, structure, t],
  );

  const paste = useCallback(
    (texts: ClipboardTexts) => {
      if (isUnderWay.current) {
        notifications.show({ message: t('ended.busy') });
        return;
      }
      // What is selected now, whatever is selected when the block has been read.
      const target: PasteTarget = {
        columns: grid.current?.shownColumns() ?? [],
        rows: grid.current?.shownRows() ?? [],
        ranges: grid.current?.selectedRanges() ?? [],
        writable: new Set(writable.map(({ id }) => id)),
      };
      const run = async () => {
        const block = await runShown(readClipboardSteps(texts), 'reading');
        if (block === null) return;
        if (block.lines.length === 0) throw new AppError('clipboard.empty');
        await prepare(block, target, texts.text);
      };
      isUnderWay.current = true;
      run()
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          refuse(error);
        })
        .finally(() => {
          isUnderWay.current = false;
        });
    },
    [grid, writable, runShown, prepare, refuse, t],
  );

  const close = () => {
    setShown(null);
    const [range] = shown?.target.ranges ?? [];
    const row = range?.rows[0];
    const column = range?.columns[0];
    // The dialog gives the focus back to a cell that may be drawn anew by then.
    if (row !== undefined && column !== undefined) {
      setTimeout(() => grid.current?.focus(rowKey(row), column));
    }
  };
  const choose = (part: Partial<PasteChoices>) => {
    if (shown === null) return;
    const { prepared } = shown;
    const choices = { ...prepared.choices, ...part };
    setShown({ ...shown, prepared: { ...prepared, choices } });
    setReplanning(true);
    void runInSlices(prepareSteps(prepared.block, shown.target, choices, context)).then((next) => {
      setReplanning(false);
      if (next !== null && next !== 'misfit')
        setShown((previous) =>
          previous?.prepared.choices === choices ? { ...previous, prepared: next } : previous,
        );
    });
  };
  const panels = (
    <>
      {shown !== null && (
        <PlanPreview
          table={table}
          plan={shown.prepared.plan}
          decisions={decisions}
          onDecisions={setDecisions}
          structure={structure}
          words={words}
          readRowNumber={({ row }) => (row === null ? '' : (grid.current?.rowNumber(rowKey(row)) ?? ''))}
          isBusy={isReplanning}
          onCancel={close}
          onApply={(resolved) => {
            setShown(null);
            void carryOut(resolved, shown.prepared, shown.text);
          }}
        >
          <PasteOptions
            table={table}
            prepared={shown.prepared}
            decisions={decisions}
            words={words}
            onChoices={choose}
            onDecisions={setDecisions}
          />
        </PlanPreview>
      )}
      {work !== null && <WriteProgress work={work} />}
    </>
  );
  return { paste, panels };
}

/** The first cell written has the focus, and what was written into rows that were there is selected. */
function selectWritten(grid: RowGrid | null, edits: readonly ReportEdit[]): void {
  const [first] = edits;
  if (grid === null || first === undefined) return;
  const name = (edit: ReportEdit): CellName => ({
    key: `${edit.organisationId}/${edit.kind === 'insert' ? edit.row.id : edit.rowId}`,
    column: edit.kind === 'set' ? edit.field : (grid.shownColumns()[0] ?? ''),
  });
  const last = edits.findLast(({ kind }) => kind === first.kind) ?? first;
  // Not while React draws: the focus is drawn at once.
  setTimeout(() => grid.select(name(first), name(last)));
}
