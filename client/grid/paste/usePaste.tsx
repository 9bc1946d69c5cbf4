import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { runInSlices } from '#client/sync/runInSlices.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { GridTools } from '../commands/GridTools.ts';
import { useWriteContext } from '../useWriteContext.ts';
import type { WorkTools } from '../work/useLongWork.tsx';
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
import { type ClipboardTexts, readClipboardSteps } from './readClipboard.ts';
import { type ResolvedPlan, resolvePlan } from './resolvePlan.ts';
import { selectWritten } from './selectWritten.ts';
import { usePlanWriter } from './usePlanWriter.tsx';

export type Paste = {
  /** Pastes into what is selected, or as new rows where nothing is. */
  paste(texts: ClipboardTexts): void;
  /** To be drawn in the page. */
  preview: ReactNode;
};

/** A paste that waits for decisions. */
type Shown = { prepared: PreparedPaste; target: PasteTarget; text: string };

/** Reading what was copied, asking what has to be asked, writing the rest. */
export function usePaste(tools: GridTools): Paste {
  const { table, grid, words, writable, runLong } = tools;
  const { t } = useTranslation(['paste', 'common', 'hands']);
  const errorText = useErrorText();
  const { structure, rows } = useReport();
  const [shown, setShown] = useState<Shown | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(noDecisions);
  const [isReplanning, setReplanning] = useState(false);
  const write = usePlanWriter(tools);

  const writeContext = useWriteContext(tools);
  const context = useMemo(
    () => ({
      ...writeContext,
      printCell: words.texts.cell,
      rows: { [Symbol.iterator]: () => rows.all()[Symbol.iterator]() },
    }),
    [writeContext, words, rows],
  );

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
    async (work: WorkTools, resolved: ResolvedPlan, { prepared, target, text }: Shown) => {
      const cut = grid.current?.takeCut(text) ?? null;
      const emptied = cut === null ? null : emptyCut(cut, prepared, resolved, (row) => rows.get(rowKey(row)));
      const written = await write(resolved, emptied?.changes ?? [], work);
      if (cut !== null && emptied === null)
        notifications.show({ color: 'yellow', message: t('hands:cut.kept') });
      if (emptied !== null && emptied.changedCount > 0)
        notifications.show({
          color: 'yellow',
          message: t('hands:cut.changed', { count: emptied.changedCount }),
        });
      // Not while React draws: the focus is drawn at once.
      if (!keepsRanges(prepared, target)) setTimeout(() => selectWritten(grid.current, written));
    },
    [write, grid, rows, t],
  );

  const prepare = useCallback(
    async (work: WorkTools, block: Block, target: PasteTarget, text: string) => {
      const choices = readFirstChoices(block, context);
      const prepared = await work.compute('planning', prepareSteps(block, target, choices, context));
      if (prepared === null) return;
      if (prepared === 'misfit') throw new AppError('clipboard.ranges');
      if (!isClear(prepared)) {
        setDecisions(noDecisions);
        setShown({ prepared, target, text });
      } else if (prepared.plan.lines.length === 0) {
        notifications.show({ message: t('same') });
      } else {
        const resolved = resolvePlan(prepared.plan, noDecisions, structure);
        await carryOut(work, resolved, { prepared, target, text });
      }
    },
    [context, carryOut, structure, t],
  );

  const paste = useCallback(
    (texts: ClipboardTexts) => {
      // What is selected now, whatever is selected when the block has been read.
      const target: PasteTarget = {
        columns: grid.current?.shownColumns() ?? [],
        rows: grid.current?.shownRows() ?? [],
        ranges: grid.current?.selectedRanges() ?? [],
        writable: new Set(writable.map(({ id }) => id)),
      };
      runLong('paste', async (work) => {
        const block = await work.compute('reading', readClipboardSteps(texts));
        if (block === null) return;
        if (block.lines.length === 0) throw new AppError('clipboard.empty');
        await prepare(work, block, target, texts.text);
      }).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        refuse(error);
      });
    },
    [grid, writable, runLong, prepare, refuse],
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
  const preview = shown !== null && (
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
      onApply={(resolved) =>
        void runLong('paste', (work) => {
          setShown(null);
          return carryOut(work, resolved, shown);
        })
      }
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
  );
  return { paste, preview };
}

/** A block that fills each of several ranges leaves them selected. */
function keepsRanges({ choices }: PreparedPaste, { ranges }: PasteTarget): boolean {
  return ranges.length > 1 && choices.header !== 'match';
}
