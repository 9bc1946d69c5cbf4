import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { english, ukrainian } from '#client/i18n/resources.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { runInSlices } from '#client/sync/runInSlices.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { GridTools } from '../../commands/GridTools.ts';
import { mainField } from '../../fields.ts';
import type { PlanContext } from '../../paste/PlanContext.ts';
import { useWriteContext } from '../../useWriteContext.ts';
import { importSteps as planImport } from '../plan/buildImportPlan.ts';
import type { ImportPlan } from '../plan/ImportPlan.ts';
import { createImportClient, type ImportClient } from '../reading/ImportClient.ts';
import { buildImportEdits, type ImportEdits } from '../write/buildImportEdits.ts';
import { ImportDoneNotice } from './ImportDoneNotice.tsx';
import { emptyImport, type ImportState } from './ImportState.ts';
import {
  buildRowsRequest,
  buildSetup,
  type Guessing,
  guessSheet,
  layOutColumns,
  layOutSheet,
} from './layOutFile.ts';

/** Choices that change what the lines become, but not how they are read. */
type PlanChoices = Partial<
  Pick<ImportState, 'takesHidden' | 'takesTotals' | 'addsUnknown' | 'organisations' | 'ownOrganisationId'>
>;
type Decisions = Partial<Pick<ImportState, 'answers' | 'refused' | 'deleted'>>;

export type ImportFlow = {
  state: ImportState;
  /** What writing would do now; null before there is a plan. */
  edits: ImportEdits | null;
  choose(files: readonly File[]): void;
  /** Opens the same file anew, read in another way. */
  rereadCsv(choice: ImportState['choice']): void;
  chooseSheet(index: number): void;
  chooseHeader(row: number): void;
  chooseColumns(change: Partial<Pick<ImportState, 'columns' | 'fillsMerges'>>): void;
  chooseLines(change: PlanChoices): void;
  decide(change: Decisions): void;
  goTo(step: ImportState['step']): void;
  write(): void;
  /** Lets go of the file. */
  reset(): void;
  /** Ends what is under way, and goes back to where it began. */
  stop(): void;
};

/** One file on its way into the table. `onDone` is called when all is written, or stopped. */
export function useImport(
  { table, grid, words, writable }: Pick<GridTools, 'table' | 'grid' | 'words' | 'writable'>,
  onDone: () => void,
): ImportFlow {
  const { t } = useTranslation(['imports', 'common']);
  const writeContext = useWriteContext({ table, words });
  const { structure, session, rows } = useReport();
  const [state, setState] = useState<ImportState>(emptyImport);
  const client = useRef<ImportClient | null>(null);
  const abort = useRef(new AbortController());
  const latest = useRef(state);
  latest.current = state;

  /** Anew: it may have come or gone while something else was awaited. */
  const readClient = useCallback(() => client.current, []);

  const patch = useCallback((part: Partial<ImportState>) => {
    latest.current = { ...latest.current, ...part };
    setState(latest.current);
  }, []);

  const guessing = useMemo<Guessing>(
    () => ({
      table,
      ownTitles: (column) => [ukrainian.grid.columns[column], english.grid.columns[column]],
      structure,
    }),
    [table, structure],
  );

  const endWorker = useCallback(() => {
    client.current?.stop();
    client.current = null;
    abort.current.abort();
    abort.current = new AbortController();
  }, []);
  useEffect(() => endWorker, [endWorker]);

  /** Runs a part of the work; a refusal is shown where the person is, and the worker is gone after it. */
  const run = useCallback(
    async (work: (signal: AbortSignal) => Promise<void>) => {
      const { signal } = abort.current;
      try {
        await work(signal);
      } catch (error) {
        if (signal.aborted) return;
        endWorker();
        patch({ work: null, error: error instanceof AppError ? error : new AppError('import.broken') });
      }
    },
    [endWorker, patch],
  );

  const reopen = useCallback(
    async (file: File, choice: ImportState['choice']) => {
      client.current ??= createImportClient((done) =>
        patch({ work: { kind: 'reading', done, total: null } }),
      );
      return await client.current.open(file, choice);
    },
    [patch],
  );

  const openSheet = useCallback(
    async (sheetIndex: number, signal: AbortSignal) => {
      const { file, choice, book } = latest.current;
      if (file === null || book === null) return;
      if (client.current === null) await reopen(file, choice);
      const sheet = await readClient()?.openSheet(sheetIndex);
      if (sheet === undefined || signal.aborted) return;
      patch({
        ...layOutSheet(book, sheetIndex, sheet, guessing),
        sheet,
        work: null,
        step: 'sheet',
      });
    },
    [reopen, readClient, patch, guessing],
  );

  const open = useCallback(
    (file: File, choice: ImportState['choice']) => {
      endWorker();
      const [only, ...others] = writable;
      const ownOrganisationId = only !== undefined && others.length === 0 ? only.id : null;
      const work = { kind: 'reading', done: 0, total: null } as const;
      patch({ ...emptyImport, file, choice, ownOrganisationId, work });
      void run(async (signal) => {
        const book = await reopen(file, choice);
        if (signal.aborted) return;
        const sheetIndex = guessSheet(book, guessing);
        patch({ book, sheetIndex });
        await openSheet(sheetIndex, signal);
      });
    },
    [endWorker, writable, patch, run, reopen, guessing, openSheet],
  );

  const plan = useCallback(
    async (signal: AbortSignal): Promise<ImportPlan | null> => {
      const current = latest.current;
      const context: PlanContext = {
        ...writeContext,
        printCell: words.texts.cell,
        rows: [...rows.all()].filter(({ kind }) => kind === table),
        thousands: new Set(),
      };
      const total = current.rows.length;
      return await runInSlices(planImport(current.rows, buildSetup(current), context), {
        signal,
        onProgress: (done) => patch({ work: { kind: 'planning', done: Math.min(done, total), total } }),
      });
    },
    [writeContext, table, words, rows, patch],
  );

  const showPlan = useCallback(
    (isReread: boolean) => {
      patch({
        work: { kind: 'reading', done: 0, total: latest.current.sheet?.rowCount ?? null },
        error: null,
      });
      void run(async (signal) => {
        if (isReread) {
          const { file, choice, sheetIndex, sheet } = latest.current;
          if (file === null) return;
          if (client.current === null) {
            await reopen(file, choice);
            await readClient()?.openSheet(sheetIndex);
          }
          const request = buildRowsRequest(latest.current, table);
          const total = sheet?.rowCount ?? null;
          const read = await readClient()?.rows(request, (done) =>
            patch({ work: { kind: 'reading', done, total } }),
          );
          if (read === undefined || signal.aborted) return;
          patch({ rows: read });
        }
        const made = await plan(signal);
        if (made === null || signal.aborted) return;
        const refused = new Set([...made.conflicts, ...keepRefused(latest.current)]);
        patch({ plan: made, refused, work: null, step: 'preview' });
      });
    },
    [patch, run, reopen, readClient, table, plan],
  );

  const buildEdits = useCallback(
    (made: ImportPlan, decisions: Required<Decisions>) =>
      buildImportEdits(made, decisions, {
        table,
        structure,
        findRow: (key) => rows.get(key),
        sheetRows: (organisationId) => session.sheetRows(organisationId, table),
      }),
    [table, structure, rows, session],
  );

  const { plan: shownPlan, answers, refused, deleted } = state;
  // Of the decisions alone: while all is written, each slice says how far it is.
  const edits = useMemo(() => {
    if (shownPlan === null) return null;
    return buildEdits(shownPlan, { answers, refused, deleted });
  }, [shownPlan, answers, refused, deleted, buildEdits]);

  const write = useCallback(() => {
    const { plan: made, file } = latest.current;
    if (made === null) return;
    // Anew: colleagues go on meanwhile, and new rows find their place among theirs.
    const decided = buildEdits(made, latest.current);
    if (decided.edits.length === 0) return;
    for (const key of decided.addedKeys) grid.current?.keep(key);
    patch({ work: { kind: 'writing', done: 0, total: decided.edits.length } });
    const { signal } = abort.current;
    void session
      .editInSlices(decided.edits, {
        signal,
        onProgress: (done, total) => patch({ work: { kind: 'writing', done, total } }),
      })
      .then((outcome) => {
        const id = `import-${Date.now()}`;
        notifications.show({
          id,
          autoClose: false,
          withBorder: true,
          title: outcome.end === 'done' ? t('done.title', { file: file?.name ?? '' }) : t('done.partTitle'),
          color: outcome.end === 'done' ? 'green' : 'yellow',
          message: (
            <ImportDoneNotice edits={decided} outcome={outcome} onTakenBack={() => notifications.hide(id)} />
          ),
        });
        const [first] = decided.addedKeys;
        if (first !== undefined && outcome.end === 'done') grid.current?.reveal(first, mainField[table]);
        onDone();
      });
  }, [buildEdits, table, session, grid, patch, onDone, t]);

  return {
    state,
    edits,
    choose(files) {
      const [file, ...others] = files;
      if (file === undefined) return;
      if (others.length > 0) patch({ ...emptyImport, error: new AppError('import.one-file') });
      else open(file, emptyImport.choice);
    },
    rereadCsv: (choice) => {
      if (state.file !== null) open(state.file, choice);
    },
    chooseSheet(sheetIndex) {
      patch({ sheetIndex, error: null, work: { kind: 'reading', done: 0, total: null } });
      void run((signal) => openSheet(sheetIndex, signal));
    },
    chooseHeader(headerRow) {
      const { book, sheet, sheetIndex } = latest.current;
      if (book !== null && sheet !== null) patch(layOutColumns(book, sheetIndex, sheet, headerRow, guessing));
    },
    chooseColumns: patch,
    chooseLines(change) {
      patch(change);
      if (latest.current.step === 'preview') showPlan(false);
    },
    decide: patch,
    goTo(step) {
      if (step === 'preview') showPlan(true);
      else patch({ step, error: null });
    },
    write,
    reset() {
      endWorker();
      patch(emptyImport);
    },
    stop() {
      const { work } = latest.current;
      if (work?.kind === 'writing') {
        abort.current.abort();
        return;
      }
      endWorker();
      if (latest.current.book === null) patch(emptyImport);
      else patch({ work: null });
    },
  };
}

/** What was refused before the lines were planned anew, as far as it is still there. */
function keepRefused({ refused, plan }: ImportState): ImportState['refused'] {
  return plan === null ? new Set() : refused;
}
